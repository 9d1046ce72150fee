// Starts the checker as a page does and puts requests to it.
// Standard input: {runtime, library, lock, engine, rules, requests, imports}, of which library may be null for the
// whole standard library. Standard output: {loaded, answers, modules}, modules being the files that Python read from
// its library, as names in that archive.
import "./tell_faults.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ENGINE = "/lib/engine.whl";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(join(asked.runtime, "pyodide.mjs"));
const python = await loadPyodide({
  indexURL: asked.runtime,
  lockFileContents: asked.lock,
  packageBaseUrl: asked.runtime,
  env: { PYTHONPATH: ENGINE },
  fsInit: async (/** @type {any} */ files) => files.writeFile(ENGINE, new Uint8Array(readFileSync(asked.engine))),
  stdout: (/** @type {string} */ line) => console.error(line),
  ...(asked.library ? { stdLibURL: asked.library } : {}),
});

const browser = python.pyimport("quiz.browser");
const loaded = browser.load(readFileSync(asked.rules, "utf8"));
const answers = asked.requests.map((/** @type {string} */ request) => browser.ask(request));

// A fault of the engine itself must come out readable, so what Python needs to tell of one belongs to the list too.
try {
  browser.ask();
} catch (fault) {
  answers.push(String(fault).trim().split("\n").at(-1));
}
for (const name of asked.imports) python.pyimport(name);

const inLibrary = /^\/lib\/python\d+\.zip\/(.+?)c?$/;
const modules = [];
for (const module of python.pyimport("sys").modules.values()) {
  const name = inLibrary.exec(module?.__spec__?.origin ?? "")?.[1];
  if (name) modules.push(name);
}
process.stdout.write(JSON.stringify({ loaded, answers, modules: modules.sort() }));
