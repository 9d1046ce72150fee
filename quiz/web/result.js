/**
 * The result: verdicts in groups, sums, answers.
 *
 * @typedef {import("./contract.js").Verdict} Verdict
 * @typedef {import("./contract.js").Totals} Totals
 * @typedef {import("./contract.js").Plan} Plan
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./outcome.js").Told} Told
 *
 * @typedef {object} Settled
 * @property {Plan} plan
 * @property {Verdict[]} verdicts
 * @property {Totals} totals
 * @property {Answers} answers
 * @property {string} as_of
 */
import { listAnswers } from "./review.js";
import { outcome } from "./outcome.js";
import { part, required } from "./parts.js";
import { showTotals } from "./totals.js";

const MOST_UNFOLDED = 8;
const EFFORTS = ["can", "time", "fixed"];

/**
 * Where a verdict is shown: what may be had first, what cannot last.
 * @param {Verdict} verdict
 */
export function groupOf({ status, basis, further_conditions, awaits, would_change }) {
  if (status === "unknown") return "open";
  if (status === "ineligible") return would_change.length ? "now" : "never";
  if (basis === "duty") return "duty";
  if (basis === "competitive") return "compete";
  const sure = basis === "entitlement" && !further_conditions.length && !awaits.length;
  return sure ? "qualify" : "stated";
}

/**
 * @param {Told} told
 * @param {Settled} settled
 * @param {{rules: string, document: string}} about
 * @returns {HTMLElement}
 */
export function resultPage(told, settled, about) {
  const page = part(told.host, "result");
  const groups = grouped(settled.verdicts);
  heading(page, told, settled, about);
  for (const [name, verdicts] of groups) fillGroup(page, told, name, verdicts);
  countGroups(page, told, groups);
  required(page, "[data-nothing]").hidden = ["qualify", "stated", "compete", "duty"].some((name) => groups.has(name));
  showTotals(page, told, settled.totals, settled.verdicts);
  listAnswers(required(page, "[data-answers]"), told, settled.plan.answered, settled.answers);
  return page;
}

/** @param {Verdict[]} verdicts */
function grouped(verdicts) {
  /** @type {Map<string, Verdict[]>} */
  const groups = new Map();
  for (const verdict of verdicts) {
    const name = groupOf(verdict);
    groups.set(name, [...(groups.get(name) ?? []), verdict]);
  }
  return groups;
}

/** @param {HTMLElement} page @param {Told} told @param {Settled} settled @param {{rules: string, document: string}} about */
function heading(page, told, { plan, as_of }, { rules, document }) {
  const title = required(page, "h1");
  if (plan.next) title.textContent = title.dataset.soFar ?? "";
  required(page, "[data-go-on]").hidden = plan.next === null;
  const checked = required(page, "[data-checked]");
  const fill = { date: told.wording.date(as_of), document, rules };
  checked.textContent = filled(checked.dataset.checked ?? "", fill);
}

/** Fills `{names}` of a text that the page carries. @param {string} text @param {Record<string, string>} fill */
export function filled(text, fill) {
  return text.replace(/\{(\w+)\}/g, (_, name) => fill[name] ?? "");
}

/** @param {HTMLElement} page @param {Told} told @param {string} name @param {Verdict[]} verdicts */
function fillGroup(page, told, name, verdicts) {
  const section = required(page, `[data-group="${name}"]`);
  section.hidden = false;
  required(section, "[data-count]").textContent = told.words.say("counted", { n: verdicts.length });
  const outcomes = required(section, "[data-outcomes]");
  const fold = section.querySelector("details");
  if (fold) fold.open = name === "open" && verdicts.length <= MOST_UNFOLDED;
  const easiest = verdicts.map((verdict) => ({ verdict, effort: effortOf(verdict) }));
  easiest.sort((one, other) => one.effort - other.effort);
  outcomes.append(...easiest.map(({ verdict }) => outcome(told, verdict)));
}

/** How hard the easiest change is that would help. @param {Verdict} verdict */
function effortOf({ would_change }) {
  const efforts = would_change.map(({ set }) => Math.max(...set.map(({ change }) => EFFORTS.indexOf(change))));
  return Math.min(...efforts, EFFORTS.length);
}

/** @param {HTMLElement} page @param {Told} told @param {Map<string, Verdict[]>} groups */
function countGroups(page, told, groups) {
  const counts = required(page, "[data-counts]");
  for (const section of page.querySelectorAll("section[data-group]")) {
    const name = /** @type {HTMLElement} */ (section).dataset.group ?? "";
    const n = groups.get(name)?.length ?? 0;
    if (n) counts.append(toGroup(name, told.words.say(`counts.${name}`, { n })));
  }
}

/** A line of the overview, which leads to its group. @param {string} name @param {string} words */
function toGroup(name, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#quiz-${name}`;
  link.dataset.act = "group";
  link.dataset.group = name;
  link.textContent = words;
  item.append(link);
  return item;
}
