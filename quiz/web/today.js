/** The visitor's own day, as the engine reads it: "2026-11-24". */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((number, index) => String(number).padStart(index ? 2 : 4, "0"))
    .join("-");
}
