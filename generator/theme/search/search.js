// The search page. The question stands in the address's fragment and goes into no request.
import { Indexes } from "./indexes.js";
import { result } from "./results.js";

/** @typedef {import("./ranking.js").Found} Found */

const TYPING = 120;
const ANNOUNCING = 700;
const PATIENCE = 300;
const FIRST = 10;

class PolicySearch extends HTMLElement {
  #indexes = new Indexes("", []);
  #latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;

  connectedCallback() {
    const others = (this.dataset.others ?? "").split(" ").filter(Boolean);
    this.#indexes = new Indexes(this.dataset.index ?? "", others);
    this.#field.addEventListener("focus", () => void this.#indexes.prepare().catch(() => {}), { once: true });
    this.#field.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#ask(this.#field.value), TYPING);
    });
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.#typing);
      this.#ask(this.#field.value);
    });
    this.querySelector("[data-retry]")?.addEventListener("click", () => void this.#show(this.#field.value));
    this.querySelector("[data-all]")?.addEventListener("click", () => this.#showRest());
    addEventListener("hashchange", () => this.#arrive());
    this.#arrive();
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[type=search]"));
  }

  /** The question of the address: on arrival, from the header's field, by Back and Forward. */
  #arrive() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("q");
    if (asked === null) {
      if (!location.hash) void this.#show("");
      return;
    }
    this.#field.value = asked;
    void this.#show(asked);
  }

  /** A question that was typed here: it replaces the one before in the address.
   * @param {string} question */
  #ask(question) {
    const fragment = question.trim() ? `#q=${encodeURIComponent(question.trim())}` : "";
    history.replaceState(history.state, "", location.pathname + location.search + fragment);
    void this.#show(question);
  }

  /** @param {string} question */
  async #show(question) {
    const turn = ++this.#latest;
    if (!question.trim()) return this.#enter("idle", "");
    const waiting = setTimeout(() => turn === this.#latest && this.#enter("loading", ""), PATIENCE);
    try {
      const found = await this.#indexes.find(question);
      if (turn === this.#latest) this.#answer(found, question.trim());
    } catch {
      if (turn === this.#latest) this.#enter("failed", "");
    } finally {
      clearTimeout(waiting);
    }
  }

  /** @param {Found[]} found @param {string} question */
  #answer(found, question) {
    write(this.querySelector("[data-question]"), question);
    const items = found.map((each) => result(each, this, this.dataset.root ?? ""));
    for (const item of items.slice(FIRST)) item.hidden = true;
    this.#list.replaceChildren(...items);
    this.querySelector("[data-all]")?.toggleAttribute("hidden", found.length <= FIRST);
    this.#enter(found.length ? "found" : "none", this.#counted(found.length));
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-results]"));
  }

  #showRest() {
    const hidden = [...this.#list.children].filter((item) => item.hasAttribute("hidden"));
    for (const item of hidden) item.removeAttribute("hidden");
    this.querySelector("[data-all]")?.toggleAttribute("hidden", true);
    hidden[0]?.querySelector("a")?.focus();
  }

  /** @param {number} number */
  #counted(number) {
    const { none = "", one = "", other = "" } = this.dataset;
    return (number === 0 ? none : number === 1 ? one : other).replace("{n}", String(number));
  }

  /** Shows what belongs to a state; says it aloud once the typing has paused.
   * @param {string} state @param {string} said */
  #enter(state, said) {
    for (const part of this.querySelectorAll("[data-when]")) {
      const states = (part.getAttribute("data-when") ?? "").split(" ");
      part.toggleAttribute("hidden", !states.includes(state));
    }
    write(this.querySelector("[data-count]"), said);
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => write(this.querySelector("[role=status]"), said), said ? ANNOUNCING : 0);
  }
}

/** @param {Element | null} place @param {string} text */
function write(place, text) {
  if (place) place.textContent = text;
}


customElements.define("policy-search", PolicySearch);
