// Runs the search's own scripts as a site has them, on one of its indexes, without a browser.
// Arguments: folder of the scripts, index file. Standard input: a list of questions. Standard output:
// for each of them the addresses that are found, the best first.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, index] = process.argv.slice(2);
const { Ranking } = await import(pathToFileURL(`${folder}/ranking.js`).href);
const ranking = await Ranking.of(JSON.parse(readFileSync(index, "utf8")));
const questions = JSON.parse(readFileSync(0, "utf8"));
const found = questions.map((question) => ranking.find(question).map(({ target }) => target.address));
process.stdout.write(JSON.stringify(found));
