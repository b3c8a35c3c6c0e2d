// Calendar work of the page. Times come from the API with the household's offset; their local part is what people see.
import { locale, text } from "./words.js";

const DAY_MS = 86_400_000;

/** The local date of an API time as a Date at UTC midnight, good for whole-day arithmetic in any browser's zone. */
const localDate = (time) => new Date(`${time.slice(0, 10)}T00:00:00Z`);

const format = (date, options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(date);

/** Today's local date in a zone, as localDate gives it. */
function today(zone) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date());
  const part = (type) => parts.find((p) => p.type === type).value;
  return localDate(`${part("year")}-${part("month")}-${part("day")}`);
}

/** Hours and minutes of an API time, as on the household's clock. */
export const clock = (time) => time.slice(11, 16);

/** An API time in words: the day and the time. */
export const moment = (time) => `${format(localDate(time), { day: "numeric", month: "short" })} ${clock(time)}`;

/** An API time in words, with the year, as for a meter reading on an invoice. */
export const stamp = (time) => `${format(localDate(time), { day: "numeric", month: "short", year: "numeric" })} ${clock(time)}`;

/** The month of a string such as 2026-11. */
export const monthName = (month, long) =>
  format(localDate(`${month}-01`), long ? { month: "long", year: "numeric" } : { month: "narrow" });

function isoWeek(time) {
  const thursday = new Date(localDate(time).getTime() + 3 * DAY_MS);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstDay) / (7 * DAY_MS));
}

/** The period's name for a heading. */
export function title({ period, from, to }) {
  const first = localDate(from);
  const last = new Date(localDate(to).getTime() - DAY_MS);
  switch (period) {
    case "day": return format(first, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
    case "week": return text("weekTitle", {
      week: isoWeek(from),
      from: format(first, { day: "numeric", month: "short" }),
      to: format(last, { day: "numeric", month: "short", year: "numeric" }),
    });
    case "month": return format(first, { month: "long", year: "numeric" });
    default: return format(first, { year: "numeric" });
  }
}

/** The label of a bucket below the chart. */
export function label(bucket, period) {
  const date = localDate(bucket.from);
  switch (period) {
    case "day": return clock(bucket.from).replace(/^0(\d)/, "$1").replace(":00", "");
    case "week": return format(date, { weekday: "short" });
    case "month": return String(date.getUTCDate());
    default: return format(date, { month: "short" });
  }
}

/** The bucket's name where there is room: in a tip or a table. */
export function longLabel(bucket, period) {
  const date = localDate(bucket.from);
  switch (period) {
    case "day": return `${clock(bucket.from)} – ${clock(bucket.to)}`;
    case "year": return format(date, { month: "long" });
    default: return format(date, { weekday: "short", day: "numeric", month: "short" });
  }
}

const months = (at, now) => (at.getUTCFullYear() - now.getUTCFullYear()) * 12 + at.getUTCMonth() - now.getUTCMonth();
const mondays = (at, now) => {
  const monday = (date) => date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  return Math.round((monday(at) - monday(now)) / (7 * DAY_MS));
};

/** The period of that kind that holds an API time, counted from now: what a view's address needs. */
export function holding(period, time, zone) {
  const at = localDate(time);
  const now = today(zone);
  switch (period) {
    case "day": return { period, offset: Math.round((at - now) / DAY_MS) };
    case "week": return { period, offset: mondays(at, now) };
    case "month": return { period, offset: months(at, now) };
    default: return { period, offset: at.getUTCFullYear() - now.getUTCFullYear() };
  }
}

/** The view one step closer that starts with this bucket, or null for a quarter hour and for the future. */
export function closer(bucket, answer) {
  if (answer.period === "day") {
    return answer.step === "PT15M" ? null : { period: "day", offset: answer.offset, step: "PT15M" };
  }
  const next = holding(answer.period === "year" ? "month" : "day", bucket.from, answer.zone);
  return next.offset > 0 ? null : next;
}

/** The views that hold this answer, from the year down to itself, each with its name. */
export function trail(answer) {
  const kinds = { day: ["year", "month", "day"], week: ["year", "month", "week"], month: ["year", "month"], year: ["year"] }[answer.period];
  return kinds.map((period) => ({ ...holding(period, answer.from, answer.zone), name: crumb(period, answer) }));
}

function crumb(period, answer) {
  const from = localDate(answer.from);
  switch (period) {
    case "day": return format(from, { weekday: "short", day: "numeric", month: "short" });
    case "week": return text("weekShort", { week: isoWeek(answer.from) });
    case "month": return format(from, { month: "long" });
    default: return format(from, { year: "numeric" });
  }
}
