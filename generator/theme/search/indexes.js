// Fetches the indexes: the page's own language first, another one only where that knows nothing.
import { Ranking } from "./ranking.js";

/** @typedef {import("./ranking.js").Found} Found */

const FORMAT = "mingbai-search/1";

export class Indexes {
  /** @type {Map<string, Promise<Ranking>>} */
  #rankings = new Map();
  #own;
  #others;

  /** @param {string} own the address of the index of the page's language @param {string[]} others */
  constructor(own, others) {
    this.#own = own;
    this.#others = others;
  }

  /** @param {string} question @returns {Promise<Found[]>} the best first, in the page's language
   * @throws where an index cannot be had */
  async find(question) {
    const own = await this.prepare();
    const found = own.find(question);
    return found.length ? found : this.#elsewhere(question, own);
  }

  /** Makes the own index ready before the first question. @returns {Promise<Ranking>} */
  prepare() {
    return this.#ranking(this.#own);
  }

  /** What another language's index finds, as the same targets in the page's language.
   * @param {string} question @param {Ranking} own @returns {Promise<Found[]>} */
  async #elsewhere(question, own) {
    for (const address of this.#others) {
      const found = (await this.#ranking(address)).find(question);
      const same = found.flatMap((other) => {
        const target = own.sameTarget(other.target);
        return target ? [{ ...other, target, words: new Set() }] : [];
      });
      if (same.length) return same;
    }
    return [];
  }

  /** @param {string} address @returns {Promise<Ranking>} */
  #ranking(address) {
    const known = this.#rankings.get(address);
    if (known) return known;
    const loading = load(address);
    this.#rankings.set(address, loading);
    // What failed is tried again with the next question.
    loading.catch(() => this.#rankings.delete(address));
    return loading;
  }
}

/** @param {string} address @returns {Promise<Ranking>} */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const index = await answer.json();
  if (index.format !== FORMAT) throw new Error(`${address} is not ${FORMAT}`);
  return Ranking.of(index);
}
