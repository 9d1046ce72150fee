// Compiles one archive of Python sources inside Pyodide.
// Standard input: {pyodide, packages, script, folder, archive, epoch}; standard output: {compiled}, a name in the folder.
import "./tell_faults.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(join(asked.pyodide, "pyodide.mjs"));
const python = await loadPyodide({
  env: { SOURCE_DATE_EPOCH: asked.epoch, PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: "/packages" },
  fsInit: async (/** @type {any} */ files) => {
    for (const [place, folder] of [["/packages", asked.packages], ["/work", asked.folder]]) {
      files.mkdirTree(place);
      files.mount(files.filesystems.NODEFS, { root: folder }, place);
    }
  },
});
python.runPython(readFileSync(asked.script, "utf8"));
const compiled = python.globals.get("compile_archive")(`/work/${asked.archive}`);
process.stdout.write(JSON.stringify({ compiled: compiled.split("/").at(-1) }));
