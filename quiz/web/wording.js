/**
 * Says answers, sums and dates in the page's language; names come from the page's own HTML.
 *
 * @typedef {import("./contract.js").Answer} Answer
 * @typedef {import("./contract.js").Amount} Amount
 * @typedef {import("./contract.js").Factor} Factor
 * @typedef {import("./contract.js").Step} Step
 * @typedef {import("./contract.js").Setting} Setting
 * @typedef {import("./contract.js").Ticks} Ticks
 */
import { hasQuestion, required } from "./parts.js";

export class Wording {
  #host;
  #words;

  /** @param {ParentNode} host @param {import("./words.js").Words} words */
  constructor(host, words) {
    this.#host = host;
    this.#words = words;
  }

  /** @param {string} id */
  question(id) {
    return text(this.#template(id).querySelector(".quiz__title"));
  }

  /** @param {string} id @param {string} option */
  option(id, option) {
    const input = this.#template(id).querySelector(`[data-option][value="${CSS.escape(option)}"]`);
    return text(input?.parentElement?.querySelector("label"));
  }

  /** @param {string} id @returns {boolean} */
  knows(id) {
    return hasQuestion(this.#host, id);
  }

  /** @param {string} id a measure */
  measure(id) {
    return text(this.card(id).querySelector("[data-name]"));
  }

  /** @param {string} id a measure @returns {HTMLElement} */
  card(id) {
    return required(this.#host, `[data-measure="${CSS.escape(id)}"]`);
  }

  /** @param {string} id @param {Answer} answer */
  answer(id, answer) {
    if (answer === null) return this.#words.say("unknown");
    if (typeof answer === "boolean") return this.#words.say(answer ? "yes" : "no");
    if (Array.isArray(answer)) return this.#lines(id, answer);
    if (typeof answer === "object") return this.#ticks(id, answer);
    return this.#single(id, answer);
  }

  /** One option's own answer, as a reason names it. @param {string} id @param {string | null} option @param {Answer} answer */
  fact(id, option, answer) {
    const said = this.answer(id, answer);
    return option === null ? said : this.#pair(this.option(id, option), said);
  }

  /** @param {Setting[]} settings of one question, any of which will do */
  settings(settings) {
    const answer = settings.map((each) => this.#wanted(each)).join(this.#words.say("change.either"));
    return this.#words.say("change.fact", { question: this.question(settings[0]?.question ?? ""), answer });
  }

  /** @param {Setting} setting */
  #wanted({ question, option, to }) {
    if (typeof to === "object" && to !== null) return this.#bounds(question, to);
    if (option === null) return this.answer(question, to);
    const named = this.option(question, option);
    return to === false ? this.#words.say("change.not", { option: named }) : named;
  }

  /** @param {Amount} amount */
  amount(amount) {
    const { kind, low, high, unit, paid_to, period, years } = amount;
    const shown = this.span(kind, low, high, unit);
    if (kind === "as_paid" || kind === "not_stated") return shown;
    const sum = years === null ? shown : this.#words.say("amount.years", { sum: shown, n: years });
    const said = [sum, ...this.period(period), this.#words.say(`paid_to.${paid_to}`)];
    return said.join(this.#words.say("amount.joined"));
  }

  /** How often a sum is given: nothing where it is the whole sum. @param {string} period @returns {string[]} */
  period(period) {
    return period === "once" ? [] : [this.#words.say(`period.${period}`)];
  }

  /** @param {string} kind @param {number | null} low @param {number | null} high @param {string} unit */
  span(kind, low, high, unit) {
    return this.#words.say(`amount.${spanKind(kind, low, high)}`, {
      low: low === null ? "" : this.unit(unit, low),
      high: high === null ? "" : this.unit(unit, high),
    });
  }

  /** "12 months (you entered 14; the limit counts) × 3 people × 1,500 yuan = 54,000 yuan" @param {Step} step @param {string} unit */
  step(step, unit) {
    const steps = step.factors.map((factor) => this.#factor(factor));
    const product = [steps.join(this.#words.say("amount.times")), this.ranged(step.low, step.high, unit)];
    const said = (steps.length > 1 ? product : product.slice(1)).join(this.#words.say("amount.equals"));
    return step.row === null ? said : this.#words.say("amount.row", { n: step.row + 1, steps: said });
  }

  /** @param {string} unit @param {number} n */
  unit(unit, n) {
    return this.#words.say(`unit.${unit}`, { n });
  }

  /** @param {number} low @param {number} high @param {string} unit */
  ranged(low, high, unit) {
    if (low === high) return this.unit(unit, low);
    return this.#words.say("ranged", { low: this.unit(unit, low), high: this.unit(unit, high) });
  }

  /** @param {string} date as in an answer: "2018", "2018-06" or "2018-06-30" */
  date(date) {
    const [y = "", m = "", d = ""] = date.split("-");
    const kind = d ? "day" : m ? "month" : "year";
    const month = m && this.#words.say(`date.month_${m}`);
    return this.#words.say(`date.${kind}`, { y, month, d: d.replace(/^0/, "") });
  }

  /** @param {Factor} factor */
  #factor({ low, high, given, capped, unit }) {
    const value = this.ranged(low, high, unit);
    if (!capped || given === null) return value;
    return this.#words.say("amount.capped", { value, given: this.unit(unit, given) });
  }

  /** @param {string} id @param {{at_least?: number | string, at_most?: number | string}} bounds */
  #bounds(id, { at_least: least, at_most: most }) {
    const dated = this.#typeOf(id) === "date";
    const [low, high] = [least, most].map((end) => (end === undefined ? "" : this.#single(id, end)));
    const key = least === undefined ? (dated ? "until" : "at_most") : dated ? "from" : "at_least";
    if (low && high) return this.#words.say("change.between", { low, high });
    return this.#words.say(`change.${key}`, { value: low || high || "" });
  }

  /** @param {string} id @param {string | number} answer */
  #single(id, answer) {
    const type = this.#typeOf(id);
    if (type === "date") return this.date(String(answer));
    if (typeof answer === "number") return this.unit(type, answer);
    return this.option(id, answer);
  }

  /** @param {string} id @param {Ticks} ticks */
  #ticks(id, ticks) {
    const named = Object.entries(ticks).filter(([option]) => this.option(id, option));
    const yes = named.filter(([, value]) => value === true).map(([option]) => this.option(id, option));
    const unsure = named
      .filter(([, value]) => value === null)
      .map(([option]) => this.#pair(this.option(id, option), this.#words.say("unknown")));
    const said = [...yes, ...unsure.slice(0, yes.length || unsure.length < 3 ? undefined : 0)];
    if (said.length === 0) return unsure.length ? this.#words.say("unknown") : this.#none(id);
    return said.join(this.#words.say("joined"));
  }

  /** That none of the options is true, in the question's own words if it has any. @param {string} id */
  #none(id) {
    const own = this.#template(id).querySelector("[data-none]")?.getAttribute("data-none");
    return own || this.#words.say("none");
  }

  /** @param {string} id @param {Ticks[]} lines */
  #lines(id, lines) {
    const labels = this.#template(id).querySelectorAll("[data-field]");
    const said = lines.map((line, index) => {
      const cells = [.../** @type {NodeListOf<HTMLElement>} */ (labels)]
        .filter((input, at, all) => all.findIndex((each) => each.dataset.field === input.dataset.field) === at)
        .map((input) => this.#words.say("cell", this.#cell(input, line)));
      return this.#words.say("line", { n: index + 1, cells: cells.join(this.#words.say("joined")) });
    });
    return said.join("\n");
  }

  /** @param {HTMLElement} input @param {Ticks} line */
  #cell(input, line) {
    const value = line[input.dataset.field ?? ""];
    const said = typeof value === "number" ? value : this.#words.say(value === null ? "unknown" : value ? "yes" : "no");
    return { label: input.dataset.label ?? "", value: said };
  }

  /** @param {string} left @param {string} right */
  #pair(left, right) {
    return `${left}${this.#words.say("colon")}${right}`;
  }

  /** @param {string} id */
  #typeOf(id) {
    return required(this.#template(id), "[data-form]").dataset.type ?? "";
  }

  /** @param {string} id */
  #template(id) {
    const template = this.#host.querySelector(`template[data-question="${CSS.escape(id)}"]`);
    if (!(template instanceof HTMLTemplateElement)) throw new RangeError(`no question ${id}`);
    return template.content;
  }
}

/** How a sum is said, unknown answers taken into account. @param {string} kind @param {number | null} low @param {number | null} high */
function spanKind(kind, low, high) {
  if (kind === "at_least" && low === 0) return "depends";
  if (kind === "exact" && low !== high) return low === 0 ? "at_most" : "range";
  return kind === "range" && low === high ? "exact" : kind;
}

/** @param {Element | null | undefined} node */
function text(node) {
  return (node?.textContent ?? "").trim();
}
