// Minifies the page's own modules and style sheets, each for itself: their imports keep their names.
// Standard input: {terser, files: {name: text}}. Standard output: {name: text}.
import "./tell_faults.mjs";
import { readFileSync } from "node:fs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { minify } = await import(asked.terser);

/** @param {string} css */
function compact(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return `${bare.split("\n").map((line) => line.trim()).filter(Boolean).join("\n")}\n`;
}

/** @type {Record<string, string>} */
const made = {};
for (const [name, text] of Object.entries(asked.files)) {
  made[name] = name.endsWith(".css")
    ? compact(/** @type {string} */ (text))
    : (await minify(text, { module: true, ecma: 2020, compress: { passes: 2 } })).code;
}
process.stdout.write(JSON.stringify(made));
