/**
 * Sums over all measures: a line for each payee, period and certainty, and a picture of them.
 *
 * @typedef {import("./contract.js").Totals} Totals
 * @typedef {import("./contract.js").Line} Line
 * @typedef {import("./contract.js").Verdict} Verdict
 * @typedef {import("./outcome.js").Told} Told
 */
import { element, required } from "./parts.js";
import { filled } from "./result.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {HTMLElement} page
 * @param {Told} told
 * @param {Totals} totals
 * @param {Verdict[]} verdicts
 */
export function showTotals(page, told, totals, verdicts) {
  const section = required(page, "[data-totals]");
  const { lines, open, unstated, as_paid, left_out } = totals;
  section.hidden = ![lines, open, unstated, as_paid].some((list) => list.length);
  required(section, "[data-lines]").append(...lines.map((line) => row(told, line)));
  required(section, "table").hidden = lines.length === 0;
  const later = required(section, "[data-open-lines]");
  later.hidden = open.length === 0;
  required(later, "ul").append(...open.map((line) => element("li", `${named(told, line.measures)}${told.words.say("colon")}${sumOf(told, line)}`)));
  notes(required(section, "[data-notes]"), told, { unstated, as_paid, left_out });
  picture(required(section, "[data-picture]"), told, verdicts);
}

/** @param {Told} told @param {Line} line */
function row(told, line) {
  const { words, wording } = told;
  const made = document.createElement("tr");
  const kind = [words.say(`paid_to.${line.paid_to}`), ...wording.period(line.period), words.say(`certainty.${line.certainty}`)];
  const head = element("th", kind.join(words.say("joined")));
  head.setAttribute("scope", "row");
  made.append(head, element("td", sumOf(told, line)), element("td", named(told, line.measures)));
  return made;
}

/** @param {Told} told @param {Line} line */
function sumOf({ wording }, { kind, low, high, unit }) {
  return wording.span(kind, low, high, unit);
}

/** @param {Told} told @param {string[]} measures */
function named({ words, wording }, measures) {
  return measures.map((id) => wording.measure(id)).join(words.say("joined"));
}

/** @param {HTMLElement} list @param {Told} told @param {Pick<Totals, "unstated" | "as_paid" | "left_out">} totals */
function notes(list, told, { unstated, as_paid, left_out }) {
  const { unstated: first = "", asPaid = "", leftOut = "" } = list.dataset;
  if (unstated.length) list.append(element("li", filled(first, { measures: named(told, unstated) })));
  if (as_paid.length) list.append(element("li", filled(asPaid, { measures: named(told, as_paid) })));
  for (const { measure, because, of } of left_out) {
    const reason = told.words.say(`because.${because}`, { of: told.wording.measure(of) });
    list.append(element("li", filled(leftOut, { measure: told.wording.measure(measure), reason })));
  }
}

/**
 * Bars for sums of yuan; the same figures stand as text beside them and in the table.
 * @param {HTMLElement} figure
 * @param {Told} told
 * @param {Verdict[]} verdicts
 */
function picture(figure, told, verdicts) {
  const sums = verdicts.flatMap(({ measure, status, amount, excluded_by }) => {
    const most = amount?.unit === "yuan" ? (amount.high ?? amount.low) : null;
    const counted = status === "eligible" && !excluded_by && most !== null && most !== undefined && most > 0;
    return counted && amount ? [{ measure, amount, least: amount.low ?? 0, most }] : [];
  });
  figure.hidden = sums.length < 2;
  const longest = Math.max(...sums.map(({ most }) => most));
  for (const { measure, amount, least, most } of sums) {
    figure.append(element("p", `${told.wording.measure(measure)}${told.words.say("colon")}${told.wording.amount(amount)}`));
    figure.append(bar(least / longest, most / longest, amount.kind));
  }
}

/** A solid bar up to what is certain, an outlined one up to what is possible. @param {number} least @param {number} most @param {string} kind */
function bar(least, most, kind) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", `quiz__bar-picture quiz__bar-picture--${kind}`);
  picture.setAttribute("viewBox", "0 0 100 4");
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("aria-hidden", "true");
  for (const [name, share] of /** @type {[string, number][]} */ ([["possible", most], ["certain", least]])) {
    const piece = document.createElementNS(SVG, "rect");
    piece.setAttribute("class", `quiz__piece quiz__piece--${name}`);
    piece.setAttribute("width", String(Math.max(share * 100, share ? 0.5 : 0)));
    piece.setAttribute("height", "4");
    picture.append(piece);
  }
  return picture;
}
