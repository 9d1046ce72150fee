// How a text is cut into what is looked up: Chinese into pairs of characters, so that no dictionary
// of words is needed, and words of an alphabet into stems. Pages and questions are cut alike.
import { stem } from "./stem.js";

/** A piece of a text that counts as one word, and where it stands there.
 * @typedef {{ start: number, end: number, word: string }} Piece */

const LETTER = "(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])";
const PIECE = new RegExp(`\\p{Script=Han}+|\\d{1,3}(?:,\\d{3})+|${LETTER}+(?:['’]s\\b)?`, "gu");
const HAN = /^\p{Script=Han}/u;
const POSSESSIVE = /['’]s$/;
const HYPHENATED = new RegExp(`${LETTER}+(?:-${LETTER}+)+`, "gu");

/** Full-width forms become plain ones, large letters small, "1,500" 1500 and "2万" 20000.
 * @param {string} text @returns {string} */
export function plain(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/(\d+)万/g, "$10000");
}

/** The words of a page: pairs of characters, stems, what a hyphen joins, and of short texts such as
 * titles the single characters too.
 * @param {string} text @param {boolean} [short] @returns {string[]} */
export function wordsOf(text, short = false) {
  const even = plain(text);
  const runs = (even.match(PIECE) ?? []).flatMap((run) => (short && HAN.test(run) ? [...run, ...cut(run)] : cut(run)));
  return runs.concat(joined(even));
}

/** The words of a question, without those that are ignored: a single character only where it
 * stands alone.
 * @param {string} text @param {RegExp} ignored @returns {string[]} */
export function wordsAsked(text, ignored) {
  const even = plain(text).replace(ignored, " ");
  return [...new Set((even.match(PIECE) ?? []).flatMap(cut).concat(joined(even)))];
}

/** The pieces of a text as it stands, for marking; they may overlap.
 * @param {string} text @returns {Piece[]} */
export function pieces(text) {
  const runs = [...text.matchAll(PIECE)].flatMap(({ 0: run, index }) => {
    if (!HAN.test(run) || run.length === 1) return [{ start: index, end: index + run.length, word: word(plain(run)) }];
    return pairs(run).map((pair, at) => ({ start: index + at, end: index + at + pair.length, word: pair }));
  });
  const hyphenated = [...text.matchAll(HYPHENATED)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    word: stem(plain(run).replaceAll("-", "")),
  }));
  return runs.concat(hyphenated);
}

/** Matches the words that a language ignores, longer ones first; words of an alphabet only whole.
 * @param {readonly string[]} words @returns {RegExp} */
export function ignoring(words) {
  if (!words.length) return /(?!)/;
  const ordered = [...words].sort((a, b) => b.length - a.length).join("|");
  return HAN.test(words[0] ?? "") ? new RegExp(ordered, "gu") : new RegExp(`(?<![-\\w])(?:${ordered})(?![-\\w])`, "gu");
}

/** @param {string} run @returns {string[]} */
function cut(run) {
  return HAN.test(run) && run.length > 1 ? pairs(run) : [word(run)];
}

/** @param {string} run @returns {string[]} */
function pairs(run) {
  const characters = [...run];
  return characters.slice(1).map((character, at) => (characters[at] ?? "") + character);
}

/** @param {string} run */
function word(run) {
  return stem(run.replace(POSSESSIVE, ""));
}

/** "start-up" is also found as "startup".
 * @param {string} text */
function joined(text) {
  return (text.match(HYPHENATED) ?? []).map((run) => stem(run.replaceAll("-", "")));
}
