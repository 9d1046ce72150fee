// Chance that repeats: the same seed gives the same values on every machine.

const KEYS = ["mingbai", "type", "height", "outcomes", "measure", "group", "toString", "valueOf", "constructor", "length"];
const WORDS = ["", "size", "end", "result", "hello", "answers", "__proto__", "明白", "\u202e", "\ud800", "a".repeat(2_000)];
const NUMBERS = [0, 1, -1, 1.5, 432, 20_001, 1e9, 2 ** 53, Number.MAX_VALUE];
const DEPTH = 4;

/** Mulberry32. @param {number} seed @returns {(below: number) => number} whole numbers from 0 on */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A value that JSON knows, of any shape; its names are such as scripts stumble over.
 * @param {(below: number) => number} next
 * @param {number} depth
 * @returns {unknown}
 */
export function value(next, depth = 0) {
  const pick = (/** @type {unknown[]} */ list) => list[next(list.length)];
  const many = () => Array.from({ length: next(4) });
  switch (next(depth < DEPTH ? 7 : 5)) {
    case 0:
      return pick(NUMBERS);
    case 1:
    case 2:
      return pick(WORDS);
    case 3:
      return pick([true, false]);
    case 4:
      return null;
    case 5:
      return many().map(() => value(next, depth + 1));
    default:
      return Object.fromEntries(many().map(() => [pick(KEYS), value(next, depth + 1)]));
  }
}
