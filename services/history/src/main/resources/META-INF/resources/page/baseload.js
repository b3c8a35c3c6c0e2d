// The night's base load: what the home takes when everybody sleeps, and what that comes to in a year.
import { $, say, show } from "./dom.js";
import { money, number } from "./numbers.js";
import { text } from "./words.js";

const NIGHTS = 7;
const MORNING = 6;
const HOURS_A_YEAR = 8766;
const DAY_MS = 86_400_000;

/** The last nights' quarter hours that history is asked for, until the last full hour. */
export function nights(now = Date.now()) {
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  const iso = (ms) => new Date(ms).toISOString().replace(".000Z", "Z");
  return { from: iso(hour - NIGHTS * DAY_MS), to: iso(hour), step: "PT1H" };
}

/** The median over the nights of the lowest hour before six, in watt; null with fewer than three such nights. */
export function baseLoadW({ buckets }) {
  const lowest = new Map();
  for (const { from, importKwh, coverage, estimated } of buckets) {
    if (importKwh == null || estimated || coverage < 1 || Number(from.slice(11, 13)) >= MORNING) continue;
    const night = from.slice(0, 10);
    lowest.set(night, Math.min(lowest.get(night) ?? Infinity, importKwh * 1000));
  }
  const sorted = [...lowest.values()].sort((a, b) => a - b);
  return sorted.length < 3 ? null : sorted[sorted.length >> 1];
}

/** What a kWh from the grid costs in an answer with costs, or null. */
export function priceOf({ total }) {
  const bought = (total.costs?.parts ?? []).filter((part) => part.part.startsWith("import") && part.quantity > 0);
  const kwh = bought.reduce((sum, part) => sum + part.quantity, 0);
  return kwh > 0 ? bought.reduce((sum, part) => sum + part.amount, 0) / kwh : null;
}

/** Shows it. */
export function showBaseLoad(watt, price) {
  show($("base"), watt != null);
  if (watt == null) return;
  const kwh = (watt * HOURS_A_YEAR) / 1000;
  say($("base-load"), `${number(watt, 0)}\u00a0W`);
  say($("base-year"), text("baseYear", { kwh: `${number(kwh, 0)}\u00a0kWh` }));
  say(
    $("base-cost"),
    price == null ? "" : text("baseCost", { euro: money(Math.round(kwh * price)).replace(/[.,]00(?=\D*$)/, "") }),
  );
}
