// What of a target is shown: the words that answer, marked, and the passage that holds most of them.
import { pieces } from "./words.js";

/** A stretch of text, marked or not.
 * @typedef {{ text: string, marked: boolean }} Segment */

const ROOM = 140;
const BEFORE = 40;
const CUT = "…";

/** @param {string} text @param {ReadonlySet<string>} words @returns {Segment[]} */
export function marked(text, words) {
  /** @type {Segment[]} */
  const segments = [];
  let done = 0;
  for (const { start, end } of spans(text, words)) {
    if (start > done) segments.push({ text: text.slice(done, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) segments.push({ text: text.slice(done), marked: false });
  return segments;
}

/** The passage with the most words that answer, cut to a few lines around the first of them.
 * @param {readonly string[]} passages @param {ReadonlySet<string>} words @returns {string} */
export function passage(passages, words) {
  const counts = passages.map((text) => answers(text, words));
  const best = passages[counts.indexOf(Math.max(...counts))] ?? "";
  return shortened(best, spans(best, words)[0]?.start ?? 0);
}

/** How many different words of a text answer.
 * @param {string} text @param {ReadonlySet<string>} words */
export function answers(text, words) {
  return new Set(pieces(text).flatMap(({ word }) => (words.has(word) ? [word] : []))).size;
}

/** @param {string} text @param {number} first */
function shortened(text, first) {
  // Text of an alphabet takes about half the room of as many Chinese characters.
  const room = /\p{Script=Han}/u.test(text) ? ROOM : 2 * ROOM;
  if (text.length <= room) return text;
  const latest = Math.min(first - BEFORE, text.length - room);
  const start = first < room - BEFORE ? 0 : wordStart(text, latest);
  const end = start + room >= text.length ? text.length : wordStart(text, start + room);
  return `${start ? CUT : ""}${text.slice(start, end).trim()}${end < text.length ? CUT : ""}`;
}

/** @param {string} text @param {number} at */
function wordStart(text, at) {
  const space = /[a-z]/i.test(text[at] ?? "") ? text.indexOf(" ", at) : -1;
  return space < 0 ? at : space + 1;
}

/** The places of the words, those that touch or overlap as one.
 * @param {string} text @param {ReadonlySet<string>} words */
function spans(text, words) {
  /** @type {{ start: number, end: number }[]} */
  const merged = [];
  const found = pieces(text).filter(({ word }) => words.has(word)).sort((a, b) => a.start - b.start);
  for (const { start, end } of found) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
