// Finds what a question is about: targets in the order in which they answer it.
//
// Each word of the question is looked up for itself (BM25, by MiniSearch). Where words of it are an
// everyday name, such as "labour office", the official name that stands for them may answer instead,
// for less. The sum of the answers counts by how much of the question has one at all.
import MiniSearch from "minisearch";
import { ignoring, wordsAsked, wordsOf } from "./words.js";

/** @typedef {{ kind: string, address: string, title: string, note: string, also: string[], text: string[] }} Target */
/** What an index file holds: of its targets one list for each field.
 * @typedef {{ format: string, language: string, ignored: string[],
 *   targets: { [Field in keyof Target]: Target[Field][] } }} Index */
/** A target with its score, and the words in it that answer.
 * @typedef {{ target: Target, score: number, words: Set<string> }} Found */
/** @typedef {{ name: string[], official: string[] }} Synonym */
/** What answers each word of a question in one target.
 * @typedef {{ scores: number[], words: Set<string> }} Answers */

const FIELDS = { title: 3, also: 3, text: 1 };
// A measure says what somebody gets, so it stands before the term that it uses.
/** @type {Readonly<Record<string, number>>} */
const KINDS = { measure: 1.25, audience: 1.1, article: 1, department: 1, term: 0.85, document: 0.6 };
// A question that is nothing but a name, official or not, is about what is called so.
const TITLED = 2;
const NAMED = 1.4;
const SYNONYM = 0.5;
const LONGEST_NAME = 8;
// After the first few, what scores less than this share of the best is not worth a reader's time.
const SURE = 5;
const WORTH = 0.15;
const CHUNK = 40;
const ALPHABETIC = /^[a-z]{4,}$/;
const NOTHING = ignoring([]);

export class Ranking {
  #search = new MiniSearch({
    idField: "address",
    fields: Object.keys(FIELDS),
    extractField: (target, field) => [target[field]].flat().join("\n"),
    tokenize: (text, field) => wordsOf(text, field !== "text"),
    processTerm: (word) => word,
  });
  #language;
  #ignored;
  /** @type {Map<string, Target>} */
  #targets;
  /** @type {Synonym[]} */
  #synonyms;

  /** @param {Index} index */
  constructor(index) {
    this.#language = index.language;
    this.#ignored = ignoring(index.ignored);
    this.#targets = new Map(rows(index).map((target) => [target.address, target]));
    this.#synonyms = [...this.#targets.values()].flatMap((target) => this.#synonymsOf(target));
  }

  /** Makes the inverted lists in small steps, so that the page stays alive meanwhile.
   * @param {Index} index @returns {Promise<Ranking>} */
  static async of(index) {
    const ranking = new Ranking(index);
    await ranking.#search.addAllAsync([...ranking.#targets.values()], { chunkSize: CHUNK });
    return ranking;
  }

  /** @param {string} question @returns {Found[]} the best first */
  find(question) {
    const asked = this.#cut(question);
    /** @type {Map<string, Answers>} */
    const answers = new Map();
    const weights = asked.map((_, at) => this.#lookUp(asked, at, answers));
    for (const synonym of this.#synonyms) this.#standIn(synonym, asked, answers, weights);
    const whole = sum(weights);
    const found = [...answers]
      .map(([address, answer]) => this.#scored(address, asked, answer, weights, whole))
      .sort((a, b) => b.score - a.score);
    return found.filter(({ score }, at) => at < SURE || score >= WORTH * (found[0]?.score ?? 0));
  }

  /** The target in this index's language for one of another language.
   * @param {Target} other @returns {Target | undefined} */
  sameTarget(other) {
    return this.#targets.get(this.#language + other.address.slice(other.address.indexOf("/")));
  }

  /** The words of a question; where all of them are ignored, they are what it is about.
   * @param {string} text */
  #cut(text) {
    const words = wordsAsked(text, this.#ignored);
    return words.length ? words : wordsAsked(text, NOTHING);
  }

  /** Names of a measure and an article lead to these alone; names of a term to all that uses it.
   * @param {Target} target @returns {Synonym[]} */
  #synonymsOf({ kind, title, also }) {
    const official = wordsAsked(title, NOTHING);
    if (kind === "measure" || kind === "article" || official.length > LONGEST_NAME) return [];
    return also.map((name) => ({ name: this.#cut(name), official })).filter(({ name }) => name.length > 0);
  }

  /** Notes what answers one word; a word of an alphabet that stands nowhere may be a beginning or
   * misspelt. Returns the word's weight: the rarer it is, the more it says.
   * @param {string[]} asked @param {number} at @param {Map<string, Answers>} answers */
  #lookUp(asked, at, answers) {
    const word = asked[at] ?? "";
    let found = this.#results([word], {});
    if (!found.length && ALPHABETIC.test(word)) found = this.#results([word], { prefix: true, fuzzy: 0.2 });
    for (const { id, score, terms } of found) credit(answers, id, asked, [at], score, terms);
    return found.length ? this.#weight(found.length) : 0;
  }

  /** Notes what the official name answers in place of an everyday name in the question.
   * @param {Synonym} synonym @param {string[]} asked @param {Map<string, Answers>} answers
   * @param {number[]} weights */
  #standIn({ name, official }, asked, answers, weights) {
    const start = asked.findIndex((_, at) => name.every((word, next) => asked[at + next] === word));
    if (start < 0) return;
    const places = name.map((_, next) => start + next);
    const found = this.#results(official, { combineWith: "AND" });
    // MiniSearch multiplies the sum over the words of a name by their number.
    for (const { id, score, terms } of found) {
      credit(answers, id, asked, places, (SYNONYM * score) / official.length ** 2, terms);
    }
    for (const at of places) weights[at] ||= found.length ? this.#weight(found.length) : 0;
  }

  /** @param {string[]} words @param {import("minisearch").SearchOptions} options */
  #results(words, options) {
    return this.#search.search(words.join(" "), { tokenize: () => words, boost: FIELDS, ...options });
  }

  /** @param {number} found how many targets answer */
  #weight(found) {
    return Math.log(1 + this.#targets.size / found);
  }

  /** @param {string} address @param {string[]} asked @param {Answers} answer @param {number[]} weights
   * @param {number} whole @returns {Found} */
  #scored(address, asked, answer, weights, whole) {
    const target = /** @type {Target} */ (this.#targets.get(address));
    const answered = sum(weights.filter((_, at) => (answer.scores[at] ?? 0) > 0)) / whole;
    const kind = KINDS[target.kind] ?? 1;
    const score = sum(answer.scores) * answered * kind * this.#called(target, asked);
    return { target, words: answer.words, score };
  }

  /** How much it counts that the question is a name of the target.
   * @param {Target} target @param {string[]} asked */
  #called({ title, also }, asked) {
    const question = asked.join(" ");
    const isAsked = (/** @type {string} */ name) => this.#cut(name).join(" ") === question;
    if (isAsked(title)) return TITLED;
    return also.some(isAsked) ? NAMED : 1;
  }
}

/** @param {Index} index @returns {Target[]} */
function rows({ targets: { kind, address, title, note, also, text } }) {
  return address.map((place, at) => ({
    kind: kind[at] ?? "",
    address: place,
    title: title[at] ?? "",
    note: note[at] ?? "",
    also: also[at] ?? [],
    text: text[at] ?? [],
  }));
}

/** @param {Map<string, Answers>} answers @param {string} address @param {string[]} asked
 * @param {number[]} places @param {number} score @param {string[]} words */
function credit(answers, address, asked, places, score, words) {
  const answer = answers.get(address) ?? { scores: asked.map(() => 0), words: new Set() };
  answers.set(address, answer);
  for (const at of places) answer.scores[at] = Math.max(answer.scores[at] ?? 0, score);
  for (const word of words) answer.words.add(word);
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
