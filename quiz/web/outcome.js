/**
 * One measure's outcome: its sum and how it comes about, what is met, what would change it.
 *
 * @typedef {import("./contract.js").Verdict} Verdict
 * @typedef {import("./contract.js").Reason} Reason
 * @typedef {{host: ParentNode, words: import("./words.js").Words, wording: import("./wording.js").Wording}} Told
 */
import { alternatives } from "./alternatives.js";
import { element, part, required } from "./parts.js";

const LEADS = Object.freeze({ eligible: "change.lead", unknown: "change.lead_open" });
const TICKS = Object.freeze({ met: "✓", not: "✗", open: "?" });

/**
 * @param {Told} told
 * @param {Verdict} verdict
 * @returns {HTMLElement}
 */
export function outcome(told, verdict) {
  const shown = part(told.host, "outcome");
  const card = /** @type {HTMLElement} */ (told.wording.card(verdict.measure).cloneNode(true));
  shown.dataset.outcome = verdict.measure;
  const lead = required(card, "h3");
  const sum = required(card, "[data-sum]");
  required(shown, "[data-head]").append(lead, sum);
  showWhat(shown, card, verdict, sum);
  required(shown, "[data-more]").append(...required(card, "[data-body]").childNodes);
  showAmount(shown, told, verdict, sum);
  showRemarks(shown, told, verdict);
  showChanges(shown, told, verdict);
  for (const reason of eachReason(verdict.reasons)) markReason(shown, told, reason);
  for (const reading of verdict.readings) showReading(shown, told, reading);
  for (const list of shown.querySelectorAll("[data-interpretation]")) showSame(list, told, verdict);
  return shown;
}

/** What is had, where that is not a sum alone; it says more than that no sum is stated. @param {HTMLElement} shown @param {HTMLElement} card @param {Verdict} verdict @param {HTMLElement} sum */
function showWhat(shown, card, { amount, status }, sum) {
  const what = card.querySelector("[data-what]");
  if (!what || status === "ineligible") return;
  if (amount === null) sum.remove();
  required(shown, "[data-head]").append(what);
}

/** @param {HTMLElement} shown @param {Told} told @param {Verdict} verdict @param {HTMLElement} sum */
function showAmount(shown, told, { amount, status }, sum) {
  const steps = required(shown, "[data-steps]");
  if (amount === null || status === "ineligible") return steps.remove();
  const words = required(shown, "[data-amount]");
  words.textContent = told.wording.amount(amount);
  words.hidden = false;
  sum.remove();
  const told_steps = amount.steps.filter((step) => step.factors.length > 1 || amount.steps.length > 1);
  steps.append(...told_steps.map((step) => element("li", told.wording.step(step, amount.unit))));
}

/** @param {HTMLElement} shown @param {Told} told @param {Verdict} verdict */
function showRemarks(shown, told, verdict) {
  const remarks = required(shown, "[data-remarks]");
  const { words, wording } = told;
  if (verdict.excluded_by) {
    remarks.append(element("li", words.say("excluded", { of: wording.measure(verdict.excluded_by) })));
  }
  if (verdict.status === "ineligible") return;
  for (const { node } of verdict.awaits) {
    const decided = shown.querySelector(`[data-node="${CSS.escape(node)}"] .quiz__decided`);
    if (decided) remarks.append(element("li", decided.textContent ?? ""));
  }
  if (verdict.status === "unknown") remarks.append(...settling(told, verdict));
}

/** The questions that an open condition waits for, as buttons that lead there. @param {Told} told @param {Verdict} verdict */
function settling({ words, wording }, { reasons, awaits }) {
  const open = [...eachOpen(reasons)].flatMap(({ facts = [] }) => facts.filter(({ answer }) => answer === null));
  const asked = [...new Set(open.map(({ question }) => question))].filter((question) => wording.knows(question));
  // One answer settles it only where nothing else is open.
  const key = asked.length === 1 && !awaits.length ? "settles" : "unanswered";
  return asked.map((question) => {
    const item = element("li", "");
    const button = element("button", words.say(key, { question: wording.question(question) }), "quiz__link quiz__settles");
    button.setAttribute("type", "button");
    button.dataset.act = "change";
    button.dataset.to = question;
    item.append(button);
    return item;
  });
}

/** What would meet the conditions, then what would leave them open. @param {HTMLElement} shown @param {Told} told @param {Verdict} verdict */
function showChanges(shown, told, { would_change }) {
  const place = required(shown, "[data-changes]");
  for (const [status, lead] of Object.entries(LEADS)) {
    const sets = would_change.filter(({ leads_to }) => leads_to === status);
    if (sets.length) place.append(element("p", told.words.say(lead)), ...listed(told, sets));
  }
  place.hidden = !would_change.length;
}

/** @param {Told} told @param {Verdict["would_change"]} sets @returns {HTMLElement[]} a list for each alternative */
function listed({ words, wording }, sets) {
  return alternatives(sets).flatMap((needed, index) => {
    const list = document.createElement("ul");
    for (const settings of needed) {
      const item = element("li", wording.settings(settings));
      const [effort = ""] = settings.map(({ change }) => change);
      item.append(" ", element("span", words.say(`change.${effort}`), `quiz__effort quiz__effort--${effort}`));
      list.append(item);
    }
    return index ? [element("p", words.say("change.or")), list] : [list];
  });
}

/** @param {HTMLElement} shown @param {Told} told @param {Reason} reason */
function markReason(shown, told, reason) {
  const line = shown.querySelector(`[data-node="${CSS.escape(reason.id)}"]`);
  if (!(line instanceof HTMLElement)) return;
  line.dataset.reason = reason.state;
  required(line, "[data-tick]").textContent = TICKS[reason.state];
  const state = required(line, "[data-state]");
  state.className = `quiz__state quiz__state--${reason.state}`;
  state.textContent = told.words.say(`state.${reason.state}`);
  const given = givenAnswers(told, reason);
  if (given) state.after(element("span", given, "quiz__yours"));
}

/** @param {Told} told @param {Reason} reason */
function givenAnswers({ words, wording }, { facts = [] }) {
  const known = facts.filter(({ question, answer }) => answer !== null && answer !== undefined && wording.knows(question));
  if (!known.length) return "";
  const said = known.map(({ question, option, answer }) =>
    known.length === 1 ? wording.answer(question, answer) : wording.fact(question, option, answer),
  );
  return words.say("your_answer", { answer: [...new Set(said)].join(words.say("joined")) });
}

/** @param {HTMLElement} shown @param {Told} told @param {import("./contract.js").Reading} other */
function showReading(shown, { words, wording }, { interpretation, reading, status, amount }) {
  const line = shown.querySelector(`[data-interpretation="${CSS.escape(interpretation)}"] [data-reading="${CSS.escape(reading)}"]`);
  if (!line) return;
  const result = amount && status === "eligible" ? wording.amount(amount) : words.say(`status.${status}`);
  line.append(" ", element("b", words.say("reading", { result })));
  line.closest("details")?.setAttribute("open", "");
}

/** Say that a reading changes nothing for these answers, where it was worked out. @param {Element} list @param {Told} told @param {Verdict} verdict */
function showSame(list, { words }, { readings }) {
  const name = list.getAttribute("data-interpretation");
  if (list.hasAttribute("data-noted") || readings.some(({ interpretation }) => interpretation === name)) return;
  list.after(element("p", words.say("reading_same"), "small"));
}

/** The open reasons that keep a verdict open: nothing below what is met or missed. @param {Reason} reason @returns {Generator<Reason>} */
function* eachOpen(reason) {
  if (reason.state !== "open") return;
  yield reason;
  for (const below of [...(reason.all_of ?? []), ...(reason.any_of ?? [])]) yield* eachOpen(below);
}

/** A reason and all below it. @param {Reason} reason @returns {Generator<Reason>} */
function* eachReason(reason) {
  yield reason;
  for (const below of [...(reason.all_of ?? []), ...(reason.any_of ?? [])]) yield* eachReason(below);
}
