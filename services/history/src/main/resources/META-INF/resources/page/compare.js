// A period beside another one, both until the same point. Of the period before history itself says what changed; of any
// other one the same is worked out here, in the same form: until, previousUntil, total, previous, changePercent.
import { number } from "./numbers.js";
import { isRunning } from "./calendar.js";
import { text } from "./words.js";

const KNOWN_ENOUGH = 0.8;
const FIELDS = ["importKwh", "exportKwh", "gasM3", "waterM3", "costs"];
/** What is read once an hour or so: within a day that is running, its last reading may be an hour older than the rest. */
const HOURLY = ["gasM3", "waterM3", "costs"];

/** A field of amounts; costs are their total. */
export const valueOf = (amounts, field) => (field === "costs" ? amounts?.costs?.total : amounts?.[field]) ?? null;

/**
 * Compares an answer with any other period.
 *
 * @param part what the other one had until the same point: its to, total and coverage; null where nothing is known
 */
export function compared(answer, part) {
  const total = isRunning(answer) ? answer.comparison?.total : answer.total;
  if (!part || !total) return null;
  const fields = FIELDS.filter((field) => !(isRunning(answer) && answer.period === "day" && HOURLY.includes(field)));
  const changes = fields.map((field) => [field, percentOf(valueOf(total, field), valueOf(part.total, field))]);
  return {
    until: answer.dataUntil,
    previousUntil: part.to,
    total,
    previous: part.total,
    changePercent: (part.coverage ?? 0) < KNOWN_ENOUGH ? null : Object.fromEntries(changes),
  };
}

const percentOf = (now, then) => (now == null || then == null || then <= 0 ? null : Math.round((now / then - 1) * 100));

/** What it means when more of it flowed: more from the grid is worse, more to the grid is neither. */
const JUDGED = { exportKwh: false };

/**
 * How a field changed.
 *
 * @param comparison of history, or of compared
 * @param than the other period's name in words
 * @returns a short sign, words, and whether it is better or worse, or neither; null when it cannot be told
 */
export function change(comparison, field, than) {
  const percent = comparison?.changePercent?.[field];
  if (percent == null) return null;
  if (percent === 0) return { short: "=", words: text("same", { than }), kind: "" };
  const less = percent < 0;
  const much = `${number(Math.abs(percent), 0)}\u00a0%`;
  return {
    short: `${less ? "▼" : "▲"}\u00a0${much}`,
    words: text(less ? "less" : "more", { percent: much, than }),
    kind: JUDGED[field] === false ? "" : less ? "better" : "worse",
  };
}
