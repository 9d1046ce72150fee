// A page in another site's frame: its look by the address, its height to the page around it, links
// on top, and the result of a check where the person hands it over. Nothing else goes out.
"use strict";
{
  const COLOUR = /^[0-9a-f]{6}$/i;
  const LEGIBLE = 4.5; // contrast that WCAG 2.2 asks for
  const MOST_OUTCOMES = 500;
  const page = document.documentElement;
  const given = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);

  /** @param {string} colour as `#rgb` or `#rrggbb` */
  const luminance = (colour) => {
    const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
    const linear = [1, 3, 5].map((start) => {
      const part = parseInt(digits.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };

  /** Whether a colour can be read on the page's paper. @param {string} colour */
  const legible = (colour) => {
    const paper = getComputedStyle(page).getPropertyValue("--paper").trim();
    const [low = 0, high = 0] = [luminance(colour), luminance(paper)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05) >= LEGIBLE;
  };

  const colour = () => {
    for (const name of ["primary", "accent"]) {
      const wanted = given.get(name) ?? "";
      page.style.removeProperty(`--${name}`);
      if (COLOUR.test(wanted) && legible(`#${wanted}`)) page.style.setProperty(`--${name}`, `#${wanted}`);
    }
  };

  const look = () => {
    const theme = given.get("theme") ?? "";
    if (["light", "dark"].includes(theme)) page.dataset.theme = theme;
    else delete page.dataset.theme;
    page.classList.toggle("elder", given.get("elder") === "on");
    colour();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colour);
  };

  /** Where the page around us says who it is, and asks for results. @type {string} */
  let around = "";

  /** @param {object} message @param {string} to */
  const tell = (message, to = "*") => {
    if (parent !== window) parent.postMessage({ mingbai: 1, ...message }, to);
  };

  const tellSize = () => {
    const { height } = document.body.getBoundingClientRect();
    tell({ type: "size", height: Math.ceil(height) });
  };

  // A frame that may not lead the top window away opens its links beside it.
  /** @param {MouseEvent} event */
  const follow = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const own = event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey;
    if (own || !(link instanceof HTMLAnchorElement)) return;
    if (link.target === "_self" || !link.protocol.startsWith("http")) return;
    event.preventDefault();
    try {
      /** @type {Window} */ (top).location.href = link.href;
    } catch {
      open(link.href, "_blank", "noopener");
    }
  };

  const outcomes = () =>
    [...document.querySelectorAll(".quiz__result section[data-group]:not([hidden]) [data-outcome]")]
      .slice(0, MOST_OUTCOMES)
      .map((outcome) => {
        const section = /** @type {HTMLElement} */ (outcome.closest("section[data-group]"));
        return {
          measure: outcome.getAttribute("data-outcome") ?? "",
          group: section.dataset.group ?? "",
          says: `${heading(outcome)} · ${heading(section)}`,
        };
      });

  /** @param {Element} element */
  const heading = (element) => {
    const words = element.querySelector("h2, h3, h4")?.cloneNode(true);
    if (words instanceof Element) for (const count of words.querySelectorAll("[data-count]")) count.remove();
    return words?.textContent?.trim() ?? "";
  };

  /** Shows what would go out, to whom, and the button. @param {Element} result */
  const offer = (result) => {
    const template = document.querySelector("template[data-embed-send]");
    if (!around || !(template instanceof HTMLTemplateElement) || result.querySelector(".embed__send")) return;
    const list = outcomes();
    result.append(template.content.cloneNode(true));
    const text = result.querySelector(".embed__send [data-text]");
    if (text instanceof HTMLElement) text.textContent = (text.dataset.text ?? "").replace("{origin}", around);
    const lines = list.map(({ measure, group, says }) => {
      const line = document.createElement("li");
      line.textContent = `${says} (${measure}: ${group})`;
      return line;
    });
    result.querySelector(".embed__send ul")?.append(...lines);
    result.querySelector(".embed__send button")?.addEventListener("click", () => {
      tell({ type: "result", outcomes: list.map(({ measure, group }) => ({ measure, group })) }, around);
      const status = result.querySelector(".embed__send [data-done]");
      if (status instanceof HTMLElement) status.textContent = status.dataset.done ?? "";
    });
  };

  /** @type {Element | null} */
  let ended = null;

  const watch = () => {
    const result = document.querySelector(".quiz__result");
    const over = result?.querySelector("[data-go-on][hidden]") ? result : null;
    if (over && over !== ended) tell({ type: "end" });
    ended = over;
    if (over) offer(over);
  };

  addEventListener("message", ({ source, origin, data }) => {
    const known = source === parent && parent !== window && /^https?:/.test(origin);
    if (!known || data?.mingbai !== 1 || data.type !== "hello" || data.results !== true) return;
    around ||= origin;
    watch();
  });

  look();
  document.addEventListener("click", follow);
  document.addEventListener("DOMContentLoaded", () => {
    new ResizeObserver(tellSize).observe(document.body);
    const stage = document.querySelector("[data-stage]");
    if (stage) new MutationObserver(watch).observe(stage, { childList: true });
  });
}
