/**
 * One person's answers and the way they went: in this page's memory and in history.state alone.
 *
 * A place is a question's id, or one of PLACES. Each history entry carries the answers known when
 * it was last left, so that Back, Forward and reload find them.
 *
 * @typedef {import("./contract.js").Answer} Answer
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {{begun: number, depth: number, answers: Answers, route: string[]}} Entry
 */

export const PLACES = Object.freeze({ review: ":review", result: ":result", sheet: ":sheet" });

// Holds a moment, never an answer: history entries begun before it belong to someone else.
const CLEARED = "mingbai-cleared";

export class Session {
  /** @type {Answers} */
  answers = {};
  /** @type {string[]} */
  route = [];
  #begun = Date.now();
  #depth = 0;
  #start;

  /** @param {string} start the first place */
  constructor(start) {
    this.#start = start;
    this.route = [start];
  }

  get place() {
    return this.route.at(-1) ?? this.#start;
  }

  get first() {
    return this.route.length === 1;
  }

  /** Take up what this history entry holds, unless somebody started again since; tells which. */
  resume() {
    const entry = entryOf(history.state);
    const usable = entry !== null && entry.begun > clearedAt();
    if (usable) this.#take(entry);
    this.keep();
    return usable;
  }

  /** True where this page was kept back while somebody started again. */
  get outdated() {
    return this.#begun <= clearedAt();
  }

  /** Follow Back or Forward: the way is the entry's, the answers stay those known now. */
  follow() {
    const entry = entryOf(history.state);
    if (entry && entry.begun === this.#begun) {
      this.route = entry.route;
      this.#depth = entry.depth;
    }
    this.keep();
  }

  /** @param {string} question @param {Answer} answer */
  answer(question, answer) {
    this.answers = { ...this.answers, [question]: answer };
    this.keep();
  }

  /** @param {Answers} answers all of them, known anew */
  replace(answers) {
    this.answers = answers;
    this.keep();
  }

  /** @param {string} place */
  go(place) {
    this.route = [...this.route, place];
    this.#depth += 1;
    history.pushState(this.#entry(), "");
  }

  /** Write the present state into the present history entry. */
  keep() {
    history.replaceState(this.#entry(), "", location.pathname + location.search);
  }

  /** Take over answers and a way from elsewhere, with one history entry for each place. @param {Answers} answers @param {string[]} route */
  restore(answers, route) {
    this.answers = answers;
    this.route = [this.#start];
    this.keep();
    for (const place of route.slice(1)) this.go(place);
  }

  /** Forget everything, also in the history entries behind and before this one. */
  async clear() {
    markCleared();
    if (this.#depth > 0) await wentBack(this.#depth);
    this.answers = {};
    this.route = [this.#start];
    [this.#begun, this.#depth] = [Date.now() + 1, 0];
    this.keep();
    // A new entry is what makes the browser drop the entries that lay ahead.
    history.pushState(this.#entry(), "");
  }

  /** @param {Entry} entry */
  #take({ begun, depth, answers, route }) {
    [this.#begun, this.#depth, this.answers, this.route] = [begun, depth, answers, route];
  }

  /** @returns {Entry} */
  #entry() {
    return { begun: this.#begun, depth: this.#depth, answers: this.answers, route: this.route };
  }
}

/** @param {unknown} state @returns {Entry | null} */
function entryOf(state) {
  const entry = /** @type {Entry | null} */ (state);
  return entry && typeof entry.begun === "number" && Array.isArray(entry.route) ? entry : null;
}

/** @param {number} entries @returns {Promise<void>} */
function wentBack(entries) {
  return new Promise((resolve) => {
    addEventListener("popstate", () => resolve(), { once: true });
    // Where the browser has dropped entries, nothing is heard of going back.
    setTimeout(resolve, 500);
    history.go(-entries);
  });
}

function clearedAt() {
  try {
    return Number(sessionStorage.getItem(CLEARED) ?? 0);
  } catch {
    return 0; // frames of another origin may have no storage: there each page is its own
  }
}

function markCleared() {
  try {
    sessionStorage.setItem(CLEARED, String(Date.now()));
  } catch {
    return;
  }
}
