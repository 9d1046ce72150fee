// Results as the page shows them: one list item for each, made from the page's template of its kind.
import { answers, marked, passage } from "./excerpt.js";

/** @typedef {import("./ranking.js").Found} Found */

/** @param {Found} found @param {ParentNode} templates where the kinds' templates are
 * @param {string} root the way up to the site's root @returns {HTMLElement} */
export function result({ target, words }, templates, root) {
  const template = templates.querySelector(`template[data-kind="${target.kind}"]`);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`no template for the kind ${target.kind}`);
  const item = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const link = item.querySelector("a");
  if (link) {
    link.setAttribute("href", root + target.address);
    write(link, target.title, words);
  }
  fill(item, "[data-note]", target.note, words);
  fill(item, "[data-text]", passage(target.text, words), words);
  fill(item, "[data-names]", namesThatAnswer(target.also, target.title, words), words);
  return item;
}

/** The everyday names that hold words which the title lacks, as one line.
 * @param {readonly string[]} names @param {string} title @param {ReadonlySet<string>} words */
function namesThatAnswer(names, title, words) {
  const missing = new Set([...words].filter((word) => !answers(title, new Set([word]))));
  return names.filter((name) => answers(name, missing)).slice(0, 3).join(" · ");
}

/** Writes a text into a part of a result; a part without text goes with the line that holds it.
 * @param {HTMLElement} item @param {string} selector @param {string} text
 * @param {ReadonlySet<string>} words */
function fill(item, selector, text, words) {
  const part = item.querySelector(selector);
  if (part instanceof HTMLElement && text) write(part, text, words);
  else part?.closest("[data-part]")?.remove();
}

/** @param {HTMLElement} element @param {string} text @param {ReadonlySet<string>} words */
function write(element, text, words) {
  element.replaceChildren(
    ...marked(text, words).map((segment) => {
      if (!segment.marked) return document.createTextNode(segment.text);
      const mark = document.createElement("mark");
      mark.textContent = segment.text;
      return mark;
    }),
  );
}
