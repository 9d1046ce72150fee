/**
 * Reads figures as people type them: full-width digits, separators, 万, Chinese numerals.
 *
 * @typedef {{value: number} | {problem: "empty" | "not_a_number" | "not_whole"}} Figure
 */

const DIGITS = "零一二三四五六七八九";
/** @type {Readonly<Record<string, number>>} */
const POWERS = Object.freeze({ 十: 10, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 });
const SEPARATED = /^\d{1,4}(?:[,'’]\d{3,4})+(?=$|[^\d,'’])/;
const TOKEN = /(\d+(?:\.\d+)?)|([十百千万亿])/y;
// 3万5 is 35,000 to some and 30,005 to others: ask again instead of guessing.
const AMBIGUOUS = /[百千万亿]\d$/;

/**
 * @param {string} text what was typed
 * @param {string[]} suffixes words that may follow the figure, such as its unit
 * @returns {Figure}
 */
export function figure(text, suffixes = []) {
  const typed = plain(text, suffixes);
  if (typed === "") return { problem: "empty" };
  const value = AMBIGUOUS.test(typed) ? null : evaluated(typed);
  if (value === null) return { problem: "not_a_number" };
  return Number.isInteger(value) ? { value } : { problem: "not_whole" };
}

/** @param {string} text @param {string[]} suffixes */
function plain(text, suffixes) {
  const typed = text.normalize("NFKC").replace(/[\s_]/gu, "").replace(/^[¥+]/u, "");
  const suffix = suffixes.find((word) => typed.toLowerCase().endsWith(word.toLowerCase()));
  return (suffix ? typed.slice(0, -suffix.length) : typed)
    .replace(/[〇○]/gu, "零")
    .replace(/两/gu, "二")
    .replace(/[零一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit)))
    .replace(SEPARATED, (digits) => digits.replace(/[,'’]/gu, ""));
}

/** The parts of a figure, or null where something else stands between them. @param {string} typed */
function tokens(typed) {
  /** @type {(number | string)[]} */
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < typed.length) {
    const match = TOKEN.exec(typed);
    if (!match) return null;
    found.push(match[2] ?? Number(match[1]));
  }
  return found;
}

/** The value of digits and powers of ten, or null where they make no number. @param {string} typed */
function evaluated(typed) {
  let [total, section, last] = [0, 0, 0];
  /** @type {number | null} */
  let digits = null;
  for (const token of tokens(typed) ?? [NaN]) {
    const power = POWERS[token];
    if (power === undefined) {
      digits = Number(token);
      continue;
    }
    const alone = section || (total && power > last) ? 0 : 1;
    const counted = power < 10_000 ? (digits ?? 1) : section + (digits ?? alone);
    if (power < 10_000) section += counted * power;
    else {
      total = power > last ? (total + counted) * power : total + counted * power;
      [section, last] = [0, power];
    }
    digits = null;
  }
  const value = rounded(total + section + (digits ?? 0));
  return Number.isSafeInteger(Math.trunc(value)) ? value : null;
}

/** Binary fractions of what is whole in decimals: 1.15万 is 11,500. @param {number} value */
function rounded(value) {
  return Math.round(value * 1e6) / 1e6;
}
