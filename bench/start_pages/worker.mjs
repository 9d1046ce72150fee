// Measures one start, from this worker's first line to the first answer of the engine.
// The first message says how: {plain, files, request}; the answer is {took, reply} or {problem}.

/** @param {any} files */
async function plainly(files) {
  const { loadPyodide } = await import(files.pyodide);
  const python = await loadPyodide();
  const [engine, rules] = await Promise.all(
    [files.engine, files.rules].map((address) => fetch(address).then((response) => response.arrayBuffer())),
  );
  python.unpackArchive(engine, "wheel");
  const browser = python.pyimport("quiz.browser");
  browser.load(new TextDecoder().decode(rules));
  return browser;
}

/** @param {any} files */
async function ours(files) {
  const { startPython } = await import(files.start);
  return startPython(files);
}

addEventListener("message", async ({ data }) => {
  const began = performance.now();
  try {
    const python = await (data.plain ? plainly : ours)(data.files);
    const reply = JSON.parse(python.ask(data.request)).ok;
    postMessage({ took: performance.now() - began, reply });
  } catch (problem) {
    postMessage({ problem: String(problem) });
  }
});
