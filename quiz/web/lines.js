/**
 * A question of lines: one for people who are alike, with fields beside each other.
 *
 * @typedef {import("./contract.js").Answer} Answer
 * @typedef {import("./contract.js").Cell} Cell
 * @typedef {import("./contract.js").Ticks} Ticks
 * @typedef {import("./fields.js").Trouble} Trouble
 */
import { typedFigure } from "./fields.js";
import { copyOf, required } from "./parts.js";

const MOST_LINES = 50;
/** @type {Readonly<Record<string, string>>} */
const SHOWN = Object.freeze({ true: "yes", false: "no", null: "unknown" });

/**
 * @param {HTMLElement} form
 * @returns {{answer: Ticks[]} | {troubles: Trouble[]}}
 */
export function readLines(form) {
  /** @type {Trouble[]} */
  const troubles = [];
  const answer = linesOf(form).map((line, index) => readLine(line, index + 1, troubles));
  return troubles.length ? { troubles } : { answer };
}

/** @param {HTMLElement} form @param {Answer} answer */
export function writeLines(form, answer) {
  const wanted = /** @type {Ticks[]} */ (answer ?? [{}]);
  for (const line of linesOf(form)) line.remove();
  for (const cells of wanted.length ? wanted : [{}]) fillLine(addLine(form), cells);
}

/** @param {HTMLElement} form @returns {HTMLElement} the new line */
export function addLine(form) {
  const line = copyOf(form, "template[data-line]");
  required(form, "[data-lines]").append(line);
  number(form);
  return line;
}

/** @param {HTMLElement} form @param {HTMLElement} line */
export function removeLine(form, line) {
  line.remove();
  number(form);
}

/** Labels, names and ids carry the line's number, so that no two fields share one. @param {HTMLElement} form */
function number(form) {
  const lines = linesOf(form);
  for (const [index, line] of lines.entries()) {
    const place = (line.dataset.numbered ?? "").replace("{n}", String(index + 1));
    line.setAttribute("aria-label", place);
    required(line, "[data-number]").textContent = lines.length > 1 ? place : "";
    for (const input of line.querySelectorAll("input")) {
      const value = input.type === "radio" ? `-${input.value}` : "";
      const label = line.querySelector(`label[for="${input.id}"]`);
      input.name = `${form.dataset.form}-${input.dataset.field}-${index}`;
      input.id = `${input.name}${value}`;
      label?.setAttribute("for", input.id);
    }
    required(line, "[data-act=remove-line]").hidden = lines.length === 1;
  }
  required(form, "[data-act=add-line]").hidden = lines.length >= MOST_LINES;
}

/** @param {HTMLElement} form @returns {HTMLElement[]} */
function linesOf(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-lines] > *"))];
}

/** @param {HTMLElement} line @param {number} place @param {Trouble[]} troubles */
function readLine(line, place, troubles) {
  /** @type {Ticks} */
  const cells = {};
  for (const input of line.querySelectorAll("input")) {
    const field = input.dataset.field ?? "";
    if (input.type === "radio") {
      if (input.checked) cells[field] = input.value === "unknown" ? null : input.value === "yes";
      else cells[field] ??= null;
      continue;
    }
    const read = typedFigure(input);
    if ("value" in read) cells[field] = read.value;
    else troubles.push({ ...read.trouble, fill: { ...read.trouble.fill, place } });
  }
  return cells;
}

/** @param {HTMLElement} line @param {Ticks} cells */
function fillLine(line, cells) {
  for (const input of line.querySelectorAll("input")) {
    const cell = cells[input.dataset.field ?? ""];
    if (input.type === "radio") input.checked = cell !== undefined && input.value === SHOWN[String(cell)];
    else input.value = cell === undefined || cell === null ? "" : String(cell);
  }
}
