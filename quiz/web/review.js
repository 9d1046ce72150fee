/**
 * The answers as a list, with a way to change each.
 *
 * @typedef {import("./contract.js").Answers} Answers
 * @typedef {import("./contract.js").Plan} Plan
 * @typedef {import("./outcome.js").Told} Told
 */
import { part, required } from "./parts.js";

/**
 * @param {Told} told
 * @param {Plan} plan
 * @param {Answers} answers
 * @returns {HTMLElement}
 */
export function reviewPage(told, plan, answers) {
  const page = part(told.host, "review");
  const any = plan.answered.length > 0;
  required(page, "[data-empty]").hidden = any;
  required(page, "[data-filled]").hidden = !any;
  listAnswers(required(page, "[data-answers]"), told, plan.answered, answers);
  const dropped = required(page, "[data-dropped]");
  dropped.hidden = plan.dropped.length === 0;
  listAnswers(required(dropped, "dl"), told, plan.dropped, answers);
  return page;
}

/**
 * @param {HTMLElement} list
 * @param {Told} told
 * @param {string[]} questions
 * @param {Answers} answers
 */
export function listAnswers(list, { host, wording }, questions, answers) {
  for (const question of questions.filter((id) => wording.knows(id) && id in answers)) {
    const row = part(host, "answer");
    const asked = wording.question(question);
    required(row, "dt").textContent = asked;
    required(row, "[data-value]").textContent = wording.answer(question, answers[question] ?? null);
    const button = required(row, "button");
    button.dataset.to = question;
    required(button, "span").textContent = ` ${asked}`;
    list.append(row);
  }
}
