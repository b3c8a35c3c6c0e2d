// The card "now": what flows, per phase, how it went in the last minutes, and the other meters' newest values.
import { $, make, say } from "./dom.js";
import { number, power } from "./numbers.js";
import { clock } from "./calendar.js";
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
  say($("power-direction"), !known ? text("powerUnknown") : importing === exporting ? text("balanced") : text(out ? "toGrid" : "fromGrid"));
  $("now").classList.toggle("exporting", out);
  say($("tariff"), reading.tariff ? text("tariffNow", { n: reading.tariff }) : "");
  showPhases(reading.phases ?? []);
  showDevices(reading.devices ?? []);
  if (known) remember(Date.parse(reading.at), importing - exporting);
}

/** Shows that nothing is known. */
export function showNothing() {
  trace = [];
  say($("power-value"), "–");
  for (const id of ["power-unit", "power-direction", "age", "tariff"]) say($(id), "");
  for (const id of ["phases", "devices", "trace"]) $(id).hidden = true;
}

/** Shows how old the newest reading is. */
export function showAge(seconds, at, stale) {
  $("now").classList.toggle("stale", stale);
  const words = seconds < 90 ? text("ageSeconds", { n: number(Math.floor(seconds), 0) })
    : seconds < 5400 ? text("ageMinutes", { n: number(Math.round(seconds / 60), 0) })
      : text("ageHours", { n: number(Math.round(seconds / 3600), 0) });
  say($("age"), `${text("readingOf", { time: clock(at) + at.slice(16, 19) })} · ${words}`);
}

function showPhases(phases) {
  $("phases").hidden = phases.length === 0;
  const most = Math.max(1, ...phases.map((p) => Math.max(p.importKw ?? 0, p.exportKw ?? 0)));
  $("phases").replaceChildren(...phases.map((p) => {
    const out = (p.exportKw ?? 0) > (p.importKw ?? 0);
    const kw = out ? p.exportKw : p.importKw;
    const fill = make("i");
    fill.style.width = `${(100 * (kw ?? 0)) / most}%`;
    return make("li", { className: out ? "phase out" : "phase" }, make("b", {}, `L${p.phase}`), make("span", { className: "bar" }, fill),
      make("span", {}, kw == null ? "" : power(out ? -kw : kw)),
      make("span", { className: "soft" }, p.voltageV == null ? "" : `${number(p.voltageV, 0)}\u00a0V`),
      make("span", { className: "soft" }, p.currentA == null ? "" : `${number(p.currentA, 1)}\u00a0A`));
  }));
}

function showDevices(devices) {
  const shown = devices.filter((d) => d.m3 != null || d.gj != null || d.kwh != null);
  $("devices").hidden = shown.length === 0;
  $("devices").replaceChildren(...shown.map((d) => make("li", {},
    make("span", { className: "soft" }, text(`kind-${d.kind}`)), " ",
    d.m3 != null ? `${number(d.m3, 3)}\u00a0m³` : d.gj != null ? `${number(d.gj, 3)}\u00a0GJ` : `${number(d.kwh, 3)}\u00a0kWh`,
    d.at ? make("span", { className: "soft" }, ` ${clock(d.at)}`) : null)));
}

function remember(at, kw) {
  trace = [...trace.filter((p) => p.at > at - KEPT_MS && p.at < at), { at, kw }];
  $("trace").hidden = trace.length < 5;
  if ($("trace").hidden) return;
  const high = Math.max(0.1, ...trace.map((p) => p.kw));
  const low = Math.min(0, ...trace.map((p) => p.kw));
  const first = trace[0].at;
  const points = trace.map((p) => `${((300 * (p.at - first)) / (at - first)).toFixed(1)},${((56 * (high - p.kw)) / (high - low)).toFixed(1)}`);
  $("trace-line").setAttribute("points", points.join(" "));
  const zero = (56 * high) / (high - low);
  $("trace-zero").setAttribute("y1", zero);
  $("trace-zero").setAttribute("y2", zero);
  const minutes = Math.max(1, Math.round((at - first) / 60_000));
  say($("trace-title"), text("trace", { n: number(minutes, 0), low: power(low), high: power(high) }));
}
