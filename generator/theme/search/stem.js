// English stems by M. F. Porter's algorithm ("An algorithm for suffix stripping", 1980): "hiring",
// "hired" and "hires" are one word to a search, "subsidies" and "subsidy" too.

const VOWEL = "[aeiouy]";
const CONSONANT = "[^aeiou]";
const SEQUENCE = `${VOWEL}[aeiou]*${CONSONANT}[^aeiouy]*`;
const MEASURED = new RegExp(`^(?:${CONSONANT}[^aeiouy]*)?${SEQUENCE}`);
const MEASURED_ONCE = new RegExp(`^(?:${CONSONANT}[^aeiouy]*)?${SEQUENCE}(?:${VOWEL}[aeiou]*)?$`);
const MEASURED_TWICE = new RegExp(`^(?:${CONSONANT}[^aeiouy]*)?${SEQUENCE}${SEQUENCE}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANT}[^aeiouy]*)?${VOWEL}`);
const SHORT_END = new RegExp(`^${CONSONANT}[^aeiouy]*${VOWEL}[^aeiouwxy]$`);

/** @type {readonly (readonly [string, string])[]} */
const STEP_2 = [
  ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"], ["bli", "ble"],
  ["alli", "al"], ["entli", "ent"], ["eli", "e"], ["ousli", "ous"], ["ization", "ize"], ["ation", "ate"],
  ["ator", "ate"], ["alism", "al"], ["iveness", "ive"], ["fulness", "ful"], ["ousness", "ous"], ["aliti", "al"],
  ["iviti", "ive"], ["biliti", "ble"], ["logi", "log"],
];
/** @type {readonly (readonly [string, string])[]} */
const STEP_3 = [
  ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"], ["ful", ""], ["ness", ""],
];
const STEP_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;
const STEP_4_ION = /^(.+?[st])ion$/;

/** @param {string} word in small letters @returns {string} */
export function stem(word) {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  // A y that begins a word or follows a vowel is a consonant.
  const marked = word.replace(/^y/, "Y").replace(/([aeiou])y/g, "$1Y");
  return lastE(suffixes(finalY(pastAndProgress(plural(marked))))).toLowerCase();
}

/** @param {string} word */
function plural(word) {
  return word.replace(/(ss|i)es$/, "$1").replace(/([^s])s$/, "$1");
}

/** @param {string} word */
function pastAndProgress(word) {
  if (word.endsWith("eed")) return MEASURED.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const cut = /^(.+)(?:ed|ing)$/.exec(word)?.[1];
  if (cut === undefined || !HAS_VOWEL.test(cut)) return word;
  if (/(?:at|bl|iz)$/.test(cut)) return `${cut}e`;
  if (/([^aeiouylsz])\1$/.test(cut)) return cut.slice(0, -1);
  return SHORT_END.test(cut) ? `${cut}e` : cut;
}

/** @param {string} word */
function finalY(word) {
  return word.endsWith("y") && HAS_VOWEL.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

/** @param {string} word */
function suffixes(word) {
  return withoutFourth(replaced(replaced(word, STEP_2), STEP_3));
}

/** @param {string} word @param {readonly (readonly [string, string])[]} table */
function replaced(word, table) {
  const found = table.filter(([end]) => word.endsWith(end)).sort((a, b) => b[0].length - a[0].length)[0];
  if (!found) return word;
  const cut = word.slice(0, -found[0].length);
  return MEASURED.test(cut) ? cut + found[1] : word;
}

/** @param {string} word */
function withoutFourth(word) {
  const cut = STEP_4.exec(word)?.[1] ?? STEP_4_ION.exec(word)?.[1];
  return cut !== undefined && MEASURED_TWICE.test(cut) ? cut : word;
}

/** @param {string} word */
function lastE(word) {
  let short = word;
  if (word.endsWith("e")) {
    const cut = word.slice(0, -1);
    if (MEASURED_TWICE.test(cut) || (MEASURED_ONCE.test(cut) && !SHORT_END.test(cut))) short = cut;
  }
  return short.endsWith("ll") && MEASURED_TWICE.test(short) ? short.slice(0, -1) : short;
}
