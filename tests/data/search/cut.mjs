// Cuts texts into words as the search does. Arguments: folder of the scripts. Standard input: a list of
// texts. Standard output: for each of them its stem, its words as a page's, its words as a question's,
// and the text with marks around what answers "hire" or "补贴".
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${folder}/${name}.js`).href);
const [{ stem }, { wordsOf, wordsAsked, ignoring }, { marked }] = await Promise.all(["stem", "words", "excerpt"].map(load));
const answers = new Set(["hire", "补贴", "1500", "startup"]);
const cut = (text) => ({
  stem: stem(text),
  page: wordsOf(text),
  asked: wordsAsked(text, ignoring([])),
  marked: marked(text, answers).map((part) => (part.marked ? `[${part.text}]` : part.text)).join(""),
});
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(cut)));
