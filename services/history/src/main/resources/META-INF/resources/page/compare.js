// An amount beside that of the period before, at the same point of it.
import { percent } from "./numbers.js";
import { text } from "./words.js";

const KNOWN_ENOUGH = 0.8;

/** What the period before had at the same point, or null when too little is known of it. */
export function before(previous, field) {
  if (!previous || (previous.coverage ?? 0) < KNOWN_ENOUGH) return null;
  const then = previous.untilSamePoint ?? {};
  return (field === "costs" ? then.costs?.total : then[field]) ?? null;
}

/**
 * Compares an amount with the period before at the same point.
 *
 * @returns the change as a short sign and in words, and whether it is less or more; null when it cannot be told
 */
export function comparison(value, previous, field) {
  const then = before(previous, field);
  if (value == null || then == null || then <= 0) return null;
  const ratio = value / then - 1;
  if (Math.abs(ratio) < 0.005) return { short: "=", words: text("same"), kind: "" };
  const kind = ratio < 0 ? "less" : "more";
  return { short: `${ratio < 0 ? "▼" : "▲"} ${percent(ratio)}`, words: text(kind, { percent: percent(ratio) }), kind };
}
