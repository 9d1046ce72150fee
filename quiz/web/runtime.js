/**
 * Python in this thread: loads the trimmed runtime, then the engine and its rules.
 *
 * @typedef {object} PageFiles  absolute addresses, but for the texts
 * @property {string} pyodide the loader, a module
 * @property {string} glue its companion, a module
 * @property {string} wasm Python itself
 * @property {string} folder where these three stand, with the last slash
 * @property {string} library Python's standard library, trimmed
 * @property {string} lock the list of packages, as text
 * @property {string} engine an archive with the package quiz
 * @property {string} rules rules.json
 *
 * @typedef {{ask: (request: string) => string}} Python
 */

const MIME = Object.freeze({ wasm: "application/wasm", json: "application/json" });

const ENGINE = "/lib/engine.whl";

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * @param {PageFiles} files
 * @returns {Promise<Python>}
 */
export async function startPython(files) {
  // Where a policy or a setting bars WebAssembly this throws; Pyodide would wait for ever.
  new WebAssembly.Module(EMPTY_MODULE);
  let giveUp = /** @type {(problem: unknown) => void} */ (() => undefined);
  const lost = new Promise((_, reject) => (giveUp = reject));
  return Promise.race([loaded(files, giveUp), /** @type {Promise<never>} */ (lost)]);
}

/**
 * @param {PageFiles} files
 * @param {(problem: unknown) => void} giveUp told of a file that does not come: Pyodide would wait for it
 * @returns {Promise<Python>}
 */
async function loaded(files, giveUp) {
  const fetchPlainly = globalThis.fetch;
  const lost = (/** @type {unknown} */ problem) => {
    giveUp(problem);
    return /** @type {Promise<never>} */ (new Promise(() => undefined));
  };
  const get = (/** @type {string} */ address, /** @type {RequestInit | undefined} */ options) =>
    fetched(address, fetchPlainly, options).catch(lost);
  const rules = get(files.rules, undefined).then((response) => response.text()).catch(lost);
  const engine = get(files.engine, undefined).then((response) => response.arrayBuffer()).catch(lost);
  const { library, wasm, glue } = files;
  // Asked for at once, not one after the other as Pyodide comes to need them.
  const early = new Map([library, wasm].map((address) => [address, get(address, undefined)]));
  const once = (/** @type {string} */ address) => {
    const response = early.get(address);
    early.delete(address);
    return response;
  };
  const [{ loadPyodide }] = await Promise.all([import(files.pyodide), import(glue)]);
  // Pyodide fetches by the global name only; it is given back as soon as Python stands.
  globalThis.fetch = (address, options) => once(String(address)) ?? get(String(address), options);
  try {
    const pyodide = await loadPyodide({
      indexURL: files.folder,
      stdLibURL: files.library,
      lockFileContents: files.lock,
      packageBaseUrl: files.folder,
      // Python imports from the archive as it is: to unpack it would take modules that were trimmed away.
      env: { PYTHONPATH: ENGINE },
      fsInit: async (/** @type {any} */ disk) => disk.writeFile(ENGINE, new Uint8Array(await engine)),
    });
    return quizIn(pyodide, await rules);
  } finally {
    globalThis.fetch = fetchPlainly;
  }
}

/**
 * @param {any} pyodide
 * @param {string} rules
 * @returns {Python}
 */
function quizIn(pyodide, rules) {
  const browser = pyodide.pyimport("quiz.browser");
  const loaded = JSON.parse(browser.load(rules));
  if (!loaded.ok) throw new Error(loaded.error.code);
  return { ask: (request) => browser.ask(request) };
}

/**
 * A file of ours: as the host sends it where it compresses, else our own gzip file unpacked here.
 * @param {string} address
 * @param {typeof fetch} fetchPlainly
 * @param {RequestInit} [options]
 */
async function fetched(address, fetchPlainly, options) {
  const stop = new AbortController();
  const response = await fetchPlainly(address, { ...options, signal: stop.signal });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  if (response.headers.has("content-encoding") || !("DecompressionStream" in globalThis)) {
    return typed(response.body, response, address);
  }
  const packed = await fetchPlainly(`${address}.gz`, options);
  if (!packed.ok || !packed.body) return typed(response.body, response, address);
  stop.abort();
  const unpacked = packed.headers.has("content-encoding")
    ? packed.body
    : packed.body.pipeThrough(new DecompressionStream("gzip"));
  return typed(unpacked, null, address);
}

/**
 * WebAssembly is compiled while it arrives only under its own MIME type, whatever the host says.
 * @param {ReadableStream | null} body
 * @param {Response | null} asSent
 * @param {string} address
 */
function typed(body, asSent, address) {
  const type = MIME[/** @type {keyof typeof MIME} */ (address.split(".").pop() ?? "")];
  const right = !type || asSent?.headers.get("content-type")?.startsWith(type);
  if (asSent && right) return asSent;
  return new Response(body, { headers: type ? { "content-type": type } : {} });
}
