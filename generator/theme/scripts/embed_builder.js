// The integrators' page: what is chosen is shown in a frame, and stands as code to copy below it.
"use strict";
{
  const FIRST = 480; // pixels, until the frame has told its height
  const HIGHEST = 20_000;
  // Without a border the frame is as wide as the page around it; a style could be refused there.
  const SHAPE = { frameborder: "0", loading: "lazy" };
  const builder = document.querySelector("[data-embed-builder]");
  const form = builder?.querySelector("form");
  const preview = builder?.querySelector("[data-preview]");
  const code = builder?.querySelector("#embed-built");
  const frame = document.createElement("iframe");

  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | HTMLSelectElement} */ (form?.elements.namedItem(name));

  /** What differs from the site's own look, by name. */
  const options = () => {
    /** @type {Record<string, string>} */
    const chosen = {};
    if (field("theme").value) chosen.theme = field("theme").value;
    if (/** @type {HTMLInputElement} */ (field("elder")).checked) chosen.elder = "on";
    for (const name of ["primary", "accent"]) {
      const colour = /** @type {HTMLInputElement} */ (field(name));
      if (colour.value !== colour.defaultValue) chosen[name] = colour.value.replace("#", "");
    }
    return chosen;
  };

  /** An element as its HTML. @param {string} name @param {Record<string, string>} attributes @param {string} text */
  const written = (name, attributes, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element.outerHTML.replaceAll('=""', "");
  };

  const title = () => {
    const option = /** @type {HTMLSelectElement} */ (field("page")).selectedOptions[0];
    return option?.getAttribute(`data-title-${field("language").value}`) ?? "";
  };

  const pixels = () => String(Math.min(Math.max(Math.trunc(Number(field("pixels").value)), 0) || FIRST, HIGHEST));

  /** @param {string} base @param {string} address @param {string} sandbox */
  const built = (base, address, sandbox) => {
    if (field("height").value === "grows") {
      const data = Object.entries(options()).map(([name, value]) => [`data-${name}`, value]);
      const link = { href: base + address, "data-mingbai": "", ...Object.fromEntries(data) };
      return `${written("a", link, title())}\n${written("script", { src: `${base}embed/host.js`, async: "" })}`;
    }
    const plain = { title: title(), width: "100%", height: pixels(), ...SHAPE, referrerpolicy: "no-referrer" };
    return written("iframe", { src: framed(base, address), ...plain, sandbox });
  };

  /** @param {string} base @param {string} address */
  const framed = (base, address) => {
    const chosen = new URLSearchParams(options()).toString();
    return `${base}embed/${address}${chosen && `#${chosen}`}`;
  };

  const show = () => {
    if (!(builder instanceof HTMLElement) || !preview || !code) return;
    const { base = "", root = "", sandbox = "" } = builder.dataset;
    const address = `${field("language").value}/${field("page").value}`;
    code.textContent = built(base, address, sandbox);
    frame.title = title();
    frame.height = field("height").value === "grows" ? String(FIRST) : pixels();
    frame.setAttribute("sandbox", sandbox);
    // A fragment alone would not load the page anew, so the frame is put in afresh.
    frame.remove();
    frame.src = framed(root, address);
    preview.append(frame);
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin || data?.type !== "size") return;
    const sound = Number.isInteger(data.height) && data.height > 0;
    if (sound && field("height").value === "grows") frame.height = String(Math.min(data.height, HIGHEST));
  });
  form?.addEventListener("submit", (event) => event.preventDefault());
  form?.addEventListener("change", show);
  if (form) show();
}
