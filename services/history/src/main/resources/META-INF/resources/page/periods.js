// What there is to know of a day, a week, a month and a year, each once: names, labels, and how many of them ago it was.
import { clock, dateWords, DAY_MS, localDate, rangeWords } from "./dates.js";
import { text } from "./words.js";

const months = (date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
const monday = (date) => date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS;
const weekday = { weekday: "short", day: "numeric", month: "short" };

/** The ISO week of a date, with its year. */
export function isoWeek(date) {
  const thursday = new Date(monday(date) + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) };
}

/** A date of a year and a month from 0 on; a day that the month does not have is its last. */
function dated(year, month, day) {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last)));
}

function sameWeek(date) {
  const { year, week } = isoWeek(date);
  const first = monday(new Date(Date.UTC(year - 1, 0, 4)));
  const wanted = new Date(first + (week - 1) * 7 * DAY_MS);
  return isoWeek(wanted).week === week ? wanted : new Date(wanted.getTime() - 7 * DAY_MS);
}

/**
 * Each period:
 *
 * since: how many of it lie between a date and another one, negative before it;
 * title, crumb: its name as a heading and among the links above it, by its first and last date;
 * label, long: the name of one of its buckets below the chart and where there is room;
 * within: the periods that lead to it, itself last; closer: what a bucket of it opens;
 * yearBefore: a date of the same period of the year before;
 * shift: a date of it as the same date of the period that begins at another one;
 * ofMonth: whether that keeps the day of the month, which the other may not have;
 * every: after how many buckets a label may stand.
 */
export const TABLE = {
  day: {
    key: "d",
    since: (date, now) => Math.round((date - now) / DAY_MS),
    title: (first) => dateWords(first, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    crumb: (first) => dateWords(first, weekday),
    label: (bucket) =>
      clock(bucket.from)
        .replace(/^0(\d)/, "$1")
        .replace(":00", ""),
    long: (bucket) => `${clock(bucket.from)}\u2013${clock(bucket.to)}`,
    within: ["year", "month", "day"],
    closer: null,
    yearBefore: (date) => dated(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()),
    shift: (date, first, other) => other,
    ofMonth: false,
    every: [1, 2, 3, 4, 6, 8, 12, 16, 24],
  },
  week: {
    key: "w",
    since: (date, now) => Math.round((monday(date) - monday(now)) / (7 * DAY_MS)),
    title: (first, last) => text("weekTitle", { week: isoWeek(first).week, range: rangeWords(first, last) }),
    crumb: (first) => text("weekShort", { week: isoWeek(first).week }),
    label: (bucket) => dateWords(localDate(bucket.from), { weekday: "short" }),
    long: (bucket) => dateWords(localDate(bucket.from), weekday),
    within: ["year", "month", "week"],
    closer: "day",
    yearBefore: sameWeek,
    shift: (date, first, other) => new Date(other.getTime() + (date - first)),
    ofMonth: false,
    every: [1, 2, 7],
  },
  month: {
    key: "m",
    since: (date, now) => months(date) - months(now),
    title: (first) => dateWords(first, { month: "long", year: "numeric" }),
    crumb: (first) => dateWords(first, { month: "long" }),
    label: (bucket) => String(localDate(bucket.from).getUTCDate()),
    long: (bucket) => dateWords(localDate(bucket.from), weekday),
    within: ["year", "month"],
    closer: "day",
    yearBefore: (date) => dated(date.getUTCFullYear() - 1, date.getUTCMonth(), 1),
    shift: (date, first, other) => new Date(Date.UTC(other.getUTCFullYear(), other.getUTCMonth(), date.getUTCDate())),
    ofMonth: true,
    every: [1, 2, 5, 10],
  },
  year: {
    key: "y",
    since: (date, now) => date.getUTCFullYear() - now.getUTCFullYear(),
    title: (first) => dateWords(first, { year: "numeric" }),
    crumb: (first) => dateWords(first, { year: "numeric" }),
    label: (bucket) => dateWords(localDate(bucket.from), { month: "short" }),
    long: (bucket) => dateWords(localDate(bucket.from), { month: "long" }),
    within: ["year"],
    closer: "month",
    yearBefore: (date) => dated(date.getUTCFullYear() - 1, 0, 1),
    shift: (date, first, other) => new Date(Date.UTC(other.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())),
    ofMonth: true,
    every: [1, 2, 3, 4, 6, 12],
  },
};
