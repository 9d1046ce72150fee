/**
 * What would change a verdict: sets that differ in a single answer to one question are told as one.
 *
 * @typedef {import("./contract.js").Setting} Setting
 * @typedef {Setting[]} Place settings of one question, any of which will do
 */

/**
 * @param {{set: Setting[]}[]} sets any of which would do, each of settings that are all needed
 * @returns {Place[][]} the same, shorter
 */
export function alternatives(sets) {
  /** @type {Place[][]} */
  const told = [];
  for (const { set } of sets) {
    const joined = told.some((places) => join(places, set));
    if (!joined) told.push(set.map((setting) => [setting]));
  }
  return told;
}

/** Take a set into one that differs from it in the same single place; tells whether it did. @param {Place[]} places @param {Setting[]} set */
function join(places, set) {
  if (places.length !== set.length) return false;
  const differing = [...set.entries()].filter(([index, setting]) => !isOnly(places[index], setting));
  const [[at, setting] = [-1, null], ...more] = differing;
  const place = places[at];
  if (more.length || !setting || !place || !sameQuestion(place, setting)) return false;
  if (places.some((each, index) => index !== at && each.length > 1)) return false;
  place.push(setting);
  return true;
}

/** @param {Place | undefined} place @param {Setting} setting */
function isOnly(place, setting) {
  return place?.length === 1 && JSON.stringify(place[0]) === JSON.stringify(setting);
}

/** @param {Place} place @param {Setting} setting */
function sameQuestion(place, setting) {
  return place.every(({ question, change }) => question === setting.question && change === setting.change);
}
