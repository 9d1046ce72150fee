/**
 * Answers on their way: into a link's fragment or a file, and back.
 *
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {object} Parcel
 * @property {Answers} answers
 * @property {string[]} route  the places gone through, the present one last
 * @property {string} rules  the rule book's hash when it was packed
 */

const MARK = "#answers=";
const FORMAT = "mingbai-answers/1";
const MOST_PACKED = 16_000;
const MOST_TEXT = 200_000;
const MOST_DEPTH = 4;

/** @param {Parcel} parcel @returns {Promise<string>} the fragment with its "#" */
export async function toFragment({ answers, route, rules }) {
  const text = JSON.stringify([answers, route, rules]);
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const base64 = btoa(String.fromCharCode(...bytes));
  return MARK + base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} fragment with its "#" */
export function carriesAnswers(fragment) {
  return fragment.startsWith(MARK);
}

/** @param {string} fragment @returns {Promise<Parcel | null>} null where it is damaged */
export async function fromFragment(fragment) {
  try {
    const base64 = fragment.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/");
    if (base64.length > MOST_PACKED) return null;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const [answers, route, rules] = JSON.parse(await limitedText(unpacked));
    return checked({ answers, route, rules });
  } catch {
    return null;
  }
}

/** @param {Parcel} parcel @param {{as_of: string, document: string}} about @returns {string} */
export function toFile({ answers, rules }, about) {
  return `${JSON.stringify({ format: FORMAT, ...about, rules, answers }, null, 2)}\n`;
}

/** @param {Blob} file @returns {Promise<Parcel | null>} null where it is no such file */
export async function fromFile(file) {
  try {
    const { format, answers, rules } = JSON.parse(await limitedText(file.stream()));
    return format === FORMAT ? checked({ answers, route: [], rules }) : null;
  } catch {
    return null;
  }
}

/** Some bytes unpack to a thousand times their size. @param {ReadableStream<Uint8Array>} stream */
async function limitedText(stream) {
  let text = "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_TEXT) throw new RangeError("too long");
  }
  return text + decoder.decode();
}

/** @param {Record<keyof Parcel, unknown>} parcel @returns {Parcel | null} */
function checked({ answers, route, rules }) {
  const named = isMapping(answers) && Object.values(answers).every((value) => isPlain(value));
  const placed = Array.isArray(route) && route.every((place) => typeof place === "string");
  if (!named || !placed || typeof rules !== "string") return null;
  return { answers: /** @type {Answers} */ (answers), route, rules };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @param {number} depth @returns {boolean} */
function isPlain(value, depth = 0) {
  if (value === null || ["string", "boolean"].includes(typeof value)) return true;
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (depth >= MOST_DEPTH || typeof value !== "object") return false;
  return Object.values(value).every((part) => isPlain(part, depth + 1));
}
