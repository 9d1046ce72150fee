/**
 * The result to take along: on paper, as text, as a link with a QR code, as a file.
 *
 * @typedef {import("./parcel.js").Parcel} Parcel
 * @typedef {object} Taken
 * @property {HTMLElement} page the result as shown
 * @property {HTMLElement} button
 * @property {Parcel} parcel
 * @property {{rules: string, document: string, as_of: string}} about
 * @property {import("./words.js").Words} words
 */
import { toFile, toFragment } from "./parcel.js";
import { required } from "./parts.js";
import { qrCode, QrTooLong } from "./qr.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around the code, as ISO/IEC 18004 asks
const BLOCKS = "h1, h2, h3, p, li, dt, dd, td, th";
// As on paper: no reasons of what cannot be had.
const LEFT_OUT = "[hidden], .quiz__screen, .quiz__head, [data-brief] .quiz__outcome > details, template";

/** @type {Readonly<Record<string, (taken: Taken) => unknown>>} */
const ACTS = Object.freeze({ print: () => print(), copy: copyText, link: makeLink, "copy-link": copyLink, file: saveFile });

/** @param {string} act @param {Taken} taken */
export async function takeAway(act, taken) {
  await ACTS[act]?.(taken);
}

/** @param {Taken} taken */
async function copyText({ page, button, words }) {
  await copied(button, words, pageText(page));
}

/** One line for each block of the result, what is only for the screen left out. @param {HTMLElement} page */
export function pageText(page) {
  const lines = [];
  for (const block of page.querySelectorAll(BLOCKS)) {
    if (block.closest(LEFT_OUT)) continue;
    const own = ownText(block);
    if (own) lines.push(block.matches("h1, h2, h3") ? `\n${own}` : own);
  }
  return `${lines.join("\n").trim()}\n`;
}

/** The text of a block without that of the blocks and buttons inside it. @param {Element} block */
function ownText(block) {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const inner of copy.querySelectorAll(`${BLOCKS}, button:not(.quiz__settles), [hidden], ul`)) inner.remove();
  return (copy.textContent ?? "").replace(/\s+/gu, " ").trim();
}

/** @param {Taken} taken */
async function makeLink({ page, parcel }) {
  const box = required(page, "[data-link]");
  // From another site's frame the link leads to the full page.
  const fullPage = document.documentElement.dataset.full ?? "";
  const address = new URL(fullPage, location.href).href + (await toFragment(parcel));
  const field = /** @type {HTMLInputElement} */ (required(box, "#quiz-link"));
  field.value = address;
  box.hidden = false;
  showCode(box, address);
  field.focus();
  field.select();
}

/** @param {HTMLElement} box @param {string} address */
function showCode(box, address) {
  const place = required(box, "[data-qr]");
  const tooLong = required(box, "[data-too-long]");
  try {
    place.replaceChildren(drawn(qrCode(address)));
    [place.hidden, tooLong.hidden] = [false, true];
  } catch (problem) {
    if (!(problem instanceof QrTooLong)) throw problem;
    [place.hidden, tooLong.hidden] = [true, false];
  }
}

/** @param {boolean[][]} modules */
function drawn(modules) {
  const size = modules.length + 2 * QUIET;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("class", "quiz__qr");
  const dark = modules.flatMap((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  return picture;
}

/** @param {Taken} taken */
async function copyLink({ page, button, words }) {
  const field = /** @type {HTMLInputElement} */ (required(page, "#quiz-link"));
  field.select();
  await copied(button, words, field.value);
}

/** @param {HTMLElement} button @param {import("./words.js").Words} words @param {string} text */
async function copied(button, words, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = words.say("copied");
  } catch {
    button.textContent = words.say("not_copied");
  }
}

/** @param {Taken} taken */
function saveFile({ parcel, about, words }) {
  const { as_of, document: number } = about;
  const file = new Blob([toFile(parcel, { as_of, document: number })], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${words.say("file_name")}-${as_of}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
