/** Carries place and answers over to the same page in another language. */
import { toFragment } from "./parcel.js";

/**
 * The other page gets them in its address's fragment and takes them out again at once. It takes the
 * place of this one, so that Back does not lead through two languages.
 * @param {MouseEvent} event a click anywhere on the page
 * @param {import("./parcel.js").Parcel} parcel
 */
export function switchLanguage(event, parcel) {
  const link = event.target instanceof Element ? event.target.closest("a[data-language]") : null;
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const nothing = Object.keys(parcel.answers).length === 0 && parcel.route.length < 2;
  if (!(link instanceof HTMLAnchorElement) || elsewhere || nothing) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const address = link.href.split("#")[0] ?? "";
  void toFragment(parcel).then((fragment) => location.replace(address + fragment));
}
