// What flows now, how it went in the last minutes, per phase, and the other meters' newest values.
import { $, make, place, say, show } from "./dom.js";
import { number, power } from "./numbers.js";
import { clock } from "./dates.js";
import { text } from "./words.js";

const KEPT_MS = 10 * 60_000;
let trace = [];

/** Shows a reading. */
export function showReading(reading) {
  const importing = reading.importKw ?? 0;
  const exporting = reading.exportKw ?? 0;
  const known = reading.importKw != null || reading.exportKw != null;
  const out = exporting > importing;
  const [value, unit] = known ? power(Math.max(importing, exporting)).split("\u00a0") : ["–", ""];
  say($("power-value"), value);
  say($("power-unit"), unit);
  say(
    $("power-direction"),
    !known ? text("powerUnknown") : importing === exporting ? text("balanced") : text(out ? "toGrid" : "fromGrid"),
  );
  $("now").classList.toggle("exporting", out);
  say($("tariff"), reading.tariff ? text("tariffNow", { n: reading.tariff }) : "");
  const phases = reading.phases ?? [];
  const devices = (reading.devices ?? []).filter((d) => d.m3 != null || d.gj != null || d.kwh != null);
  show($("inside"), phases.length + devices.length > 0);
  showPhases(phases);
  place($("devices"), devices.map(device));
  if (known) remember(Date.parse(reading.at), importing - exporting);
}

/** Shows that nothing is known. */
export function showNothing() {
  trace = [];
  say($("power-value"), "–");
  for (const id of ["power-unit", "power-direction", "age", "tariff"]) say($(id), "");
  show($("inside"), false);
  $("trace").classList.add("short");
}

/** Shows how old the newest reading is. */
export function showAge(seconds, at, stale) {
  $("now").classList.toggle("stale", stale);
  $("inside").classList.toggle("stale", stale);
  say($("age"), `${text("readingOf", { time: clock(at) + at.slice(16, 19) })} · ${ageWords(seconds)}`);
}

function ageWords(seconds) {
  if (seconds < 90) return text("ageSeconds", { n: number(Math.floor(seconds), 0) });
  if (seconds < 5400) return text("ageMinutes", { n: number(Math.round(seconds / 60), 0) });
  return text("ageHours", { n: number(Math.round(seconds / 3600), 0) });
}

function showPhases(phases) {
  const most = Math.max(1, ...phases.map((p) => Math.max(p.importKw ?? 0, p.exportKw ?? 0)));
  place(
    $("phases"),
    phases.map((p) => {
      const out = (p.exportKw ?? 0) > (p.importKw ?? 0);
      const kw = out ? p.exportKw : p.importKw;
      const fill = make("i", { style: { width: `${(100 * (kw ?? 0)) / most}%` } });
      return make(
        "li",
        { className: out ? "phase out" : "phase" },
        make("b", {}, `L${p.phase}`),
        make("span", { className: "bar" }, fill),
        make("span", {}, kw == null ? "" : power(out ? -kw : kw)),
        make("span", { className: "soft" }, p.voltageV == null ? "" : `${number(p.voltageV, 0)}\u00a0V`),
        make("span", { className: "soft" }, p.currentA == null ? "" : `${number(p.currentA, 1)}\u00a0A`),
      );
    }),
  );
}

function device({ kind, serial, m3, gj, kwh, at }) {
  const value =
    m3 != null ? `${number(m3, 3)}\u00a0m³` : gj != null ? `${number(gj, 3)}\u00a0GJ` : `${number(kwh, 3)}\u00a0kWh`;
  return make(
    "li",
    { "data-key": serial ?? kind },
    make("span", { className: "soft" }, text(`kind-${kind}`)),
    ` ${value}`,
    make("span", { className: "soft" }, at ? ` ${clock(at)}` : ""),
  );
}

function remember(at, kw) {
  trace = [...trace.filter((p) => p.at > at - KEPT_MS && p.at < at), { at, kw }];
  $("trace").classList.toggle("short", trace.length < 5);
  if (trace.length < 5) return;
  const high = Math.max(0.1, ...trace.map((p) => p.kw));
  const low = Math.min(0, ...trace.map((p) => p.kw));
  const first = trace[0].at;
  const points = trace.map(
    (p) => `${((300 * (p.at - first)) / (at - first)).toFixed(1)},${((56 * (high - p.kw)) / (high - low)).toFixed(1)}`,
  );
  $("trace-line").setAttribute("points", points.join(" "));
  const zero = (56 * high) / (high - low);
  $("trace-zero").setAttribute("y1", zero);
  $("trace-zero").setAttribute("y2", zero);
  const minutes = Math.max(1, Math.round((at - first) / 60_000));
  say($("trace-title"), text("trace", { n: number(minutes, 0), low: power(low), high: power(high) }));
}
