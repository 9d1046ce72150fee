/**
 * Answers that come from a link or a file: checked by the engine, which may know fewer questions now.
 *
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./contract.js").Reply} Reply
 * @typedef {import("./contract.js").Request} Request
 * @typedef {{answers: Answers, route: string[], rules: string, damaged: boolean, gone: string[]}} Arrived
 */
import { fromFile, fromFragment } from "./parcel.js";
import { hasQuestion, part, required } from "./parts.js";
import { PLACES } from "./session.js";

const DAMAGED = Object.freeze({ answers: {}, route: [], rules: "", damaged: true, gone: [] });

/**
 * @param {string | Blob} source a fragment or a file
 * @param {ParentNode} host the page, whose places alone can be gone to
 * @param {(request: Request) => Promise<Reply>} ask
 * @returns {Promise<Arrived>}
 */
export async function receive(source, host, ask) {
  const parcel = typeof source === "string" ? await fromFragment(source) : await fromFile(source);
  if (!parcel) return DAMAGED;
  const { answers, gone, refused } = await accepted(parcel.answers, ask);
  if (refused) return DAMAGED;
  const places = /** @type {string[]} */ (Object.values(PLACES));
  const known = (/** @type {string} */ place) => places.includes(place) || hasQuestion(host, place);
  return { answers, route: parcel.route.filter(known), rules: parcel.rules, damaged: false, gone };
}

/**
 * What has to be said about what arrived, or null where it is the same person in another language.
 * @param {ParentNode} host
 * @param {Arrived} arrived
 * @param {string} present the present rules' hash
 */
export function notice(host, { damaged, gone, route, rules }, present) {
  const older = !damaged && rules !== present;
  const restored = !damaged && route.length === 0;
  if (!(damaged || older || restored || gone.length)) return null;
  const said = part(host, "notice");
  required(said, "[data-damaged]").hidden = !damaged;
  required(said, "[data-older]").hidden = !older;
  required(said, "[data-restored]").hidden = !restored;
  const missing = required(said, "[data-gone]");
  missing.hidden = gone.length === 0;
  missing.textContent = (missing.dataset.gone ?? "").replace("{questions}", gone.join(" "));
  return said;
}

/**
 * Leave out, one by one, what the engine does not know.
 * @param {Answers} given
 * @param {(request: Request) => Promise<Reply>} ask
 */
async function accepted(given, ask) {
  let answers = given;
  /** @type {string[]} */
  const gone = [];
  for (let left = Object.keys(given).length * 2; left >= 0; left -= 1) {
    const reply = await ask({ answers, as_of: "2000-01-01", only: null, want: [] });
    if (reply.ok) return { answers, gone, refused: false };
    const [question = "", option] = (reply.error.path ?? "").split(".");
    if (!(question in answers)) break;
    answers = option ? withoutOption(answers, question, option) : without(answers, question);
    if (!gone.includes(question)) gone.push(question);
  }
  return { answers: {}, gone, refused: true };
}

/** @param {Answers} answers @param {string} question */
function without(answers, question) {
  const { [question]: _, ...rest } = answers;
  return rest;
}

/** @param {Answers} answers @param {string} question @param {string} option */
function withoutOption(answers, question, option) {
  const answer = answers[question];
  if (typeof answer !== "object" || answer === null || !(option in answer)) return without(answers, question);
  const { [option]: _, ...rest } = /** @type {Record<string, any>} */ (answer);
  return Object.keys(rest).length ? { ...answers, [question]: rest } : without(answers, question);
}
