// Puts recorded requests to the engine, one after the other, and measures each.
// The first message is {files, requests}; the answer {ready, took, refused} in milliseconds, or {problem}.

addEventListener("message", async ({ data: { files, requests } }) => {
  try {
    const { startPython } = await import(files.start);
    const began = performance.now();
    const python = await startPython(files);
    const ready = performance.now() - began;
    const took = [];
    let refused = 0;
    for (const request of requests) {
      const asked = performance.now();
      const reply = python.ask(request);
      took.push(performance.now() - asked);
      if (!reply.startsWith('{"ok":true')) refused += 1;
    }
    postMessage({ ready, took, refused });
  } catch (problem) {
    postMessage({ problem: String(problem) });
  }
});
