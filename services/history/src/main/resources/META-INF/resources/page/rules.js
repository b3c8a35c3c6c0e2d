// What a bill says in English, in the reader's words: the lines of the sets that SEM brings along, rules of prices, numbers.
import { number } from "./numbers.js";
import { text } from "./words.js";

/** Each phrase with the name of its words. What a contract calls itself is nobody's to translate: it is none of these. */
const PHRASES = {
  "netted over the year": "ruleNetted",
  "over a year": "ruleOverYear",
  "over a month": "ruleOverMonth",
  "by quarter": "ruleQuarter",
  "by hour": "ruleHour",
  "by month": "ruleMonth",
  "at least": "ruleLeast",
  "at most": "ruleMost",
  "up to": "ruleUpTo",
  above: "ruleAbove",
  "a year": "ruleAYear",
  "% of": "rulePercentOf",
  unknown: "ruleUnknown",
  spot: "ruleSpot",
  "EUR/kWh": "unit-kwh",
  "c/kWh": "unit-cent-kwh",
  "EUR/MWh": "unit-mwh",
  "EUR/m3": "unit-m3",
  "c/m3": "unit-cent-m3",
  "EUR/kW/year": "unit-kw-year",
  "EUR/kVA/year": "unit-kva-year",
  "EUR/year": "unit-year",
  "EUR/month": "unit-month",
  "EUR/day": "unit-day",
  "tariff 1": "part-tariff-1",
  "tariff 2": "part-tariff-2",
};

/** The lines of the sets, and of the contracts of the settings and of the page. */
const LINES = [
  "capacity",
  "certificates",
  "connection fee",
  "data management",
  "energy",
  "energy contribution",
  "energy fund",
  "energy tax",
  "excise",
  "gas",
  "gas excise",
  "gas grid",
  "gas tax",
  "grid",
  "grid energy",
  "grid fixed term",
  "injection",
  "maximum tariff",
  "metering",
  "monthly fee",
  "power term",
  "prosumer",
  "public service",
  "tax reduction",
  "transport",
  "water",
  "yearly fee",
];

const NAMES = new Map([
  ...Object.entries(PHRASES),
  ...LINES.map((line) => [line, `line-${line.replaceAll(" ", "-")}`]),
  ...["high", "low", "medium", "other"].map((part) => [part, `part-${part}`]),
]);

const escaped = (phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const LONGEST_FIRST = [...NAMES.keys()].sort((one, other) => other.length - one.length);
const KNOWN = new RegExp(
  `(?<![\\p{L}\\d_-])(?:${LONGEST_FIRST.map(escaped).join("|")})(?![\\p{L}\\d_-])|(?<![\\p{L}\\d._-])-?\\d+(?:\\.\\d+)?(?![\\p{L}\\d_-])`,
  "gu",
);

/** A rule or the part of a line; numbers keep the digits that the contract has. */
export const ruleWords = (rule) =>
  rule.replaceAll(KNOWN, (found) =>
    NAMES.has(found) ? text(NAMES.get(found)) : number(Number(found), found.split(".")[1]?.length ?? 0),
  );

/** The name of a line: one's own stays as it is. */
export const lineWords = (line) => (LINES.includes(line) ? text(NAMES.get(line)) : line);
