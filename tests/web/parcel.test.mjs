// Answers in a link and in a file, and what is no such thing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { carriesAnswers, fromFile, fromFragment, toFile, toFragment } from "../../quiz/web/parcel.js";

const PARCEL = {
  answers: { role: { resident: true, shop: null }, lines: [{ number: 3, months: 14 }], day: "2018-06", unsure: null },
  route: ["role", ":result"],
  rules: "abc123",
};

test("a link carries answers, way and rules there and back", async () => {
  const fragment = await toFragment(PARCEL);
  assert.ok(carriesAnswers(fragment));
  assert.match(fragment, /^#answers=[\w-]+$/);
  assert.deepEqual(await fromFragment(fragment), PARCEL);
});

test("a file carries answers and rules, no way", async () => {
  const file = toFile(PARCEL, { as_of: "2018-06-01", document: "x" });
  assert.deepEqual(await fromFile(new Blob([file])), { ...PARCEL, route: [] });
});

test("a changed character makes a link damaged or says something else, never throws", async () => {
  const fragment = await toFragment(PARCEL);
  for (let at = 9; at < fragment.length; at += 1) {
    const changed = `${fragment.slice(0, at)}A${fragment.slice(at + 1)}`;
    const read = await fromFragment(changed);
    assert.ok(read === null || typeof read.answers === "object");
  }
});

test("a few bytes that unpack to millions are refused", async () => {
  const bomb = await toFragment({ ...PARCEL, rules: "0".repeat(5_000_000) });
  assert.ok(bomb.length < 16_000);
  assert.equal(await fromFragment(bomb), null);
});

for (const text of ["", "[]", "null", "{", '{"format":"mingbai-answers/1"}', '{"format":"other/1","answers":{},"rules":""}',
  '{"format":"mingbai-answers/1","answers":{"a":1.5},"rules":""}', '{"format":"mingbai-answers/1","answers":[],"rules":""}']) {
  test(`${text || "nothing"} is no file of answers`, async () => assert.equal(await fromFile(new Blob([text])), null));
}
