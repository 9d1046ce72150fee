/**
 * On paper the reasons of all that may be had are open, by whatever button it was printed; on the screen it is as it
 * was. Of what cannot be had the list is printed, with what would change it: every reason would fill a hundred sheets.
 */

/** @param {HTMLElement} stage where the result is shown */
export function openOnPaper(stage) {
  /** @type {Element[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...stage.querySelectorAll(".quiz__result details:not([open])")].filter(
      (details) => !details.matches("[data-brief] .quiz__outcome details"),
    );
    for (const details of opened) details.setAttribute("open", "");
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.removeAttribute("open");
    opened = [];
  });
}
