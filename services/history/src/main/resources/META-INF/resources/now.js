// The card "now": power, phases, and the running quarter hour of the capacity tariff.
import { amount, number, text } from "./texts.js";
import { clock, moment } from "./calendar.js";

const $ = (id) => document.getElementById(id);

/** Shows a reading. */
export function showReading(reading) {
  const importing = reading.importKw ?? 0;
  const exporting = reading.exportKw ?? 0;
  const known = reading.importKw != null || reading.exportKw != null;
  const kw = Math.max(importing, exporting);
  $("power-value").textContent = known ? (kw < 1 ? number(Math.round(kw * 1000), 0) : number(kw, 2)) : "–";
  $("power-unit").textContent = kw < 1 ? "W" : "kW";
  $("power-direction").textContent = !known ? "" : kw === 0 ? text("balanced") : text(exporting > importing ? "toGrid" : "fromGrid");
  $("now").classList.toggle("exporting", exporting > importing);
  showPhases(reading.phases ?? []);
  showQuarter(reading);
  $("age").textContent = reading.stale
    ? text("stale", { time: moment(reading.at) })
    : text("age", { time: reading.at.slice(11, 19) });
}

/** Shows that nothing is known. */
export function showNothing() {
  $("power-value").textContent = "–";
  $("power-unit").textContent = "";
  $("power-direction").textContent = "";
  $("phases").hidden = true;
  $("cockpit").hidden = true;
  $("age").textContent = "";
}

function showPhases(phases) {
  $("phases").hidden = phases.length === 0;
  const most = Math.max(1, ...phases.map((p) => Math.max(p.importKw ?? 0, p.exportKw ?? 0)));
  $("phases").replaceChildren(...phases.map((p) => {
    const out = (p.exportKw ?? 0) > (p.importKw ?? 0);
    const kw = out ? p.exportKw : p.importKw;
    const row = document.createElement("div");
    row.className = out ? "phase out" : "phase";
    const bar = document.createElement("div");
    bar.className = "bar";
    const fill = document.createElement("i");
    fill.style.width = `${(100 * (kw ?? 0)) / most}%`;
    bar.append(fill);
    row.append(`L${p.phase}`, bar, cell(amount(kw, "kW")), cell(p.voltageV ? `${number(p.voltageV, 1)}\u00a0V` : ""));
    return row;
  }));
}

function cell(content) {
  const span = document.createElement("span");
  span.textContent = content;
  return span;
}

function showQuarter({ quarter, monthPeak }) {
  $("cockpit").hidden = quarter?.projectedKw == null || quarter.limitKw == null;
  if ($("cockpit").hidden) {
    return;
  }
  const over = quarter.projectedKw > quarter.limitKw;
  $("cockpit").classList.toggle("over", over);
  $("free").textContent = over
    ? text("over", { kw: amount(quarter.projectedKw - quarter.limitKw, "kW") })
    : text("free", { kw: amount(quarter.freeKw, "kW") });
  $("free-until").textContent = text("until", { time: clock(quarter.endsAt) });
  const scale = Math.max(quarter.limitKw, quarter.projectedKw) * 1.15;
  $("projected-bar").style.width = `${(100 * quarter.projectedKw) / scale}%`;
  $("limit-mark").style.left = `${(100 * quarter.limitKw) / scale}%`;
  $("projected").textContent = text("projected", { kw: amount(quarter.projectedKw, "kW") });
  $("month-peak").textContent = monthPeak ? text("monthPeak", { kw: amount(monthPeak.kw, "kW") }) : "";
}
