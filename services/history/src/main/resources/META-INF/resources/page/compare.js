// An amount beside that of another period at the same point of it: both end at the instant that history's answer names.
import { percent } from "./numbers.js";
import { text } from "./words.js";

const KNOWN_ENOUGH = 0.8;

/** What the other period had at the same point, or null when too little is known of it. */
export function before(other, field) {
  if (!other || (other.coverage ?? 0) < KNOWN_ENOUGH) return null;
  return valueOf(other.untilSamePoint ?? {}, field);
}

/** A field of amounts; costs are their total. */
export const valueOf = (amounts, field) => (field === "costs" ? amounts.costs?.total : amounts[field]) ?? null;

/** What it means when more of it flowed: more from the grid is worse, more to the grid is neither. */
const JUDGED = { exportKwh: false };

/**
 * Compares an amount with another period at the same point.
 *
 * @param than the other period's name in words
 * @returns the change as a short sign and in words, and whether it is better or worse, or neither; null when it cannot be told
 */
export function comparison(value, other, field, than) {
  const then = before(other, field);
  if (value == null || then == null || then <= 0) return null;
  const ratio = value / then - 1;
  if (Math.abs(ratio) < 0.005) return { short: "=", words: text("same", { than }), kind: "" };
  const less = ratio < 0;
  const change = percent(ratio);
  return {
    short: `${less ? "▼" : "▲"}\u00a0${change}`,
    words: text(less ? "less" : "more", { percent: change, than }),
    kind: JUDGED[field] === false ? "" : less ? "better" : "worse",
  };
}
