// A fault is told by its own words: Node would show the source line too, and Pyodide's is a megabyte long.
process.on("uncaughtException", (fault) => {
  console.error(fault.stack);
  process.exit(1);
});
