// Calendar work of the page. Times come from the API with the household's offset; their local part is what people see.
import { language, text } from "./texts.js";

export const PERIODS = ["day", "week", "month", "year"];
const DAY_MS = 86_400_000;

/** The local date of an API time as a Date at UTC midnight, good for whole-day arithmetic in any browser's zone. */
function localDate(time) {
  return new Date(`${time.slice(0, 10)}T00:00:00Z`);
}

function format(date, options) {
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(date);
}

/** Hours and minutes of an API time, as on the household's clock. */
export function clock(time) {
  return time.slice(11, 16);
}

/** An API time in words: the time today, the date with it otherwise. */
export function moment(time, now) {
  return now && now.slice(0, 10) === time.slice(0, 10)
    ? clock(time)
    : `${format(localDate(time), { day: "numeric", month: "short" })} ${clock(time)}`;
}

/** ISO week number of an API time. */
export function isoWeek(time) {
  const thursday = new Date(localDate(time).getTime() + 3 * DAY_MS);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstDay) / (7 * DAY_MS));
}

/** The period's name for a heading. */
export function title(answer) {
  const from = localDate(answer.from);
  const last = new Date(localDate(answer.to).getTime() - DAY_MS);
  switch (answer.period) {
    case "day": return format(from, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
    case "week": return text("weekTitle", {
      week: isoWeek(answer.from),
      from: format(from, { day: "numeric", month: "short" }),
      to: format(last, { day: "numeric", month: "short", year: "numeric" }),
    });
    case "month": return format(from, { month: "long", year: "numeric" });
    default: return format(from, { year: "numeric" });
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

/** The view one step closer that starts with this bucket, or null for an hour. */
export function closer(bucket, answer, todayFrom) {
  const at = localDate(bucket.from);
  const today = localDate(todayFrom);
  if (answer.period === "day") {
    return null;
  }
  return answer.period === "year"
    ? { period: "month", offset: (at.getUTCFullYear() - today.getUTCFullYear()) * 12 + at.getUTCMonth() - today.getUTCMonth() }
    : { period: "day", offset: Math.round((at - today) / DAY_MS) };
}

/** The view one step further away that holds this answer, or null for a year. */
export function wider(answer, todayFrom) {
  const at = localDate(answer.from);
  const today = localDate(todayFrom);
  switch (answer.period) {
    case "day": case "week":
      return { period: "month", offset: (at.getUTCFullYear() - today.getUTCFullYear()) * 12 + at.getUTCMonth() - today.getUTCMonth() };
    case "month": return { period: "year", offset: at.getUTCFullYear() - today.getUTCFullYear() };
    default: return null;
  }
}
