/**
 * The page's side of the engine: starts it, asks it, notices when it does not come.
 *
 * @typedef {import("./contract.js").Request} Request
 * @typedef {import("./contract.js").Reply} Reply
 * @typedef {import("./runtime.js").PageFiles} PageFiles
 * @typedef {{ask: (request: string) => Promise<string>, end: () => void}} Seat  where Python sits
 */

const START_LIMIT = 60_000; // milliseconds; a blocked WebAssembly never fails by itself
const ASK_LIMIT = 20_000;

/** Python did not start, or did not answer. */
export class EngineAbsent extends Error {}

export class Engine {
  #files;
  #limits;
  /** @type {Promise<Seat> | null} */
  #seat = null;

  /** @param {PageFiles} files @param {{start: number, ask: number}} limits in milliseconds */
  constructor(files, limits = { start: START_LIMIT, ask: ASK_LIMIT }) {
    this.#files = files;
    this.#limits = limits;
  }

  /** Begin to load Python; asking does so too. Rejects with EngineAbsent. */
  start() {
    this.#seat ??= this.#seated();
    return this.#seat;
  }

  /**
   * @param {Request} request
   * @returns {Promise<Reply>}
   */
  async ask(request) {
    const seat = await this.start();
    const answer = seat.ask(JSON.stringify(request));
    try {
      return JSON.parse(await within(answer, this.#limits.ask));
    } catch (problem) {
      seat.end();
      this.#seat = null;
      throw new EngineAbsent(String(problem));
    }
  }

  async #seated() {
    /** @type {Seat[]} */
    const taken = [];
    try {
      return await within(seated(this.#files, taken), this.#limits.start);
    } catch (problem) {
      this.#seat = null;
      for (const seat of taken) seat.end();
      throw new EngineAbsent(String(problem));
    }
  }
}

/**
 * Python comes on the first intent or when the page is idle; not unasked where data is dear.
 * @param {Engine} engine
 * @param {HTMLElement} element
 */
export function startSoon(engine, element) {
  const start = () => void engine.start().then(fetchTheRest).catch(() => undefined);
  for (const intent of ["pointerdown", "focusin", "keydown"]) {
    element.addEventListener(intent, start, { once: true, passive: true });
  }
  const link = /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection;
  if (link?.saveData) return;
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 1_000));
  idle(start);
}

/** What later steps show comes while there is a network: afterwards none is needed. */
function fetchTheRest() {
  const later = [import("./review.js"), import("./result.js"), import("./sheet.js"), import("./takeaway.js")];
  return Promise.all(later);
}

/**
 * In a worker, or in this thread where a sandboxed frame of no origin may have none.
 * @param {PageFiles} files
 * @param {Seat[]} taken the seat is noted here before Python is asked to start on it
 * @returns {Promise<Seat>}
 */
async function seated(files, taken) {
  try {
    const seat = new WorkerSeat();
    taken.push(seat);
    await seat.started(files);
    return seat;
  } catch (problem) {
    if (!(problem instanceof WorkerRefused || problem instanceof DOMException)) throw problem;
    const { startPython } = await import("./runtime.js");
    const python = await startPython(files);
    return { ask: async (request) => python.ask(request), end: () => undefined };
  }
}

class WorkerRefused extends Error {}

/** A worker from a blob: address inherits the page's policy; one from its own address would not. */
class WorkerSeat {
  #worker;
  #address;
  #last = 0;
  /** @type {Map<number, {resolve: (reply: string) => void, reject: (problem: Error) => void}>} */
  #waiting = new Map();

  constructor() {
    const script = new URL("worker.js", import.meta.url).href;
    const blob = new Blob([`import ${JSON.stringify(script)};`], { type: "text/javascript" });
    this.#address = URL.createObjectURL(blob);
    this.#worker = new Worker(this.#address, { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#settle(data));
    this.#worker.addEventListener("error", () => this.#refuse(new WorkerRefused()));
  }

  /** @param {PageFiles} files */
  async started(files) {
    try {
      await this.#send({ files });
    } finally {
      URL.revokeObjectURL(this.#address);
    }
  }

  /** @param {string} request */
  ask(request) {
    return this.#send({ request });
  }

  end() {
    this.#worker.terminate();
    this.#refuse(new EngineAbsent("the worker was ended"));
  }

  /**
   * @param {object} message
   * @returns {Promise<string>}
   */
  #send(message) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...message, id });
    });
  }

  /** @param {{id: number, reply?: string, problem?: string}} data */
  #settle({ id, reply, problem }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (problem === undefined) asked?.resolve(reply ?? "");
    else asked?.reject(new EngineAbsent(problem));
  }

  /** @param {Error} problem */
  #refuse(problem) {
    for (const { reject } of this.#waiting.values()) reject(problem);
    this.#waiting.clear();
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} limit in milliseconds
 * @returns {Promise<T>}
 */
function within(promise, limit) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new EngineAbsent("it took too long")), limit);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}
