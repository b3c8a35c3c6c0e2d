// Numbers in the reader's notation, with as many digits as people read. What is not known is a dash.
import { locale } from "./words.js";

const NONE = "–";
const SPACE = "\u00a0";
const formats = new Map();

function format(options) {
  const name = locale + JSON.stringify(options);
  if (!formats.has(name)) formats.set(name, new Intl.NumberFormat(locale, options));
  return formats.get(name);
}

/** A number with this many decimals. */
export function number(value, digits = 1) {
  return value == null ? NONE : format({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** An amount of a unit. */
export function amount(value, unit) {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2;
  return value == null ? NONE : `${number(value, digits)}${SPACE}${unit}`;
}

/** A power given in kW: in W below 1 kW. */
export function power(kw) {
  if (kw == null) return NONE;
  return Math.abs(kw) < 1
    ? `${number(Math.round(kw * 1000), 0)}${SPACE}W`
    : `${number(kw, Math.abs(kw) < 10 ? 2 : 1)}${SPACE}kW`;
}

/** A power given in kW, always in kW with one decimal: for limits and peaks. */
export const kilowatt = (kw) => (kw == null ? NONE : `${number(kw, 1)}${SPACE}kW`);

/** Money. */
export function money(value, currency = "EUR") {
  return value == null ? NONE : format({ style: "currency", currency }).format(value);
}

/** What something costs: in whole cents as its parts are, which add up to it. */
export const euros = (costs) => (costs?.total == null ? NONE : money(costs.rounded ?? costs.total, costs.currency));

const SPANS = [
  ["second", 1, 120],
  ["minute", 60, 120],
  ["hour", 3600, 48],
  ["day", 86400, 730],
  ["year", 31536000, Infinity],
];

/** A span of time given in seconds, in the unit in which people would say it. */
export function span(seconds) {
  const [unit, length] = SPANS.find(([, of, most]) => Math.abs(seconds) < of * most);
  return format({ style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 }).format(
    Math.floor(Math.abs(seconds) / length),
  );
}
