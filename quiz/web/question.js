/**
 * One question on the page: which options are offered, what is ticked together, what is wrong.
 *
 * @typedef {import("./contract.js").Answer} Answer
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./fields.js").Trouble} Trouble
 * @typedef {import("./words.js").Words} Words
 */
import { noneBox, offeredOptions, unsureBox, writeAnswer } from "./answers.js";
import { addLine, removeLine } from "./lines.js";
import { required } from "./parts.js";

/**
 * Offer only what can still matter; of a question that narrows another, only what was ticked there.
 * @param {HTMLElement} form
 * @param {string[] | null} live the options that the plan names, null where it was not asked
 * @param {Answers} answers
 */
export function offer(form, live, answers) {
  const wider = form.dataset.narrows ? answers[form.dataset.narrows] : undefined;
  const ticked = /** @type {Record<string, unknown>} */ (wider ?? {});
  for (const choice of form.querySelectorAll("[data-choice]")) {
    if (form.dataset.type !== "choices" || !(choice instanceof HTMLElement)) continue;
    const id = choice.dataset.choice ?? "";
    choice.hidden = live?.length ? !live.includes(id) : ticked[id] === false;
  }
}

/**
 * @param {HTMLElement} form
 * @param {Answer | undefined} answer
 * @param {string} today
 */
export function prepare(form, answer, today) {
  if ("past" in form.dataset) form.dataset.latest = today;
  if (answer !== undefined) writeAnswer(form, answer);
}

/**
 * Ticks of a page that offers only some options join those given before.
 * @param {Answer | undefined} before
 * @param {Answer} answer
 * @returns {Answer}
 */
export function joinedTicks(before, answer) {
  return isTicks(before) && isTicks(answer) ? { ...before, ...answer } : answer;
}

/** @param {Answer | undefined} answer @returns {answer is import("./contract.js").Ticks} */
function isTicks(answer) {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer);
}

/** "None of these" and the others bar each other; typing takes back "I don't know". @param {EventTarget | null} target */
export function keepConsistent(target) {
  if (!(target instanceof HTMLInputElement)) return;
  const form = /** @type {HTMLElement | null} */ (target.closest("[data-form]"));
  if (!form) return;
  const [none, unsure] = [noneBox(form), unsureBox(form)];
  if (target.type === "text") {
    if (unsure && target.value) unsure.checked = false;
  } else if (target === none && none.checked) {
    for (const input of [...offeredOptions(form), ...(unsure ? [unsure] : [])]) input.checked = false;
  } else if (target.checked && none) {
    none.checked = false;
  }
}

/** @param {HTMLElement} button with data-act add-line or remove-line */
export function changeLines(button) {
  const form = /** @type {HTMLElement} */ (button.closest("[data-form]"));
  const line = /** @type {HTMLElement | null} */ (button.closest("[data-lines] > *"));
  if (line) removeLine(form, line);
  const focused = line ? form.querySelector("[data-lines] input") : addLine(form).querySelector("input");
  if (focused instanceof HTMLElement) focused.focus();
}

/**
 * Say what is wrong on top and at each field; an empty list takes it all back.
 * @param {HTMLElement} page
 * @param {Trouble[]} troubles
 * @param {Words} words
 */
export function showTroubles(page, troubles, words) {
  for (const error of page.querySelectorAll(".quiz__error")) {
    if (error instanceof HTMLElement) error.hidden = true;
  }
  for (const field of page.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const summary = required(page, "[data-errors]");
  const several = page.querySelectorAll("[data-form]").length > 1;
  const said = (/** @type {Trouble} */ trouble) => (several ? named(trouble, words) : problemWords(trouble, words));
  required(summary, "ul").replaceChildren(...troubles.map((trouble) => link(trouble, said(trouble))));
  summary.hidden = troubles.length === 0;
  for (const trouble of troubles) markField(trouble, problemWords(trouble, words));
  if (troubles.length) summary.focus();
}

/** @param {Trouble} trouble @param {Words} words */
function problemWords({ field, words: key, fill }, words) {
  const none = field.closest("[data-form]")?.querySelector("[data-none]")?.parentElement?.textContent?.trim() ?? "";
  const problem = words.say(`errors.${key}`, { ...fill, none });
  return fill.place ? words.say("errors.in_line", { ...fill, problem }) : problem;
}

/** Where a page has several questions, which of them it is. @param {Trouble} trouble @param {Words} words */
function named(trouble, words) {
  const question = required(formOf(trouble.field), ".quiz__title").textContent?.trim() ?? "";
  return words.say("errors.in_question", { question, problem: problemWords(trouble, words) });
}

/** @param {Trouble} trouble @param {string} problem */
function link({ field }, problem) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = `#${field.id}`;
  anchor.textContent = problem;
  anchor.dataset.act = "field";
  item.append(anchor);
  return item;
}

/** @param {Trouble} trouble @param {string} problem */
function markField({ field }, problem) {
  const form = required(document, `[data-form="${CSS.escape(formOf(field).dataset.form ?? "")}"]`);
  const error = required(form, ".quiz__error");
  error.textContent = error.hidden ? problem : `${error.textContent}\n${problem}`;
  error.hidden = false;
  field.setAttribute("aria-invalid", "true");
  const described = new Set([...(field.getAttribute("aria-describedby") ?? "").split(" "), error.id]);
  field.setAttribute("aria-describedby", [...described].filter(Boolean).join(" "));
}

/** @param {HTMLElement} field @returns {HTMLElement} */
function formOf(field) {
  return /** @type {HTMLElement} */ (field.closest("[data-form]"));
}
