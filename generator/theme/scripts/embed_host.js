// For other sites: turns each link marked data-mingbai into a frame with the page's content, as high
// as that content. It believes a frame's own messages only, and takes from them a height within
// bounds, the end of a check, and a result that the person has handed over.
"use strict";
{
  const HIGHEST = 20_000; // pixels
  const FIRST = 480;
  const MOST_OUTCOMES = 500;
  const NAME = /^[a-z0-9-]{1,100}$/;
  const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
  const script = document.currentScript;
  const site = new URL("../", script instanceof HTMLScriptElement ? script.src : location.href);
  /** @type {HTMLIFrameElement[]} */
  const frames = [];

  /** @param {HTMLAnchorElement} link */
  const options = (link) => {
    const chosen = new URLSearchParams();
    for (const name of ["theme", "elder", "primary", "accent"]) {
      const value = link.dataset[name];
      if (value) chosen.set(name, value.replace("#", ""));
    }
    return chosen.size ? `#${chosen}` : "";
  };

  /** @param {HTMLAnchorElement} link */
  const framed = (link) => {
    const path = (link.href.split(/[?#]/)[0] ?? "").slice(site.href.length);
    const frame = document.createElement("iframe");
    frame.title = (link.textContent ?? "").trim();
    frame.width = "100%";
    frame.height = String(Number(link.dataset.height) || FIRST);
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("sandbox", SANDBOX);
    frame.style.border = "0";
    if (link.dataset.copy !== undefined) frame.allow = "clipboard-write";
    for (const name of ["height", "results"]) {
      const value = link.dataset[name];
      if (value !== undefined) frame.dataset[name] = value;
    }
    frame.addEventListener("load", () => greet(frame));
    frame.src = `${site.href}embed/${path.replace(/^embed\//, "")}${options(link)}`;
    frames.push(frame);
    link.replaceWith(frame);
  };

  /** Results are handed over only to a page that asks for them. @param {HTMLIFrameElement} frame */
  const greet = (frame) => {
    if (frame.dataset.results === undefined) return;
    frame.contentWindow?.postMessage({ mingbai: 1, type: "hello", results: true }, site.origin);
  };

  /** Only text is a name: an object could turn into one, or fail to. @param {unknown} text */
  const isName = (text) => typeof text === "string" && NAME.test(text);

  /** @param {unknown} list */
  const sound = (list) =>
    Array.isArray(list) &&
    list.length <= MOST_OUTCOMES &&
    // Every place of the list counts, an empty one too.
    [...list].every((each) => isName(each?.measure) && isName(each?.group));

  /** @param {HTMLIFrameElement} frame @param {string} name @param {unknown} detail */
  const pass = (frame, name, detail = null) =>
    frame.dispatchEvent(new CustomEvent(`mingbai:${name}`, { bubbles: true, detail }));

  /** @type {Readonly<Record<string, (frame: HTMLIFrameElement, data: any) => void>>} */
  const takes = Object.freeze({
    size(frame, { height }) {
      const grows = frame.dataset.height === undefined;
      if (grows && Number.isInteger(height) && height > 0) frame.height = String(Math.min(height, HIGHEST));
    },
    end: (frame) => void pass(frame, "end"),
    result(frame, { outcomes }) {
      if (frame.dataset.results === undefined || !sound(outcomes)) return;
      const list = outcomes.map((/** @type {any} */ { measure, group }) => ({ measure, group }));
      pass(frame, "result", list);
    },
  });

  const start = () => {
    for (const link of document.querySelectorAll("a[data-mingbai]")) {
      if (link instanceof HTMLAnchorElement && link.href.startsWith(site.href)) framed(link);
    }
  };

  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames.find((each) => each.contentWindow === source);
    if (!frame || origin !== site.origin || data?.mingbai !== 1) return;
    if (typeof data.type === "string" && Object.hasOwn(takes, data.type)) takes[data.type]?.(frame, data);
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
