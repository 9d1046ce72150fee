/** On paper every reason is open, by whatever button it was printed; on the screen it is as it was. */

/** @param {HTMLElement} stage where the result is shown */
export function openOnPaper(stage) {
  /** @type {Element[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...stage.querySelectorAll(".quiz__result details:not([open])")];
    for (const details of opened) details.setAttribute("open", "");
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.removeAttribute("open");
    opened = [];
  });
}
