// Whatever stands in a link or a file: it is read whole or refused, soon, and never throws.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { fromFile, fromFragment, toFragment } from "../../quiz/web/parcel.js";
import { chance, value } from "./random.mjs";

const ROUNDS = 2_000;
const LIMIT = 20_000; // milliseconds for all rounds of a test: a hang fails it
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/%#&\u202e明";
const PARCEL = { answers: { role: { resident: true }, months: 14, day: "2018-06" }, route: ["role"], rules: "abc" };

/** Fails unless it is nothing, or a parcel in every part. @param {unknown} read */
function sound(read) {
  if (read === null) return;
  const { answers, route, rules } = /** @type {import("../../quiz/web/parcel.js").Parcel} */ (read);
  assert.equal(typeof rules, "string");
  assert.ok(Array.isArray(route) && route.every((place) => typeof place === "string"));
  assert.ok(typeof answers === "object" && answers !== null && !Array.isArray(answers));
  assert.equal(Object.getPrototypeOf(answers), Object.prototype);
}

/** @param {string | Uint8Array} text */
const packed = (text) => `#answers=${deflateRawSync(text).toString("base64url")}`;

/** How many attempts were read whole. @param {(next: (below: number) => number) => Promise<unknown>} attempt */
async function tried(attempt) {
  const next = chance(20180528);
  let whole = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = await attempt(next);
    sound(read);
    if (read !== null) whole += 1;
  }
  return whole;
}

test("random characters", { timeout: LIMIT }, () =>
  tried((next) => {
    const length = next(next(20) ? 200 : 20_000);
    const text = Array.from({ length }, () => ALPHABET[next(ALPHABET.length)]).join("");
    return fromFragment(`#answers=${text}`);
  }),
);

test("random bytes, as they are and packed", { timeout: LIMIT }, () =>
  tried(async (next) => {
    const bytes = Uint8Array.from({ length: next(400) }, () => next(256));
    sound(await fromFile(new Blob([bytes])));
    sound(await fromFragment(packed(bytes)));
    return fromFragment(`#answers=${Buffer.from(bytes).toString("base64url")}`);
  }),
);

test("random values of every shape", { timeout: LIMIT }, async () => {
  const whole = await tried(async (next) => {
    const list = [value(next), value(next), value(next)];
    const [answers, route, rules] = list;
    const format = next(4) ? "mingbai-answers/1" : value(next);
    sound(await fromFile(new Blob([JSON.stringify({ format, answers, route, rules })])));
    return fromFragment(packed(JSON.stringify(next(4) ? list : value(next))));
  });
  assert.ok(whole > 0);
});

test("a true link with pieces cut, doubled and exchanged", { timeout: LIMIT }, async () => {
  const whole = await toFragment(PARCEL);
  const read = await tried((next) => {
    const at = 9 + next(whole.length - 9);
    const to = 9 + next(whole.length - 9);
    const middle = [whole.slice(to), "", whole.slice(at, to), ALPHABET[next(ALPHABET.length)] ?? ""][next(4)];
    return fromFragment(whole.slice(0, at) + middle + whole.slice(next(2) ? at : to));
  });
  assert.ok(read > 0);
});

for (const [name, text] of Object.entries({
  "brackets without end": "[".repeat(150_000),
  "nested brackets": `${"[".repeat(90_000)}${"]".repeat(90_000)}`,
  "nested names": `[${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)},[],""]`,
  "a prototype": '[{"__proto__":{"polluted":true}},[],""]',
  "text beyond the limit": "0".repeat(4_000_000),
})) {
  test(`${name} in a link and in a file`, { timeout: LIMIT }, async () => {
    sound(await fromFragment(packed(text)));
    sound(await fromFile(new Blob([text])));
    assert.equal(/** @type {Record<string, unknown>} */ ({}).polluted, undefined);
  });
}
