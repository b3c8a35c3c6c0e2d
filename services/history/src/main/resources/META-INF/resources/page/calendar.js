// From an answer of the API to the views around it.
import { clock, DAY_MS, isoDate, localDate, today } from "./dates.js";
import { TABLE } from "./periods.js";

const lastDate = ({ to }) => new Date(localDate(to).getTime() - DAY_MS);

/** The period's name for a heading. */
export const title = (answer) => TABLE[answer.period].title(localDate(answer.from), lastDate(answer));

/** The label of a bucket below the chart. */
export const label = (bucket, period) => TABLE[period].label(bucket);

/** The bucket's name where there is room: in a tip or a table. */
export const longLabel = (bucket, period) => TABLE[period].long(bucket);

/** The period of that kind that holds an API time or a date, counted from now: what a view's address needs. */
export function holding(period, time, zone, now = new Date()) {
  return { period, offset: TABLE[period].since(localDate(time), today(zone, now)) };
}

/** The view one step closer that starts with this bucket, or null for a quarter hour and for the future. */
export function closer(bucket, answer, now) {
  const { closer: kind } = TABLE[answer.period];
  if (!kind) return answer.step === "PT15M" ? null : { period: answer.period, offset: answer.offset, step: "PT15M" };
  const next = holding(kind, bucket.from, answer.zone, now);
  return next.offset > 0 ? null : next;
}

/** The views that hold this answer, from the year down to itself, each with its name. */
export const trail = (answer, now) =>
  TABLE[answer.period].within.map((period) => ({
    ...holding(period, answer.from, answer.zone, now),
    name: TABLE[period].crumb(localDate(answer.from)),
  }));

/** The same period of the year before. */
export function yearBefore(answer, now) {
  return holding(answer.period, isoDate(TABLE[answer.period].yearBefore(localDate(answer.from))), answer.zone, now);
}

/** Whether the data of an answer end within its period. */
export const isRunning = ({ dataUntil, to }) => Boolean(dataUntil) && Date.parse(dataUntil) < Date.parse(to);

/**
 * The point of another answer of the same kind of period that is as far along the calendar as the data of this one are,
 * as a local time of the household. A day that the other does not have is its next month's start, at most its end; null
 * where this one has no data.
 */
export function samePoint(answer, other) {
  if (!answer.dataUntil) return null;
  if (!isRunning(answer)) return other.to;
  const { shift, ofMonth } = TABLE[answer.period];
  const [day, first, otherFirst] = [answer.dataUntil, answer.from, other.from].map(localDate);
  const same = shift(day, first, otherFirst);
  if (same >= localDate(other.to)) return other.to;
  if (ofMonth && same.getUTCDate() !== day.getUTCDate()) return `${isoDate(same)}T00:00`;
  return `${isoDate(same)}T${clock(answer.dataUntil)}`;
}
