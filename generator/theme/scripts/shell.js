// The shell of every page: colours, elder mode, menu, copy, print. Runs in the head, before the
// first paint, so that nobody sees a flash of the wrong colours; without it every page can be read.

const root = document.documentElement;
root.classList.replace("no-js", "js");

/** Remembers a choice across pages where the browser allows it; answers to questions never pass here. */
const memory = {
  /** @param {string} name */
  read(name) {
    try {
      return localStorage.getItem(`mingbai.${name}`);
    } catch {
      return null;
    }
  },
  /** @param {string} name @param {string} value */
  write(name, value) {
    try {
      localStorage.setItem(`mingbai.${name}`, value);
    } catch {
      // The choice then holds for this page.
    }
  },
};

/** @param {string | null} theme */
function paint(theme) {
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
}

/** @param {boolean} on */
function enlarge(on) {
  root.classList.toggle("elder", on);
}

paint(memory.read("theme"));
enlarge(memory.read("elder") === "on");

function isDark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** @param {string} selector @param {(element: HTMLElement) => void} wire */
function each(selector, wire) {
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof HTMLElement) wire(element);
  }
}

function wireTheme() {
  each("[data-theme-switch]", (button) => {
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      paint(theme);
      memory.write("theme", theme);
      button.setAttribute("aria-pressed", String(theme === "dark"));
    });
  });
}

function wireElder() {
  each("[data-elder]", (button) => {
    button.setAttribute("aria-pressed", String(root.classList.contains("elder")));
    button.addEventListener("click", () => {
      const on = !root.classList.contains("elder");
      enlarge(on);
      memory.write("elder", on ? "on" : "off");
      button.setAttribute("aria-pressed", String(on));
    });
  });
}

// The menu is the page's own contents, opened by its anchor; the script adds Escape and focus.
function wireMenu() {
  const contents = document.getElementById("contents");
  const opener = document.querySelector("[data-menu]");
  if (!contents || !(opener instanceof HTMLElement)) return;
  /** @param {boolean} open */
  const show = (open) => {
    contents.classList.toggle("contents--open", open);
    const target = open ? contents.querySelector("a") : opener;
    if (target instanceof HTMLElement) target.focus();
  };
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    show(true);
  });
  each("[data-close]", (link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(false);
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && contents.classList.contains("contents--open")) show(false);
  });
}

function wireCopy() {
  each("[data-copy]", (button) => {
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy ?? "");
      const address = button.dataset.copyAlone === undefined ? ` ${location.href.split("#")[0]}` : "";
      await navigator.clipboard.writeText(`${source?.innerText ?? ""}${address}`);
      button.textContent = button.dataset.done ?? "";
    });
  });
}

function wireLinks() {
  each("[data-permanent]", (link) => {
    link.textContent = location.href.split("#")[0] ?? location.href;
  });
  each("[data-language]", (link) => {
    link.addEventListener("click", () => {
      if (link instanceof HTMLAnchorElement) link.hash = location.hash;
    });
  });
  each("[data-print]", (button) => button.addEventListener("click", () => print()));
}

// What is searched for goes to the search page in the address's fragment, so into no request.
function wireSearch() {
  const form = document.querySelector("[data-search]");
  const field = form?.querySelector("input");
  if (!(form instanceof HTMLFormElement) || !field) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = field.value.trim();
    location.assign(form.action + (asked ? `#q=${encodeURIComponent(asked)}` : ""));
  });
  each("[data-search-open]", (button) => {
    button.addEventListener("click", () => {
      const open = form.classList.toggle("masthead__search--open");
      button.setAttribute("aria-expanded", String(open));
      if (open) field.focus();
    });
  });
}

// Where there is room both languages stand side by side until the reader chooses otherwise.
function widenReading() {
  const both = document.getElementById("view_both");
  if (both instanceof HTMLInputElement && matchMedia("(min-width: 48em)").matches) both.checked = true;
}

// An anchor inside a closed fold opens it.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (fold) fold.open = true;
}

document.addEventListener("DOMContentLoaded", () => {
  wireTheme();
  wireElder();
  wireMenu();
  wireCopy();
  wireSearch();
  wireLinks();
  widenReading();
  openTarget();
});
addEventListener("hashchange", openTarget);
addEventListener("beforeprint", () => each(".reading details, .fold", (fold) => fold.setAttribute("open", "")));
