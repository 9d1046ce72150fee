/**
 * The checker on the page: shows what the engine names and fills in its figures.
 *
 * It holds no rule and no wording: both come from the engine and from the page's HTML. A place is a
 * question or one of PLACES; each is shown from the answers alone, so Back, Forward, reload and a
 * link all arrive the same way.
 *
 * @typedef {import("./contract.js").Answer} Answer
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./contract.js").Next} Next
 * @typedef {import("./contract.js").Plan} Plan
 * @typedef {import("./contract.js").Request} Request
 * @typedef {import("./contract.js").Ticks} Ticks
 */
import { readAnswer } from "./answers.js";
import { receive } from "./arrival.js";
import { Engine, EngineAbsent } from "./engine.js";
import { dataBlock, part, questionForm, required } from "./parts.js";
import { carriesAnswers, toFragment } from "./parcel.js";
import { changeLines, keepConsistent, offer, prepare, showTroubles } from "./question.js";
import { PLACES, Session } from "./session.js";
import { Wording } from "./wording.js";
import { Words } from "./words.js";

const PATIENCE = 300; // milliseconds until the page says that it is getting ready

/** The engine answered with a fault of its own: a reference instead of a verdict. */
class EngineFault extends Error {}

class PolicyQuiz extends HTMLElement {
  /** @type {Engine} */ #engine;
  /** @type {Session} */ #session;
  /** @type {import("./outcome.js").Told} */ #told;
  /** @type {HTMLElement} */ #stage;
  /** @type {HTMLElement} */ #first;
  /** @type {Answers} */ #presupposed = {};
  #title = document.title;
  #busy = false;
  #shown = 0;

  constructor() {
    super();
    const words = new Words(dataBlock(this, "script[data-words]"), document.documentElement.lang);
    this.#told = { host: this, words, wording: new Wording(this, words) };
    this.#engine = new Engine(this.#files());
    this.#stage = required(this, "[data-stage]");
    this.#first = required(this.#stage, "[data-step]");
    this.#presupposed = dataBlock(this, "script[data-presupposed]");
    this.#session = new Session(this.#first.dataset.step ?? "");
  }

  connectedCallback() {
    this.#checklist.open = false;
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("keydown", (event) => this.#pressed(event));
    this.addEventListener("input", (event) => this.#filled(event));
    addEventListener("popstate", () => this.#followed());
    addEventListener("pageshow", (event) => this.#shownAgain(event.persisted));
    document.addEventListener("click", (event) => this.#languageChosen(event), true);
    this.#startSoon();
    void this.#arrive();
  }

  get #checklist() {
    return /** @type {HTMLDetailsElement} */ (required(this, "#checklist"));
  }

  get #only() {
    return this.dataset.only ? [this.dataset.only] : null;
  }

  get #answers() {
    return { ...this.#presupposed, ...this.#session.answers };
  }

  #files() {
    const root = new URL(this.dataset.root ?? "", document.baseURI);
    const { runtime, library, lock, engine, rules } = dataBlock(this, "script[data-start]");
    const at = (/** @type {string} */ path) => new URL(path, root).href;
    return {
      pyodide: at(`${runtime}pyodide.mjs`),
      folder: at(runtime),
      library: at(library),
      lock,
      engine: at(engine),
      rules: at(rules),
    };
  }

  /** Python comes on the first intent or when the page is idle; not unasked where data is dear. */
  #startSoon() {
    const start = () => void this.#engine.start().catch(() => undefined);
    for (const intent of ["pointerdown", "focusin", "keydown"]) {
      this.addEventListener(intent, start, { once: true, passive: true });
    }
    const link = /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection;
    if (link?.saveData) return;
    const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 1_000));
    idle(start);
  }

  /** From a link with answers, from this history entry, or new. */
  async #arrive() {
    if (carriesAnswers(location.hash)) {
      const fragment = location.hash;
      this.#session.keep();
      await this.#received(receive(fragment, (request) => this.#reply(request)));
    } else if (this.#session.resume() && !this.#session.first) {
      await this.#show(false);
    }
  }

  /** @param {Promise<import("./arrival.js").Arrived>} arriving */
  async #received(arriving) {
    await this.#attempt(async () => {
      const { answers, route, rules, damaged, gone } = await arriving;
      if (!damaged) {
        const way = route.length ? route : [this.#session.route[0] ?? "", PLACES.result];
        this.#session.restore(answers, way);
        await this.#show(true);
      }
      this.#notify({ damaged, older: !damaged && rules !== this.dataset.rules, gone, restored: !damaged && !route.length });
    });
  }

  /** @param {{damaged: boolean, older: boolean, gone: string[], restored: boolean}} told */
  #notify({ damaged, older, gone, restored }) {
    if (!(damaged || older || gone.length || restored)) return;
    const notice = part(this, "notice");
    required(notice, "[data-damaged]").hidden = !damaged;
    required(notice, "[data-older]").hidden = !older;
    required(notice, "[data-restored]").hidden = !restored;
    const missing = required(notice, "[data-gone]");
    missing.hidden = gone.length === 0;
    missing.textContent = (missing.dataset.gone ?? "").replace("{questions}", gone.join(" "));
    required(this.#stage, ".quiz__step").prepend(notice);
  }

  #followed() {
    if (this.#busy) return;
    this.#session.follow();
    void this.#show(true);
  }

  /** @param {boolean} kept whether the browser had kept the whole page */
  #shownAgain(kept) {
    if (kept && this.#session.outdated) void this.#again();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    const act = button.dataset.act ?? "";
    if (act === "field") return this.#toField(event, button);
    /** @type {Record<string, () => unknown>} */
    const acts = {
      continue: () => this.#continue(),
      next: () => this.#onward(),
      back: () => history.back(),
      change: () => this.#go(button.dataset.to ?? ""),
      review: () => this.#go(PLACES.review),
      result: () => this.#go(PLACES.result),
      sheet: () => this.#go(PLACES.sheet),
      "sheet-result": () => this.#go(PLACES.result),
      again: () => this.#again(),
      retry: () => this.#show(true),
      checklist: () => this.#openChecklist(),
      dismiss: () => button.closest("[data-notice]")?.remove(),
      "add-line": () => changeLines(button),
      "remove-line": () => changeLines(button),
    };
    if (acts[act]) acts[act]();
    else void this.#takeAway(act, button);
  }

  /** @param {Event} event @param {HTMLElement} link */
  #toField(event, link) {
    event.preventDefault();
    const id = link.getAttribute("href")?.slice(1) ?? "";
    required(this.#stage, `#${CSS.escape(id)}`).focus();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const typing = event.target instanceof HTMLInputElement && event.target.closest("[data-form]");
    if (event.key !== "Enter" || !typing || event.isComposing) return;
    event.preventDefault();
    if (this.#session.place !== PLACES.sheet) void this.#continue();
  }

  /** @param {Event} event */
  #filled(event) {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") {
      return void this.#fileChosen(event.target);
    }
    keepConsistent(event.target);
    if (this.#session.place === PLACES.sheet) void this.#sheetFilled();
    else if (this.#session.first) void this.#estimate();
  }

  /** Say how many questions the roles chosen will bring. */
  async #estimate() {
    const form = this.#stage.querySelector("[data-form=role]");
    const about = this.#stage.querySelector("[data-about]");
    const filled = form instanceof HTMLElement ? readAnswer(form) : null;
    if (!about || !filled || !("answer" in filled)) return;
    const answers = { ...this.#answers, role: filled.answer };
    const { plan } = await this.#asked(["plan"], answers).catch(() => ({ plan: undefined }));
    if (plan) about.textContent = this.#told.words.say("about", { more: plan.remaining });
  }

  async #continue() {
    const form = this.#stage.querySelector("[data-form]");
    if (!(form instanceof HTMLElement) || this.#busy) return;
    const filled = readAnswer(form);
    const troubles = "troubles" in filled ? filled.troubles : [];
    showTroubles(this.#stage, troubles, this.#told.words);
    this.#entitle(troubles.length > 0);
    if ("troubles" in filled) return;
    const question = form.dataset.form ?? "";
    this.#session.answer(question, this.#joined(question, filled.answer));
    await this.#onward();
  }

  /** Ticks of a page that offers only some options join those given before. @param {string} question @param {Answer} answer */
  #joined(question, answer) {
    if (!isTicks(answer)) return answer;
    const before = this.#session.answers[question];
    const rest = this.#only && question === "role" ? this.#noRoles() : {};
    return { ...rest, ...(isTicks(before) ? before : {}), ...answer };
  }

  /** For one measure only the roles that matter are offered; the others are a no. @returns {Ticks} */
  #noRoles() {
    const options = questionForm(this, "role").querySelectorAll("[data-choice]");
    return Object.fromEntries([...options].map((each) => [/** @type {HTMLElement} */ (each).dataset.choice ?? "", false]));
  }

  /** To the next question that matters, or to the answers where none does. */
  async #onward() {
    await this.#attempt(async () => {
      const { plan } = await this.#asked(["plan"]);
      this.#session.go(plan?.next?.question ?? PLACES.review);
      await this.#showPlace(plan ?? null);
      this.#settle();
    });
  }

  /** @param {string} place */
  async #go(place) {
    this.#session.go(place);
    await this.#show(true);
  }

  /** @param {boolean} focus */
  async #show(focus) {
    await this.#attempt(async () => {
      await this.#showPlace(null);
      this.#settle(focus);
    });
  }

  /** @param {Plan | null} plan the plan that led here, if it did */
  async #showPlace(plan) {
    const { place } = this.#session;
    if (place === PLACES.review) return this.#showReview();
    if (place === PLACES.result) return this.#showResult();
    if (place === PLACES.sheet) return this.#showSheet();
    if (this.#session.first) return this.#put(this.#firstStep());
    return this.#showQuestion(place, plan?.next?.question === place ? plan : null);
  }

  #firstStep() {
    const { step = "" } = this.#first.dataset;
    prepare(required(this.#first, "[data-form]"), this.#session.answers[step], today());
    showTroubles(this.#first, [], this.#told.words);
    return this.#first;
  }

  /** @param {string} question @param {Plan | null} plan */
  async #showQuestion(question, plan) {
    const step = part(this, "step");
    const form = questionForm(this, question);
    required(step, "[data-place]").replaceWith(form);
    const known = plan ?? (await this.#planBefore(question));
    const next = known?.next?.question === question ? known.next : null;
    offer(form, next?.options ?? null, this.#answers);
    prepare(form, this.#session.answers[question], today());
    required(step, "[data-progress]").textContent = this.#progress(known);
    this.#explain(required(step, "[data-why]"), next);
    this.#put(step);
  }

  /** The plan as it was when this question came: a function of the answers before it. @param {string} question */
  async #planBefore(question) {
    const way = this.#session.route;
    const before = new Set(way.slice(0, way.indexOf(question)));
    const answers = Object.fromEntries(Object.entries(this.#answers).filter(([id]) => before.has(id) || id in this.#presupposed));
    return (await this.#asked(["plan"], answers)).plan ?? null;
  }

  /** @param {Plan | null} plan */
  #progress(plan) {
    const way = this.#session.route;
    const at = new Set(way.slice(0, way.indexOf(this.#session.place) + 1).filter((place) => !place.startsWith(":"))).size;
    const more = Math.max((plan?.remaining ?? 1) - 1, 0);
    return this.#told.words.say(more ? "progress" : "progress_last", { at, more });
  }

  /** @param {HTMLElement} why @param {Next | null} next */
  #explain(why, next) {
    why.hidden = !next?.measures.length;
    const cards = (next?.measures ?? []).map((id) => this.#told.wording.card(id));
    required(why, "[data-measures]").replaceChildren(...cards.map((card) => this.#mention(card)));
    const { words, wording } = this.#told;
    const { low, high } = next?.stakes ?? { low: 0, high: 0 };
    const fill = { low: wording.unit("yuan", low), high: wording.unit("yuan", high) };
    required(why, "[data-stakes]").textContent = high ? words.say(low === high ? "stakes_one" : "stakes", fill) : "";
    required(why, "[data-why-words]").hidden = true;
  }

  /** @param {HTMLElement} card */
  #mention(card) {
    const item = document.createElement("li");
    const name = required(card, "[data-name]").cloneNode(true);
    const { joined = "" } = { joined: this.#told.words.say("joined") };
    item.append(name, `${joined}${card.dataset.article}${joined}${required(card, "[data-sum]").textContent}`);
    return item;
  }

  async #showReview() {
    const [{ plan }, { reviewPage }] = await Promise.all([this.#asked(["plan"]), import("./review.js")]);
    if (plan) this.#put(reviewPage(this.#told, plan, this.#answers));
  }

  async #showResult() {
    const [reply, { resultPage }] = await Promise.all([
      this.#asked(["plan", "verdicts", "totals"]),
      import("./result.js"),
    ]);
    const { plan, verdicts, totals } = reply;
    if (!plan || !verdicts || !totals) throw new EngineFault("");
    const settled = { plan, verdicts, totals, answers: this.#answers, as_of: today() };
    this.#put(resultPage(this.#told, settled, this.#about));
  }

  async #showSheet() {
    const { sheetPage } = await import("./sheet.js");
    this.#put(sheetPage(this.#told, this.#answers, today()));
    await this.#sheetFilled();
  }

  async #sheetFilled() {
    const { sheetAnswers, foldSheet, reckoned } = await import("./sheet.js");
    const given = sheetAnswers(this.#stage);
    this.#session.replace(given);
    const { plan } = await this.#asked(["plan"], reckoned(this.#stage, this.#answers));
    const settled = await this.#asked(["plan"]);
    if (plan && settled.plan) foldSheet(this.#told, this.#stage, plan, settled.plan, this.#answers);
  }

  get #about() {
    return { rules: this.dataset.rules ?? "", document: this.dataset.document ?? "" };
  }

  /** @param {HTMLElement} page */
  #put(page) {
    this.#stage.replaceChildren(page);
    this.#shown += 1;
  }

  /** After a step: title, focus on its heading, one announcement. */
  #settle(focus = true) {
    this.#entitle(false);
    const heading = required(this.#stage, "h1");
    const progress = this.#stage.querySelector("[data-progress]")?.textContent;
    required(this, "[data-live]").textContent = progress || "";
    if (!focus) return;
    heading.focus();
    heading.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} wrong */
  #entitle(wrong) {
    const heading = this.#stage.querySelector("h1")?.textContent?.trim() ?? "";
    const site = this.#title.split(" · ").at(-1) ?? "";
    const title = this.#session.first ? this.#title : `${heading} · ${site}`;
    document.title = wrong ? this.#told.words.say("error_prefix") + title : title;
  }

  /** @param {Request["want"]} want @param {Answers} answers */
  async #asked(want, answers = this.#answers) {
    const reply = await this.#reply({ answers, as_of: today(), only: this.#only, want });
    if (!reply.ok) throw new EngineFault(reply.error.path || reply.error.code);
    return reply;
  }

  /** @param {Request} request */
  #reply(request) {
    return this.#engine.ask(request);
  }

  /** Do what needs the engine; say so where it is slow, absent or at fault. @param {() => Promise<unknown>} work */
  async #attempt(work) {
    this.#busy = true;
    const waiting = setTimeout(() => this.#wait(true), PATIENCE);
    try {
      await work();
    } catch (problem) {
      this.#failed(problem);
    } finally {
      clearTimeout(waiting);
      this.#wait(false);
      this.#busy = false;
    }
  }

  /** @param {boolean} on */
  #wait(on) {
    const waiting = this.#stage.querySelector("[data-waiting]");
    if (!(waiting instanceof HTMLElement)) return;
    waiting.hidden = !on;
    if (on) required(this, "[data-live]").textContent = waiting.textContent;
  }

  /** @param {unknown} problem */
  #failed(problem) {
    if (problem instanceof EngineAbsent) this.#put(part(this, "failure"));
    else {
      const page = part(this, "fault");
      const place = required(page, "[data-fault]");
      const reference = problem instanceof EngineFault ? problem.message : "page";
      place.textContent = (place.dataset.fault ?? "").replace("{reference}", reference);
      this.#put(page);
    }
    this.#settle();
  }

  #openChecklist() {
    this.#checklist.open = true;
    required(this.#checklist, "summary").focus();
    this.#checklist.scrollIntoView();
  }

  /** Start again, for the next person. */
  async #again() {
    this.#busy = true;
    await this.#session.clear();
    for (const input of this.#first.querySelectorAll("input")) {
      input.checked = false;
      if (input.type === "text" || input.type === "file") input.value = "";
    }
    this.#busy = false;
    this.#put(this.#first);
    this.#settle();
    required(this, "[data-live]").textContent = this.#told.words.say("cleared");
    scrollTo(0, 0);
  }

  /** @param {string} act @param {HTMLElement} button */
  async #takeAway(act, button) {
    const { takeAway } = await import("./takeaway.js");
    const parcel = { answers: this.#session.answers, route: [], rules: this.#about.rules };
    await takeAway(act, { page: this.#stage, button, parcel, about: { ...this.#about, as_of: today() }, words: this.#told.words });
  }

  /** @param {HTMLInputElement} input */
  async #fileChosen(input) {
    const file = input.files?.[0];
    input.value = "";
    if (file) await this.#received(receive(file, (request) => this.#reply(request)));
  }

  /** The other language gets place and answers in the fragment, which it takes out again at once. @param {MouseEvent} event */
  #languageChosen(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-language]") : null;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!(link instanceof HTMLAnchorElement) || !plain || !Object.keys(this.#session.answers).length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { answers, route } = this.#session;
    void toFragment({ answers, route, rules: this.#about.rules }).then((fragment) => {
      location.replace(link.href.split("#")[0] + fragment);
    });
  }
}

/** @param {Answer | undefined} answer @returns {answer is Ticks} */
function isTicks(answer) {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer);
}

/** The visitor's own day, as the engine reads it. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((number, index) => String(number).padStart(index ? 2 : 4, "0"))
    .join("-");
}

customElements.define("policy-quiz", PolicyQuiz);
