// Times of the API in words. They come with the household's offset; their local part is what people see.
import { locale } from "./words.js";

export const DAY_MS = 86_400_000;

/** The local date of an API time as a Date at UTC midnight, good for whole-day arithmetic in any browser's zone. */
export const localDate = (time) => new Date(`${time.slice(0, 10)}T00:00:00Z`);

/** A date of localDate as people write it in an address or a date field. */
export const isoDate = (date) => date.toISOString().slice(0, 10);

const formats = new Map();

function format(options) {
  const name = locale + JSON.stringify(options);
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }));
  return formats.get(name);
}

/** A date of localDate in words. */
export const dateWords = (date, options) => format(options).format(date);

/** The dates from one to another in words, what they share said once. */
export const rangeWords = (first, last) =>
  format({ day: "numeric", month: "short", year: "numeric" }).formatRange(first, last);

/** Today's local date in a zone, as localDate gives it. */
export function today(zone, now = new Date()) {
  const options = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" };
  const parts = new Intl.DateTimeFormat("en", options).formatToParts(now);
  const part = (type) => parts.find((p) => p.type === type).value;
  return localDate(`${part("year")}-${part("month")}-${part("day")}`);
}

/** Hours and minutes of an API time, as on the household's clock. */
export const clock = (time) => time.slice(11, 16);

const DAY_AND_MONTH = { day: "numeric", month: "short" };

/** An API time in words: the day and the time. */
export const moment = (time) => `${dateWords(localDate(time), DAY_AND_MONTH)} ${clock(time)}`;

/** An API time in words, with the year, as for a meter reading on an invoice. */
export const stamp = (time) => `${dateWords(localDate(time), { ...DAY_AND_MONTH, year: "numeric" })} ${clock(time)}`;

/** The month of a string such as 2026-11. */
export const monthName = (month, long) =>
  dateWords(localDate(`${month}-01`), long ? { month: "long", year: "numeric" } : { month: "narrow" });

const QUARTER_MS = 900_000;

/** An API time so many milliseconds later, on the same clock: for spans in which no clock is changed. */
export function later(time, ms) {
  const local = new Date(Date.parse(`${time.slice(0, 19)}Z`) + ms).toISOString().slice(0, 19);
  return local + time.slice(19);
}

/**
 * The quarter hour of a peak by both its ends, with its day.
 *
 * @param peak with peakFrom and peakTo; or with its moment, the start, or the end where the meter itself states it
 */
export function quarterHour({ peakFrom, peakTo, peakAt, at = peakAt, source }) {
  const begin = peakFrom ?? (at && (source === "meter" ? later(at, -QUARTER_MS) : at));
  return begin ? `${moment(begin)}\u2013${clock(peakTo ?? later(begin, QUARTER_MS))}` : "";
}
