/**
 * QR codes (ISO/IEC 18004): bytes, error correction level L, the smallest version that holds them.
 */

/** The text does not fit into the largest code. */
export class QrTooLong extends Error {}

const MOST_VERSION = 40;
// For each version: error correction words in a block, and number of blocks, at level L (table 9).
const WORDS_PER_BLOCK = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25];
const LEVEL_L = 1;

/** @type {ReadonlyArray<(x: number, y: number) => boolean>} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * @param {string} text
 * @returns {boolean[][]} rows of modules, true is dark
 */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text);
  const version = smallestVersion(bytes.length);
  const words = interleaved(dataWords(bytes, version), version);
  const candidates = MASKS.map((_, mask) => drawn(version, words, mask));
  return candidates.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

/** @param {number} length in bytes */
function smallestVersion(length) {
  for (let version = 1; version <= MOST_VERSION; version += 1) {
    if (4 + lengthBits(version) + 8 * length <= 8 * dataCapacity(version)) return version;
  }
  throw new QrTooLong();
}

/** @param {number} version */
function lengthBits(version) {
  return version < 10 ? 8 : 16;
}

/** Modules that carry words, in words. @param {number} version */
function capacity(version) {
  const aligned = alignments(version).length;
  let modules = (16 * version + 128) * version + 64;
  if (aligned) modules -= (25 * aligned - 10) * aligned - 55;
  if (version >= 7) modules -= 36;
  return Math.floor(modules / 8);
}

/** @param {number} version */
function dataCapacity(version) {
  return capacity(version) - perBlock(version) * blocks(version);
}

/** @param {number} version */
function perBlock(version) {
  return WORDS_PER_BLOCK[version - 1] ?? 0;
}

/** @param {number} version */
function blocks(version) {
  return BLOCKS[version - 1] ?? 0;
}

/** Centres of the alignment patterns. @param {number} version @returns {number[]} */
function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const last = version * 4 + 10;
  const rest = Array.from({ length: count - 1 }, (_, index) => last - index * step);
  return [6, ...rest.reverse()];
}

/** Mode, length, bytes and padding. @param {Uint8Array} bytes @param {number} version @returns {number[]} */
function dataWords(bytes, version) {
  /** @type {number[]} */
  const bits = [];
  const put = (/** @type {number} */ value, /** @type {number} */ length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  put(0b0100, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const most = 8 * dataCapacity(version);
  put(0, Math.min(4, most - bits.length));
  put(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < most; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(8 * index, 8 * index + 8).reduce((word, bit) => 2 * word + bit, 0),
  );
}

/** Words of all blocks in turn, their error correction after them. @param {number[]} data @param {number} version */
function interleaved(data, version) {
  const [count, correcting] = [blocks(version), perBlock(version)];
  const total = capacity(version);
  const shorter = count - (total % count);
  const short = Math.floor(total / count) - correcting;
  const divisor = generator(correcting);
  let start = 0;
  const pieces = Array.from({ length: count }, (_, index) => {
    const length = short + (index < shorter ? 0 : 1);
    start += length;
    return data.slice(start - length, start);
  });
  const checks = pieces.map((piece) => remainder(piece, divisor));
  return [...inTurn(pieces, short + 1), ...inTurn(checks, correcting)];
}

/** @param {number[][]} pieces @param {number} length @returns {number[]} */
function inTurn(pieces, length) {
  return Array.from({ length }, (_, index) => index).flatMap((index) =>
    pieces.flatMap((piece) => (index < piece.length ? [piece[index] ?? 0] : [])),
  );
}

/** Product in the field of 256 elements with polynomial 0x11d. @param {number} a @param {number} b */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** @param {number} degree @returns {number[]} */
function generator(degree) {
  let [coefficients, root] = [[...Array(degree - 1).fill(0), 1], 1];
  for (let index = 0; index < degree; index += 1) {
    const factor = root;
    coefficients = coefficients.map((value, at) => times(value, factor) ^ (coefficients[at + 1] ?? 0));
    root = times(root, 2);
  }
  return coefficients;
}

/** @param {number[]} data @param {number[]} divisor @returns {number[]} */
function remainder(data, divisor) {
  let rest = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0);
    rest = divisor.map((value, at) => (rest[at + 1] ?? 0) ^ times(value, factor));
  }
  return rest;
}

/** @param {number} version @param {number[]} words @param {number} mask @returns {boolean[][]} */
function drawn(version, words, mask) {
  const size = version * 4 + 17;
  const grid = Array.from({ length: size }, () => /** @type {(boolean | null)[]} */ (Array(size).fill(null)));
  drawPatterns(grid, version);
  drawFormat(grid, mask);
  if (version >= 7) drawVersion(grid, version);
  drawWords(grid, words, mask);
  return /** @type {boolean[][]} */ (grid);
}

/** @typedef {(boolean | null)[][]} Grid */

/** @param {Grid} grid @param {number} x @param {number} y @param {boolean} dark */
function set(grid, x, y, dark) {
  const row = grid[y];
  if (row && x >= 0 && x < row.length) row[x] = dark;
}

/** Timing, finder and alignment patterns. @param {Grid} grid @param {number} version */
function drawPatterns(grid, version) {
  const size = grid.length;
  for (let at = 0; at < size; at += 1) {
    set(grid, 6, at, at % 2 === 0);
    set(grid, at, 6, at % 2 === 0);
  }
  const finders = /** @type {[number, number][]} */ ([[3, 3], [size - 4, 3], [3, size - 4]]);
  for (const [x, y] of finders) drawRings(grid, x, y, 4, [0, 1, 3]);
  const centres = alignments(version);
  const last = centres.at(-1);
  for (const x of centres) {
    for (const y of centres) {
      const corner = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6);
      if (!corner) drawRings(grid, x, y, 2, [0, 2]);
    }
  }
}

/** Squares around a centre, dark at the listed distances. @param {Grid} grid @param {number} cx @param {number} cy @param {number} reach @param {number[]} dark */
function drawRings(grid, cx, cy, reach, dark) {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      set(grid, cx + dx, cy + dy, dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

/** @param {Grid} grid @param {number} mask */
function drawFormat(grid, mask) {
  const data = (LEVEL_L << 3) | mask;
  const bits = ((data << 10) | checked(data, 10, 0x537)) ^ 0x5412;
  const size = grid.length;
  for (let at = 0; at < 15; at += 1) {
    const dark = ((bits >> at) & 1) === 1;
    set(grid, 8, at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, dark);
    set(grid, at < 8 ? size - 1 - at : at < 9 ? 15 - at : 14 - at, 8, dark);
  }
  set(grid, 8, size - 8, true);
}

/** @param {Grid} grid @param {number} version */
function drawVersion(grid, version) {
  const bits = (version << 12) | checked(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >> at) & 1) === 1;
    const [far, near] = [grid.length - 11 + (at % 3), Math.floor(at / 3)];
    set(grid, far, near, dark);
    set(grid, near, far, dark);
  }
}

/** The remainder that guards format and version. @param {number} data @param {number} length @param {number} polynomial */
function checked(data, length, polynomial) {
  let rest = data;
  for (let bit = 0; bit < length; bit += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * polynomial);
  return rest;
}

/** Words go up and down in columns two wide, from the right; the mask turns modules over. @param {Grid} grid @param {number[]} words @param {number} mask */
function drawWords(grid, words, mask) {
  const flips = MASKS[mask] ?? (() => false);
  const size = grid.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const upward = ((right + 1) & 2) === 0;
      const y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y]?.[x] !== null) continue;
        const dark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
        set(grid, x, y, dark !== flips(x, y));
        bit += 1;
      }
    }
  }
}

/** How hard a code is to read (section 7.8.3). @param {boolean[][]} rows */
function penalty(rows) {
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? false));
  const lines = [...rows, ...columns].reduce((sum, line) => sum + linePenalty(line), 0);
  let [squares, dark] = [0, 0];
  for (const [y, row] of rows.entries()) {
    for (const [x, on] of row.entries()) {
      dark += Number(on);
      const below = rows[y + 1];
      if (below && x + 1 < row.length && on === row[x + 1] && on === below[x] && on === below[x + 1]) squares += 3;
    }
  }
  const total = rows.length ** 2;
  return lines + squares + 10 * (Math.ceil(Math.abs(dark * 20 - total * 10) / total) - 1);
}

/** @param {boolean[]} line */
function linePenalty(line) {
  const text = line.map(Number).join("");
  const runs = text.match(/0{5,}|1{5,}/g) ?? [];
  const finders = [...text.matchAll(/(?=10111010000|00001011101)/g)].length;
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + 40 * finders;
}
