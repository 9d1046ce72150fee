/**
 * All questions on one page, for whoever reads them to another person.
 *
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./contract.js").Plan} Plan
 * @typedef {import("./fields.js").Trouble} Trouble
 * @typedef {import("./outcome.js").Told} Told
 */
import { readAnswer } from "./answers.js";
import { part, required } from "./parts.js";
import { offer, prepare } from "./question.js";
import { filled } from "./result.js";

/**
 * @param {Told} told
 * @param {Answers} answers
 * @param {string} today
 * @returns {HTMLElement}
 */
export function sheetPage(told, answers, today) {
  const page = part(told.host, "sheet");
  const forms = required(page, "[data-forms]");
  for (const template of told.host.querySelectorAll("template[data-question]")) {
    const copy = document.importNode(/** @type {HTMLTemplateElement} */ (template).content, true);
    const form = /** @type {HTMLElement} */ (copy.firstElementChild);
    lowerHeading(required(form, ".quiz__title"));
    prepare(form, answers[form.dataset.form ?? ""], today);
    forms.append(form);
  }
  return page;
}

/** The page has its own h1. @param {HTMLElement} title */
function lowerHeading(title) {
  const lower = document.createElement("h2");
  lower.className = title.className;
  lower.append(...title.childNodes);
  title.replaceWith(lower);
}

/** What is filled in; a question left empty is not asked. @param {HTMLElement} page @returns {Answers} */
export function sheetAnswers(page) {
  /** @type {Answers} */
  const answers = {};
  for (const form of formsOf(page)) {
    const filledIn = form.hidden ? null : readAnswer(form);
    if (filledIn && "answer" in filledIn) answers[form.dataset.form ?? ""] = filledIn.answer;
  }
  return answers;
}

/** What is wrong with the fields that were written in; a question left empty is not wrong. @param {HTMLElement} page @returns {Trouble[]} */
export function sheetTroubles(page) {
  return formsOf(page).flatMap((form) => {
    const filledIn = form.hidden || !written(form) ? null : readAnswer(form);
    return filledIn && "troubles" in filledIn ? filledIn.troubles : [];
  });
}

/** @param {HTMLElement} form @returns {boolean} */
function written(form) {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=text]"));
  return [...fields].some((field) => field.value.trim() !== "");
}

/**
 * Fold away what does not count, and say how far it is settled.
 * @param {Told} told
 * @param {HTMLElement} page
 * @param {string[]} barred the questions that need no answer
 * @param {Plan} plan
 * @param {Answers} answers
 */
export function foldSheet(told, page, barred, plan, answers) {
  let folded = 0;
  for (const form of formsOf(page)) {
    const id = form.dataset.form ?? "";
    form.hidden = barred.includes(id);
    folded += Number(form.hidden);
    offer(form, null, answers);
  }
  const note = required(page, "[data-folded]");
  note.textContent = folded ? filled(note.dataset.folded ?? "", { n: told.words.number(folded) }) : "";
  const status = required(page, "[data-settled]");
  const fill = { settled: told.words.number(plan.settled), open: told.words.number(plan.open) };
  status.textContent = filled(status.dataset.settled ?? "", fill);
}

/** @param {HTMLElement} page @returns {HTMLElement[]} */
function formsOf(page) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-forms] > [data-form]"))];
}
