// Asks the search worker of the stock theme, as it is, outside a browser.
// Arguments: the theme's assets/javascripts folder, search_index.json. Standard input: a list of questions.
// Standard output: for each of them the groups of locations that are found, the best first.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [scripts = "", index = ""] = process.argv.slice(2);
const workers = join(scripts, "workers");
/** @type {(event: { data: unknown }) => void} */
let tell = () => {};
/** @type {(message: any) => void} */
let answer = () => {};
/** @type {Record<string, unknown>} */
const worker = {
  console: { warn() {} },
  /** @param {string} _ @param {typeof tell} listener */
  addEventListener: (_, listener) => (tell = listener),
  /** @param {unknown} message */
  postMessage: (message) => answer(message),
  /** @param {string[]} paths */
  importScripts: (...paths) => paths.forEach((path) => run(join(workers, path))),
};
worker.self = worker;
vm.createContext(worker);

/** @param {string} file */
function run(file) {
  vm.runInContext(readFileSync(file, "utf8"), worker);
}

/** @param {number} type @param {unknown} data @returns {Promise<any>} */
function ask(type, data) {
  return new Promise((resolve) => {
    answer = (message) => resolve(message.data);
    tell({ data: { type, data } });
  });
}

run(join(workers, readdirSync(workers).find((name) => name.endsWith(".min.js")) ?? ""));
await ask(0, { ...JSON.parse(readFileSync(index, "utf8")), options: {} });
const found = [];
for (const question of JSON.parse(readFileSync(0, "utf8"))) {
  const { items } = await ask(2, question);
  found.push(items.map((/** @type {{ location: string }[]} */ group) => group.map(({ location }) => location)));
}
process.stdout.write(JSON.stringify(found));
