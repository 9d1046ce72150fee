// Figures as the page writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Words } from "../../quiz/web/words.js";

test("a language that groups from five figures on leaves four together", () => {
  const words = new Words({ grouping: "min2", sum: "{n}元" }, "zh-CN");
  assert.equal(words.say("sum", { n: 1500 }), "1500元");
  assert.equal(words.say("sum", { n: 54_000 }), "54,000元");
});

test("a language that always groups does so from four figures on", () => {
  const words = new Words({ grouping: "always", sum: { one: "{n} yuan", other: "{n} yuan" } }, "en");
  assert.equal(words.say("sum", { n: 1500 }), "1,500 yuan");
});
