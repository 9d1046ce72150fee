/**
 * Between a question's fields and its answer; null is "don't know".
 *
 * @typedef {import("./contract.js").Answer} Answer
 * @typedef {import("./contract.js").Ticks} Ticks
 * @typedef {import("./fields.js").Trouble} Trouble
 * @typedef {{answer: Answer} | {troubles: Trouble[]}} Filled
 */
import { partField, typedDay, typedFigure } from "./fields.js";
import { readLines, writeLines } from "./lines.js";

/** @type {Readonly<Record<string, (form: HTMLElement) => Filled>>} */
const READ = Object.freeze({
  yes_no: readChoice,
  choice: readChoice,
  choices: readTicks,
  date: readDay,
  rows: readLines,
});

/** @type {Readonly<Record<string, (form: HTMLElement, answer: Answer) => void>>} */
const WRITE = Object.freeze({
  yes_no: writeChoice,
  choice: writeChoice,
  choices: writeTicks,
  date: writeDay,
  rows: writeLines,
});

/**
 * @param {HTMLElement} form a question with its data-type
 * @returns {Filled}
 */
export function readAnswer(form) {
  const unsure = unsureBox(form);
  if (unsure?.checked && form.dataset.type !== "choices") return { answer: null };
  return (READ[form.dataset.type ?? ""] ?? readFigure)(form);
}

/**
 * @param {HTMLElement} form
 * @param {Answer} answer
 */
export function writeAnswer(form, answer) {
  const unsure = unsureBox(form);
  if (unsure) unsure.checked = answer === null;
  if (answer !== null || !unsure) (WRITE[form.dataset.type ?? ""] ?? writeFigure)(form, answer);
}

/** @param {HTMLElement} form @returns {HTMLInputElement[]} the options that are offered */
export function offeredOptions(form) {
  const all = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-option]"));
  return [...all].filter((input) => !input.closest("[hidden]"));
}

/** @param {HTMLElement} form @returns {HTMLInputElement | null} */
export function unsureBox(form) {
  return form.querySelector("[data-unsure]");
}

/** @param {HTMLElement} form @returns {HTMLInputElement | null} */
export function noneBox(form) {
  return form.querySelector("[data-none]");
}

/** @param {HTMLElement} form @returns {HTMLInputElement} */
function firstField(form) {
  return /** @type {HTMLInputElement} */ (form.querySelector("input"));
}

/** @param {HTMLElement} form @returns {Filled} */
function readChoice(form) {
  const chosen = offeredOptions(form).find((input) => input.checked);
  if (!chosen) return { troubles: [{ field: firstField(form), words: "choose_one", fill: {} }] };
  if (chosen.value === "unknown") return { answer: null };
  if (form.dataset.type === "yes_no") return { answer: chosen.value === "yes" };
  return { answer: chosen.value };
}

/** What is not ticked is a no, unless "not sure about the rest" is. @param {HTMLElement} form @returns {Filled} */
function readTicks(form) {
  const options = offeredOptions(form);
  const unsure = unsureBox(form)?.checked ?? false;
  if (!unsure && !noneBox(form)?.checked && !options.some((input) => input.checked)) {
    const words = noneBox(form) ? "choose_some_or_none" : "choose_some";
    return { troubles: [{ field: firstField(form), words, fill: {} }] };
  }
  const rest = unsure ? null : false;
  return { answer: Object.fromEntries(options.map((input) => [input.value, input.checked || rest])) };
}

/** @param {HTMLElement} form @returns {Filled} */
function readDay(form) {
  const read = typedDay(form, form.dataset.latest ?? "");
  return "day" in read ? { answer: read.day } : { troubles: [read.trouble] };
}

/** @param {HTMLElement} form @returns {Filled} */
function readFigure(form) {
  const read = typedFigure(firstField(form));
  return "value" in read ? { answer: read.value } : { troubles: [read.trouble] };
}

/** @param {HTMLElement} form @param {Answer} answer */
function writeChoice(form, answer) {
  /** @type {Readonly<Record<string, string>>} */
  const shown = { null: "unknown", true: "yes", false: "no" };
  const value = shown[String(answer)] ?? String(answer);
  for (const input of offeredOptions(form)) input.checked = input.value === value;
}

/** @param {HTMLElement} form @param {Answer} answer */
function writeTicks(form, answer) {
  const ticks = /** @type {Ticks} */ (answer ?? {});
  const options = offeredOptions(form);
  for (const input of options) input.checked = ticks[input.value] === true;
  const known = options.map((input) => ticks[input.value]);
  const [unsure, none] = [unsureBox(form), noneBox(form)];
  if (unsure) unsure.checked = answer === null || known.includes(null);
  if (none) none.checked = known.length > 0 && known.every((value) => value === false);
}

/** @param {HTMLElement} form @param {Answer} answer */
function writeDay(form, answer) {
  const parts = String(answer ?? "").split("-");
  for (const [index, part] of ["year", "month", "day"].entries()) {
    partField(form, part).value = parts[index] ?? "";
  }
}

/** @param {HTMLElement} form @param {Answer} answer */
function writeFigure(form, answer) {
  firstField(form).value = answer === null ? "" : String(answer);
}
