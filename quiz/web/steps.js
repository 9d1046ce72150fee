/**
 * What each place shows, made from the answers alone.
 *
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./contract.js").Next} Next
 * @typedef {import("./contract.js").Plan} Plan
 * @typedef {import("./contract.js").Request} Request
 * @typedef {import("./contract.js").Reply} Reply
 * @typedef {Extract<Reply, {ok: true}>} Given
 *
 * @typedef {object} Setting
 * @property {import("./outcome.js").Told} told
 * @property {import("./session.js").Session} session
 * @property {HTMLElement} first the first question, which was there before any script
 * @property {Answers} presupposed answers that the page takes for granted
 * @property {{rules: string, document: string}} about
 * @property {(want: Request["want"], answers: Answers) => Promise<Given>} ask
 */
import { element, part, questionForm, required } from "./parts.js";
import { offer, prepare, showTroubles } from "./question.js";
import { PLACES } from "./session.js";
import { today } from "./today.js";

const MOST_MENTIONED = 10;

export class Steps {
  #setting;

  /** @param {Setting} setting */
  constructor(setting) {
    this.#setting = setting;
  }

  /** All answers that count, those that the page takes for granted included. @returns {Answers} */
  get answers() {
    return { ...this.#setting.presupposed, ...this.#setting.session.answers };
  }

  /**
   * @param {Plan | null} plan the plan that led to the present place, if it did
   * @returns {Promise<HTMLElement>}
   */
  async page(plan) {
    const { place, first } = this.#setting.session;
    if (place === PLACES.review) return this.#review();
    if (place === PLACES.result) return this.#result();
    if (place === PLACES.sheet) return this.#sheet();
    if (first) return this.#firstStep();
    return this.#question(place, plan?.next?.question === place ? plan : null);
  }

  #firstStep() {
    const { first, session, told } = this.#setting;
    prepare(required(first, "[data-form]"), session.answers[first.dataset.step ?? ""], today());
    showTroubles(first, [], told.words);
    return first;
  }

  /** @param {string} question @param {Plan | null} plan */
  async #question(question, plan) {
    const { told, session } = this.#setting;
    const step = part(told.host, "step");
    const form = questionForm(told.host, question);
    required(step, "[data-place]").replaceWith(form);
    const known = plan ?? (await this.#planBefore(question));
    const next = known?.next?.question === question ? known.next : null;
    offer(form, next?.options ?? null, this.answers);
    prepare(form, session.answers[question], today());
    required(step, "[data-progress]").textContent = this.#progress(known);
    this.#explain(required(step, "[data-why]"), next);
    return step;
  }

  /** The plan as it was when this question came: a function of the answers before it. @param {string} question */
  async #planBefore(question) {
    const { session, presupposed, ask } = this.#setting;
    const before = new Set(session.route.slice(0, session.route.indexOf(question)));
    const given = Object.entries(session.answers).filter(([id]) => before.has(id));
    return (await ask(["plan"], { ...presupposed, ...Object.fromEntries(given) })).plan ?? null;
  }

  /** @param {Plan | null} plan */
  #progress(plan) {
    const { session, told } = this.#setting;
    const way = session.route.slice(0, session.route.indexOf(session.place) + 1);
    const at = new Set(way.filter((place) => !place.startsWith(":"))).size;
    const more = Math.max((plan?.remaining ?? 1) - 1, 0);
    return told.words.say(more ? "progress" : "progress_last", { at, more });
  }

  /** @param {HTMLElement} why @param {Next | null} next */
  #explain(why, next) {
    const { words, wording } = this.#setting.told;
    why.hidden = !next?.measures.length;
    const measures = next?.measures ?? [];
    const list = required(why, "[data-measures]");
    list.replaceChildren(...measures.slice(0, MOST_MENTIONED).map((id) => this.#mention(wording.card(id))));
    const more = measures.length - MOST_MENTIONED;
    if (more > 0) list.append(element("li", words.say("and_more", { n: more })));
    const { low, high } = next?.stakes ?? { low: 0, high: 0 };
    const fill = { low: wording.unit("yuan", low), high: wording.unit("yuan", high) };
    required(why, "[data-stakes]").textContent = high ? words.say(low === high ? "stakes_one" : "stakes", fill) : "";
  }

  /** A measure with its article and its sum. @param {HTMLElement} card */
  #mention(card) {
    const { words } = this.#setting.told;
    const item = document.createElement("li");
    const sum = required(card, "[data-sum]").textContent ?? "";
    item.append(required(card, "[data-name]").cloneNode(true));
    item.append(words.say("mention", { article: card.dataset.article ?? "", sum }));
    return item;
  }

  async #review() {
    const { told, ask } = this.#setting;
    const [{ plan }, { reviewPage }] = await Promise.all([ask(["plan"], this.answers), import("./review.js")]);
    return reviewPage(told, /** @type {Plan} */ (plan), this.answers);
  }

  async #result() {
    const { told, ask, about } = this.#setting;
    const [given, { resultPage }] = await Promise.all([
      ask(["plan", "verdicts", "totals"], this.answers),
      import("./result.js"),
    ]);
    const { plan, verdicts, totals } = /** @type {Required<Given>} */ (given);
    return resultPage(told, { plan, verdicts, totals, answers: this.answers, as_of: today() }, about);
  }

  /** What is wrong on the page of all questions. @param {HTMLElement} page */
  async troubles(page) {
    const { sheetTroubles } = await import("./sheet.js");
    return sheetTroubles(page);
  }

  async #sheet() {
    const { sheetPage } = await import("./sheet.js");
    const page = sheetPage(this.#setting.told, this.answers, today());
    await this.fold(page);
    return page;
  }

  /** Take up what is filled in on the page of all questions, and fold away what does not count. @param {HTMLElement} page */
  async fold(page) {
    const { told, session, ask } = this.#setting;
    const { foldSheet, sheetAnswers } = await import("./sheet.js");
    session.replace(sheetAnswers(page));
    const { plan, barred } = /** @type {Required<Given>} */ (await ask(["plan", "barred"], this.answers));
    foldSheet(told, page, barred, plan, this.answers);
  }
}
