/** Python in a worker: the first message starts it, each later one carries an id and gets it back. */
import { startPython } from "./runtime.js";

/** @type {Promise<import("./runtime.js").Python> | null} */
let python = null;

addEventListener("message", async ({ data }) => {
  try {
    python ??= startPython(data.files);
    const started = await python;
    postMessage({ id: data.id, reply: data.request ? started.ask(data.request) : "" });
  } catch (problem) {
    postMessage({ id: data.id, problem: String(problem) });
  }
});
