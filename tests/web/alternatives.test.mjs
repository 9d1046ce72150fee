// What would change a verdict, told in as few lines as it can be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alternatives } from "../../quiz/web/alternatives.js";

/** @param {string} question @param {string} to @param {"can" | "time" | "fixed"} change */
const setting = (question, to, change = "can") => ({ question, option: to, to: true, change });

/** @param {ReturnType<typeof setting>[][]} sets */
const told = (...sets) =>
  alternatives(sets.map((set) => ({ set }))).map((places) => places.map((place) => place.map(({ option }) => option)));

test("answers to one question are told as one alternative", () => {
  assert.deepEqual([[["a", "b", "c"]]], told([setting("work", "a")], [setting("work", "b")], [setting("work", "c")]));
});

test("what is needed with each of them is told once", () => {
  const hard = setting("people", "hard");
  assert.deepEqual([[["hard"], ["a", "b"]]], told([hard, setting("work", "a")], [hard, setting("work", "b")]));
});

test("sets that differ in two places stay apart", () => {
  const sets = [
    [setting("people", "p"), setting("work", "a")],
    [setting("people", "q"), setting("work", "b")],
  ];
  assert.deepEqual([[["p"], ["a"]], [["q"], ["b"]]], told(...sets));
});

test("three of the four combinations are not told as if all four would do", () => {
  const [p, q, a, b] = [setting("people", "p"), setting("people", "q"), setting("work", "a"), setting("work", "b")];
  assert.deepEqual([[["p"], ["a", "b"]], [["q"], ["a"]]], told([p, a], [p, b], [q, a]));
});

test("other questions, other efforts and more conditions stay apart", () => {
  assert.deepEqual([[["a"]], [["a"]]], told([setting("work", "a")], [setting("school", "a")]));
  assert.deepEqual([[["a"]], [["b"]]], told([setting("work", "a")], [setting("work", "b", "time")]));
  assert.deepEqual([[["a"]], [["b"], ["c"]]], told([setting("work", "a")], [setting("work", "b"), setting("school", "c")]));
});
