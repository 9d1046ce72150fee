/**
 * The wording that the generator wrote into the page, and how figures are filled into it.
 *
 * @typedef {string | {one: string, other: string}} Phrase
 * @typedef {{[key: string]: Phrase | Table}} Table
 */

export class Words {
  #table;
  #plural;
  #number;

  /** @param {Table} table @param {string} language as in HTML's lang */
  constructor(table, language) {
    this.#table = table;
    this.#plural = new Intl.PluralRules(language);
    // "min2" leaves four figures together, as the document writes 1500元.
    const useGrouping = /** @type {"min2" | "always"} */ (this.say("grouping"));
    this.#number = new Intl.NumberFormat(language, { useGrouping });
  }

  /**
   * The words at a dotted path with `{names}` filled in; `n` chooses between one and many.
   * @param {string} path
   * @param {Record<string, string | number>} fill
   */
  say(path, fill = {}) {
    const phrase = this.#find(path);
    const one = this.#plural.select(Number(fill.n ?? 2)) === "one";
    const text = typeof phrase === "string" ? phrase : phrase[one ? "one" : "other"];
    return text.replace(/\{(\w+)\}/g, (_, name) => this.#shown(fill[name]));
  }

  /** @param {string} path @returns {boolean} */
  has(path) {
    return this.#at(path) !== undefined;
  }

  /** @param {number} value */
  number(value) {
    return this.#number.format(value);
  }

  /** @param {string} path */
  #at(path) {
    /** @type {Phrase | Table | undefined} */
    let found = this.#table;
    for (const key of path.split(".")) {
      found = typeof found === "object" ? /** @type {Table} */ (found)[key] : undefined;
    }
    return found;
  }

  /** @param {string} path @returns {Phrase} */
  #find(path) {
    const found = this.#at(path);
    if (found === undefined) throw new RangeError(`no words at ${path}`);
    return /** @type {Phrase} */ (found);
  }

  /** @param {string | number | undefined} value */
  #shown(value) {
    return typeof value === "number" ? this.number(value) : (value ?? "");
  }
}
