// Figures as people type them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure } from "../../quiz/web/figures.js";

/** @type {[string, number][]} */
const READ = [
  ["12", 12],
  ["１２", 12],
  [" 1,234,567 ", 1_234_567],
  ["12,3456", 123_456],
  ["1.5万", 15_000],
  ["1.15万", 11_500],
  ["2万3000", 23_000],
  ["10万元", 100_000],
  ["3亿5千万", 350_000_000],
  ["1万亿", 1_000_000_000_000],
  ["十万", 100_000],
  ["十二", 12],
  ["三百零五", 305],
  ["一百二十三万四千", 1_234_000],
  ["两万", 20_000],
  ["￥5000", 5_000],
  ["5,000 YUAN", 5_000],
];

/** @type {[string, string][]} */
const REFUSED = [
  ["", "empty"],
  ["元", "empty"],
  ["1.5", "not_whole"],
  ["abc", "not_a_number"],
  ["-3", "not_a_number"],
  ["3万5", "not_a_number"],
  ["1.000.000", "not_a_number"],
  ["9".repeat(20), "not_a_number"],
];

for (const [text, value] of READ) {
  test(`${text} is read as ${value}`, () => assert.deepEqual(figure(text, ["元", "yuan"]), { value }));
}
for (const [text, problem] of REFUSED) {
  test(`"${text}" is ${problem}`, () => assert.deepEqual(figure(text, ["元", "yuan"]), { problem }));
}
