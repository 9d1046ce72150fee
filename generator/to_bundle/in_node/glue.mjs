// Cuts Pyodide's glue, the JavaScript beside its WebAssembly, to what the checker can reach. Every pattern must be
// found: with another Pyodide this fails instead of cutting something else.

const ASSIGNING = "function assignWasmExports(wasmExports){";
const IMPORTING = "var wasmImports={";

/**
 * The exports of the WebAssembly that the glue or the loader use, beyond handing them on to extension modules.
 * @param {string} glue
 * @param {string} loader
 */
export function exportsUsed(glue, loader) {
  const [before, assignments, after] = parted(glue, ASSIGNING);
  const rest = before + after;
  const uses = counted(`${rest}\n${loader}`);
  const used = new Set([...rest.matchAll(/wasmExports(?:\["([^"]+)"\]|\.(\w+))/g)].map((found) => found[1] ?? found[2]));
  // The entry of the program is looked up by its other name.
  used.add("__main_argc_argv");
  for (const assignment of assignments.split(";")) {
    const names = [...assignment.matchAll(/(?:^|=)([\w$]+)(?==)/g)].map((found) => found[1] ?? "");
    // Each name is declared once in the rest.
    if (names.some((name) => (uses.get(name) ?? 0) > 1 || loader.includes(name))) used.add(exported(assignment));
  }
  return used;
}

/**
 * The glue without the exports and imports that are gone.
 * @param {string} glue
 * @param {Set<string | undefined>} exports
 * @param {Set<string>} imports
 */
export function withoutUnused(glue, exports, imports) {
  const [start, assignments, middle] = parted(glue, ASSIGNING);
  const assigned = assignments.split(";").filter((assignment) => exports.has(exported(assignment)));
  const [before, entries, after] = parted(start + assigned.join(";") + middle, IMPORTING);
  const kept = entries.split(",").filter((entry) => imports.has(imported(entry)));
  const gone = entries.split(",").filter((entry) => !imports.has(imported(entry)));
  const names = new Set(gone.map((entry) => entry.split(":").at(-1)));
  return withoutNotes(before + kept.join(",") + after, names);
}

/**
 * A note of its signature would keep a function that nothing calls.
 * @param {string} glue
 * @param {Set<string | undefined>} names
 */
function withoutNotes(glue, names) {
  return glue.replace(/;([\w$]+)\.(?:sig|isAsync)=[^;{}]*(?=;)/g, (note, name) => (names.has(name) ? "" : note));
}

/** @param {string} assignment */
function exported(assignment) {
  return /wasmExports\["([^"]+)"\]/.exec(assignment)?.[1];
}

/** @param {string} entry */
function imported(entry) {
  return entry.split(":")[0] ?? "";
}

/**
 * What stands before and with the opening words, up to the next brace, and after it.
 * @param {string} text
 * @param {string} opening
 * @returns {[string, string, string]}
 */
function parted(text, opening) {
  const at = text.indexOf(opening) + opening.length;
  const end = text.indexOf("}", at);
  if (at < opening.length || end < 0) throw new Error(`this Pyodide has no "${opening}"`);
  return [text.slice(0, at), text.slice(at, end), text.slice(end)];
}

/** @param {string} text */
function counted(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of text.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
