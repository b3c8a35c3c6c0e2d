// Instants on the household's clock, wherever the browser is.
import { locale } from "./words.js";

const MINUTE_MS = 60_000;
const FIELDS = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };

/** How many milliseconds a zone's clock is ahead of UTC at an instant. */
export function aheadMs(at, zone) {
  const whole = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...FIELDS }).formatToParts(whole);
  const part = (type) => Number(parts.find((p) => p.type === type).value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - whole;
}

/** Hours and minutes of an instant on a zone's clock. */
export const clockIn = (at, zone) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
