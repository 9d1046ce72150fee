/**
 * Reads single fields: what was typed becomes a value, or a problem that names the field.
 *
 * @typedef {{field: HTMLElement, words: string, fill: Record<string, string | number>}} Trouble
 *     `words` is a path below "errors" in the page's words
 * @typedef {{value: number} | {trouble: Trouble}} Typed
 * @typedef {{day: string} | {trouble: Trouble}} TypedDay
 */
import { figure } from "./figures.js";

/**
 * A figure between the field's data-least and data-most.
 * @param {HTMLInputElement} field
 * @returns {Typed}
 */
export function typedFigure(field) {
  const { least = "0", most = String(Number.MAX_SAFE_INTEGER), suffixes = "" } = field.dataset;
  const read = figure(field.value, suffixes.split(" ").filter(Boolean));
  const fill = { label: field.dataset.label ?? "", least: Number(least), most: Number(most) };
  if ("problem" in read) return { trouble: { field, words: read.problem, fill } };
  if (read.value < Number(least)) return { trouble: { field, words: "too_small", fill } };
  if (read.value > Number(most)) return { trouble: { field, words: "too_large", fill } };
  return { value: read.value };
}

/**
 * A day, a month or a year from three fields; what is finer than was typed stays out.
 * @param {HTMLElement} form with fields data-part year, month and day
 * @param {string} latest the last day allowed, or ""
 * @returns {TypedDay}
 */
export function typedDay(form, latest) {
  const fields = ["year", "month", "day"].map((part) => partField(form, part));
  const parts = fields.map((field) => field.value.trim());
  while (parts.length > 1 && parts.at(-1) === "") parts.pop();
  const numbers = [];
  for (const [index, field] of fields.slice(0, parts.length).entries()) {
    const read = typedFigure(field);
    if ("trouble" in read) return { trouble: inPart(read.trouble, index) };
    numbers.push(read.value);
  }
  return checkedDay(numbers, fields, latest);
}

/** @param {HTMLElement} form @param {string} part */
export function partField(form, part) {
  return /** @type {HTMLInputElement} */ (form.querySelector(`[data-part="${part}"]`));
}

/** Whatever is wrong with a part, the words say which part is meant. @param {Trouble} trouble @param {number} index */
function inPart(trouble, index) {
  return { ...trouble, words: ["year", "month", "day"][index] ?? "year" };
}

/**
 * @param {number[]} numbers year, month, day as far as known
 * @param {HTMLInputElement[]} fields
 * @param {string} latest
 * @returns {TypedDay}
 */
function checkedDay(numbers, fields, latest) {
  const [year = 0, month = 1, date = 1] = numbers;
  const real = new Date(Date.UTC(year, month - 1, date));
  const day = numbers.map((number, index) => String(number).padStart(index ? 2 : 4, "0")).join("-");
  const year_field = /** @type {HTMLInputElement} */ (fields[0]);
  if (real.getUTCDate() !== date) {
    return { trouble: { field: fields[2] ?? year_field, words: "no_such_day", fill: {} } };
  }
  if (latest && day > latest.slice(0, day.length)) {
    return { trouble: { field: year_field, words: "in_future", fill: {} } };
  }
  return { day };
}
