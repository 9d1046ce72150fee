/**
 * The checker on the page: shows what the engine names and fills in its figures.
 *
 * It holds no rule and no wording: both come from the engine and from the page's HTML. A place is a
 * question or one of PLACES; each is shown from the answers alone, so Back, Forward, reload and a
 * link all arrive the same way.
 *
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./contract.js").Plan} Plan
 * @typedef {import("./contract.js").Request} Request
 */
import { readAnswer } from "./answers.js";
import { notice, receive } from "./arrival.js";
import { Engine, EngineAbsent, startSoon } from "./engine.js";
import { switchLanguage } from "./language.js";
import { dataBlock, part, questionForm, required } from "./parts.js";
import { openOnPaper } from "./paper.js";
import { carriesAnswers } from "./parcel.js";
import { changeLines, joinedTicks, keepConsistent, showTroubles } from "./question.js";
import { PLACES, Session } from "./session.js";
import { Steps } from "./steps.js";
import { today } from "./today.js";
import { Wording } from "./wording.js";
import { Words } from "./words.js";

const PATIENCE = 300; // milliseconds until the page says that it is getting ready

const RUNTIME = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];

/** The engine answered with a fault of its own: a reference instead of a verdict. */
class EngineFault extends Error {}

class PolicyQuiz extends HTMLElement {
  #told;
  #engine;
  #session;
  #stage;
  #steps;
  #title = document.title;
  #busy = false;

  constructor() {
    super();
    const words = new Words(dataBlock(this, "script[data-words]"), document.documentElement.lang);
    this.#told = { host: this, words, wording: new Wording(this, words) };
    this.#engine = new Engine(this.#files());
    this.#stage = required(this, "[data-stage]");
    const first = required(this.#stage, "[data-step]");
    this.#session = new Session(first.dataset.step ?? "");
    this.#steps = new Steps({
      told: this.#told,
      session: this.#session,
      first,
      presupposed: dataBlock(this, "script[data-presupposed]"),
      about: this.#about,
      ask: (want, answers) => this.#ask(want, answers),
    });
  }

  connectedCallback() {
    this.#checklist.open = false;
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("keydown", (event) => this.#pressed(event));
    this.addEventListener("input", (event) => this.#filled(event));
    addEventListener("popstate", () => this.#followed());
    addEventListener("pageshow", (event) => this.#shownAgain(event.persisted));
    document.addEventListener("click", (event) => this.#languageChosen(event), true);
    openOnPaper(this.#stage);
    startSoon(this.#engine, this);
    void this.#arrive();
  }

  get #checklist() {
    return /** @type {HTMLDetailsElement} */ (required(this, "#checklist"));
  }

  get #only() {
    return this.dataset.only ? [this.dataset.only] : null;
  }

  get #about() {
    return { rules: this.dataset.rules ?? "", document: this.dataset.document ?? "" };
  }

  #files() {
    const root = new URL(this.dataset.root ?? "", document.baseURI);
    const { runtime, library, lock, engine, rules } = dataBlock(this, "script[data-start]");
    const at = (/** @type {string} */ path) => new URL(path, root).href;
    const [pyodide, glue, wasm] = RUNTIME.map((name) => at(`${runtime}${name}`));
    const packed = { library: at(library), engine: at(engine), rules: at(rules), lock };
    return { ...packed, folder: at(runtime), pyodide: pyodide ?? "", glue: glue ?? "", wasm: wasm ?? "" };
  }

  /** From a link with answers, from this history entry, or new. */
  async #arrive() {
    if (carriesAnswers(location.hash)) {
      const fragment = location.hash;
      this.#session.keep();
      await this.#received(fragment);
    } else if (this.#session.resume() && !this.#session.first) {
      await this.#show(null, false);
    }
  }

  /** @param {string | Blob} source a link's fragment or a file */
  async #received(source) {
    await this.#attempt(async () => {
      const arrived = await receive(source, this, (request) => this.#engine.ask(request));
      if (!arrived.damaged) {
        const opened = [this.#session.route[0] ?? "", PLACES.result];
        this.#session.restore(arrived.answers, arrived.route.length ? arrived.route : opened);
        await this.#put(null);
      }
      const said = notice(this, arrived, this.#about.rules);
      if (said) required(this.#stage, ".quiz__step").prepend(said);
    });
  }

  #followed() {
    if (this.#busy) return;
    if (carriesAnswers(location.hash)) return void this.#arrive();
    this.#session.follow();
    void this.#show(null);
  }

  /** @param {boolean} kept whether the browser had kept the whole page */
  #shownAgain(kept) {
    if (kept && this.#session.outdated) void this.#again();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { act = "", to = "" } = button.dataset;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      continue: () => this.#continue(),
      next: () => this.#onward(),
      back: () => history.back(),
      change: () => this.#go(to),
      review: () => this.#go(PLACES.review),
      result: () => this.#toResult(),
      sheet: () => this.#go(PLACES.sheet),
      again: () => this.#again(),
      retry: () => this.#show(null),
      checklist: () => this.#openChecklist(),
      dismiss: () => button.closest("[data-notice]")?.remove(),
      field: () => this.#toField(event, button),
      group: () => this.#toGroup(event, button),
      "add-line": () => changeLines(button),
      "remove-line": () => changeLines(button),
    };
    void (acts[act] ?? (() => this.#takeAway(act, button)))();
  }

  /** @param {Event} event @param {HTMLElement} link */
  #toField(event, link) {
    event.preventDefault();
    required(this.#stage, `#${CSS.escape(link.getAttribute("href")?.slice(1) ?? "")}`).focus();
  }

  /** From the overview of the result to one of its groups, unfolded. @param {Event} event @param {HTMLElement} link */
  #toGroup(event, link) {
    event.preventDefault();
    const heading = required(this.#stage, `#${CSS.escape(link.getAttribute("href")?.slice(1) ?? "")}`);
    heading.parentElement?.querySelector("details")?.setAttribute("open", "");
    heading.focus();
    heading.scrollIntoView();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const field = event.target instanceof HTMLInputElement && event.target.closest("[data-form]");
    if (event.key !== "Enter" || !field || event.isComposing) return;
    event.preventDefault();
    if (this.#session.place !== PLACES.sheet) void this.#continue();
  }

  /** @param {Event} event */
  #filled({ target }) {
    if (target instanceof HTMLInputElement && target.type === "file") return void this.#fileChosen(target);
    keepConsistent(target);
    if (this.#session.place === PLACES.sheet) void this.#steps.fold(this.#stage).catch((problem) => this.#failed(problem));
    else if (this.#session.first) void this.#estimate();
  }

  /** Say how many questions the roles chosen will bring. */
  async #estimate() {
    const form = this.#stage.querySelector("[data-form=role]");
    const filled = form instanceof HTMLElement ? readAnswer(form) : null;
    if (!filled || !("answer" in filled)) return this.#sayAbout(null);
    const answers = { ...this.#steps.answers, role: filled.answer };
    const { plan } = await this.#ask(["plan"], answers).catch(() => ({ plan: undefined }));
    this.#sayAbout(plan ?? null);
  }

  /** @param {Plan | null} plan null where nothing is chosen yet */
  #sayAbout(plan) {
    const about = required(this.#stage, "[data-about]");
    about.textContent = plan ? this.#told.words.say("about", { more: plan.remaining }) : (about.dataset.about ?? "");
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
    const before = this.#session.answers[question] ?? (this.#only && question === "role" ? this.#noRoles() : {});
    this.#session.answer(question, joinedTicks(before, filled.answer));
    await this.#onward();
  }

  /** For one measure only the roles that matter are offered; the others are a no. */
  #noRoles() {
    const options = questionForm(this, "role").querySelectorAll("[data-choice]");
    return Object.fromEntries([...options].map((option) => [option.getAttribute("data-choice"), false]));
  }

  /** To the next question that matters, or to the answers where none does. */
  async #onward() {
    await this.#attempt(async () => {
      const { plan = null } = await this.#ask(["plan"], this.#steps.answers);
      this.#session.go(plan?.next?.question ?? PLACES.review);
      await this.#put(plan);
    });
  }

  /** From the page of all questions only when nothing that was written there is wrong. */
  async #toResult() {
    if (this.#session.place === PLACES.sheet) {
      const troubles = await this.#steps.troubles(this.#stage);
      showTroubles(this.#stage, troubles, this.#told.words);
      this.#entitle(troubles.length > 0);
      if (troubles.length) return;
    }
    await this.#go(PLACES.result);
  }

  /** @param {string} place */
  async #go(place) {
    this.#session.go(place);
    await this.#show(null);
  }

  /** @param {Plan | null} plan @param {boolean} focus */
  async #show(plan, focus = true) {
    await this.#attempt(() => this.#put(plan, focus));
  }

  /** Show the present place. @param {Plan | null} plan @param {boolean} focus */
  async #put(plan, focus = true) {
    this.#stage.replaceChildren(await this.#steps.page(plan));
    this.#settle(focus);
  }

  /** After a step: title, focus on its heading, one announcement. */
  #settle(focus = true) {
    this.#entitle(false);
    this.#announce(this.#stage.querySelector("[data-progress]")?.textContent ?? "");
    if (!focus) return;
    scrollTo(0, 0);
    required(this.#stage, "h1").focus();
  }

  /** @param {string} words */
  #announce(words) {
    required(this, "[data-live]").textContent = words;
  }

  /** @param {boolean} wrong */
  #entitle(wrong) {
    const heading = this.#stage.querySelector("h1")?.textContent?.trim() ?? "";
    const title = this.#session.first ? this.#title : `${heading} · ${this.#title.split(" · ").at(-1)}`;
    document.title = wrong ? this.#told.words.say("error_prefix") + title : title;
  }

  /** @param {Request["want"]} want @param {Answers} answers */
  async #ask(want, answers) {
    const reply = await this.#engine.ask({ answers, as_of: today(), only: this.#only, want });
    if (!reply.ok) throw new EngineFault(reply.error.path || reply.error.code);
    return reply;
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
    if (on) this.#announce(waiting.textContent ?? "");
  }

  /** @param {unknown} problem */
  #failed(problem) {
    const page = part(this, problem instanceof EngineAbsent ? "failure" : "fault");
    const place = page.querySelector("[data-fault]");
    const reference = problem instanceof EngineFault ? problem.message : "page";
    if (place) place.textContent = (place.getAttribute("data-fault") ?? "").replace("{reference}", reference);
    this.#stage.replaceChildren(page);
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
    this.#busy = false;
    await this.#put(null);
    for (const input of this.#stage.querySelectorAll("input")) {
      input.checked = false;
      if (input.type === "text" || input.type === "file") input.value = "";
    }
    this.#sayAbout(null);
    this.#announce(this.#told.words.say("cleared"));
  }

  /** @param {string} act @param {HTMLElement} button */
  async #takeAway(act, button) {
    const { takeAway } = await import("./takeaway.js");
    const parcel = { answers: this.#session.answers, route: [], rules: this.#about.rules };
    const about = { ...this.#about, as_of: today() };
    await takeAway(act, { page: this.#stage, button, parcel, about, words: this.#told.words });
  }

  /** @param {HTMLInputElement} input */
  async #fileChosen(input) {
    const file = input.files?.[0];
    input.value = "";
    if (file) await this.#received(file);
  }

  /** @param {MouseEvent} event */
  #languageChosen(event) {
    const { answers, route } = this.#session;
    switchLanguage(event, { answers, route, rules: this.#about.rules });
  }
}

customElements.define("policy-quiz", PolicyQuiz);
