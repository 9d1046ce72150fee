/** Finds and copies the pieces of HTML that the generator wrote into the page. */

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function required(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new RangeError(`the page has no ${selector}`);
  return found;
}

/** A copy of the element that a template holds. @param {ParentNode} host @param {string} selector */
export function copyOf(host, selector) {
  const template = host.querySelector(selector);
  if (!(template instanceof HTMLTemplateElement)) throw new RangeError(`no template ${selector}`);
  const copy = document.importNode(template.content, true).firstElementChild;
  return /** @type {HTMLElement} */ (copy);
}

/** @param {ParentNode} host @param {string} name */
export function part(host, name) {
  return copyOf(host, `template[data-part="${name}"]`);
}

/** @param {ParentNode} host @param {string} id @returns {boolean} */
export function hasQuestion(host, id) {
  return host.querySelector(`template[data-question="${CSS.escape(id)}"]`) !== null;
}

/** @param {ParentNode} host @param {string} id */
export function questionForm(host, id) {
  return copyOf(host, `template[data-question="${CSS.escape(id)}"]`);
}

/** JSON that the page carries. @param {ParentNode} host @param {string} selector @returns {any} */
export function dataBlock(host, selector) {
  return JSON.parse(required(host, selector).textContent ?? "null");
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} [className]
 */
export function element(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
