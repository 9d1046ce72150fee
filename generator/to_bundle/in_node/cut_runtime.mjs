// Leaves out of Pyodide what only extension modules could call: the checker has none.
// Standard input: {pyodide, folder}; writes pyodide.mjs, pyodide.asm.mjs and pyodide.asm.wasm into the folder and
// prints {exports, imports}, how many of each are left.
import "./tell_faults.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";
import { minify } from "terser";
import { exportsUsed, withoutUnused } from "./glue.mjs";

const asked = JSON.parse(readFileSync(0, "utf8"));
/** @param {string} name */
const read = (name) => readFileSync(join(asked.pyodide, name));
/** @type {[string, string, BufferSource & Uint8Array]} */
const [loader, glue, wasm] = [String(read("pyodide.mjs")), String(read("pyodide.asm.mjs")), read("pyodide.asm.wasm")];
const used = exportsUsed(glue, loader);
const module = binaryen.readBinary(wasm);
for (const { name, kind } of WebAssembly.Module.exports(new WebAssembly.Module(wasm))) {
  if (["function", "global"].includes(kind) && !used.has(name)) module.removeExport(name);
}
module.runPasses(["remove-unused-module-elements"]);
const cut = new Uint8Array(module.emitBinary());
const left = new WebAssembly.Module(cut);
const imports = new Set(WebAssembly.Module.imports(left).map(({ name }) => name));

// Emscripten's evals serve shared libraries and scripts in C, which the pages' policy forbids anyway.
const options = { module: true, compress: { passes: 2 }, mangle: { eval: true }, format: { comments: false } };
/** @param {string} script */
const minified = async (script) => (await minify(script, options)).code ?? "";
writeFileSync(join(asked.folder, "pyodide.mjs"), await minified(loader));
writeFileSync(join(asked.folder, "pyodide.asm.mjs"), await minified(withoutUnused(glue, used, imports)));
writeFileSync(join(asked.folder, "pyodide.asm.wasm"), cut);
process.stdout.write(JSON.stringify({ exports: WebAssembly.Module.exports(left).length, imports: imports.size }));
