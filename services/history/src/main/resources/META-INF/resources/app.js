// The page: which view is shown, and what is fetched when.
import * as api from "./api.js";
import * as chart from "./chart.js";
import { PERIODS, closer, moment, title, wider } from "./calendar.js";
import { showNothing, showReading } from "./now.js";
import { bucketsTable, registersTable } from "./tables.js";
import { amount, language, number, speak, text } from "./texts.js";

const $ = (id) => document.getElementById(id);
const REFRESH_MS = 60_000;
const TILES = { day: "today", week: "thisWeek", month: "thisMonth", year: "thisYear" };

const state = { meter: null, view: { period: "day", offset: 0 }, answer: null, before: [], tiles: {}, stream: null, asked: 0 };

/** The view in the address: /?meter=home&view=week,-2 */
function readAddress() {
  const query = new URLSearchParams(location.search);
  const [period, offset] = (query.get("view") ?? "day,0").split(",");
  const whole = Number.parseInt(offset, 10);
  state.view = { period: PERIODS.includes(period) ? period : "day", offset: whole < 0 ? whole : 0, step: query.get("step") ?? undefined };
  return query.get("meter");
}

function writeAddress() {
  const query = new URLSearchParams(location.search);
  query.set("meter", state.meter);
  query.set("view", `${state.view.period},${state.view.offset}`);
  if (state.view.step) query.set("step", state.view.step); else query.delete("step");
  history.pushState(null, "", `?${query}`);
}

function notice(words) {
  $("notice").hidden = !words;
  $("notice").textContent = words ?? "";
}

function explain(failure) {
  if (!(failure instanceof api.Trouble)) throw failure;
  notice(failure.message || text("unreachable"));
}

async function start() {
  label();
  try {
    const { meters } = await api.meters();
    notice(null);
    const wanted = readAddress();
    const chosen = meters.find((m) => m.name === wanted) ?? meters[0];
    $("meter").replaceChildren(...meters.map((m) => new Option(m.name, m.name, false, m.name === chosen?.name)));
    $("meter-choice").hidden = meters.length < 2;
    if (!chosen?.lastReadingAt) {
      notice(text("noReadings", { state: chosen?.health?.diagnosis ?? chosen?.health?.state ?? text("noMeters") }));
    }
    if (!chosen) {
      setTimeout(start, 5_000);
      return;
    }
    state.meter = chosen.name;
    $("demo").hidden = !chosen.simulated;
    document.title = `SEM – ${chosen.name}`;
    listen();
    await Promise.all([show(), tiles()]);
  } catch (failure) {
    explain(failure);
    setTimeout(start, 5_000);
  }
}

function listen() {
  state.stream?.close();
  showNothing();
  const { meter } = state;
  api.latest(meter).then((reading) => { if (meter === state.meter) shown(reading); }).catch((failure) => {
    if (!(failure instanceof api.Trouble)) throw failure;
  });
  state.stream = api.live(meter, shown, () => { if (!document.hidden) notice(text("lost")); });
}

function shown(reading) {
  state.reading = reading;
  notice(reading.stale ? text("stale", { time: moment(reading.at) }) : null);
  showReading(reading);
}

/** Fetches and draws the view; an older answer never overtakes a newer question. */
async function show() {
  const asked = ++state.asked;
  const { meter, view } = state;
  const before = api.period(meter, { ...view, offset: view.offset - 1 }).catch(() => null);
  const answer = await api.period(meter, view);
  const previous = await before;
  if (asked !== state.asked) return;
  state.answer = answer;
  state.before = previous?.buckets ?? [];
  render();
}

async function tiles() {
  const answers = await Promise.all(PERIODS.map((period) => api.period(state.meter, { period, offset: 0 })));
  PERIODS.forEach((period, i) => { state.tiles[period] = answers[i]; });
  renderTiles();
  render();
}

function renderTiles() {
  $("tiles").replaceChildren(...PERIODS.filter((p) => state.tiles[p]).map((period) => {
    const { total } = state.tiles[period];
    const tile = document.createElement("button");
    tile.type = "button";
    tile.id = `tile-${period}`;
    tile.setAttribute("aria-current", String(state.view.period === period));
    tile.append(
      Object.assign(document.createElement("span"), { className: "name", textContent: text(TILES[period]) }),
      Object.assign(document.createElement("b"), { textContent: amount(total.importKwh, "kWh") }),
      Object.assign(document.createElement("span"), {
        className: "out", textContent: total.exportKwh ? `${amount(total.exportKwh, "kWh")} ${text("toGrid")}` : "",
      }),
    );
    tile.addEventListener("click", () => go({ period, offset: 0 }));
    return tile;
  }));
}

function render() {
  const { answer, before } = state;
  if (!answer) return;
  const today = state.tiles.day?.from ?? answer.from;
  $("period-title").textContent = title(answer);
  renderTotals(answer);
  renderChange(answer);
  chart.draw(answer, before, (bucket) => {
    const next = closer(bucket, answer, today);
    if (next && next.offset <= 0) go(next);
  });
  $("chart").setAttribute("aria-label", text("chart", { title: title(answer), import: amount(answer.total.importKwh, "kWh") }));
  $("legend").replaceChildren(...chart.legend(answer, before));
  $("later").disabled = state.view.offset >= 0;
  $("earlier").disabled = Boolean(answer.firstReadingAt) && Date.parse(answer.from) <= Date.parse(answer.firstReadingAt);
  const up = wider(answer, today);
  $("up").hidden = !up;
  $("up").textContent = up ? text("back", { view: text(up.period).toLowerCase() }) : "";
  $("up").onclick = () => go(up);
  $("finer").hidden = answer.period !== "day";
  $("finer").textContent = text(state.view.step ? "hours" : "quarters");
  $("csv").href = api.address(state.meter, state.view, "csv");
  $("registers-table").replaceChildren(registersTable(answer));
  $("buckets-table").replaceChildren(bucketsTable(answer));
  document.querySelectorAll("#tiles button").forEach((tile) => {
    tile.setAttribute("aria-current", String(tile.id === `tile-${answer.period}`));
  });
}

function renderTotals({ total }) {
  const entries = [["import", total.importKwh, "kWh", "in"], ["export", total.exportKwh || null, "kWh", "out"], ["gas", total.gasM3, "m³"],
    ["water", total.waterM3, "m³"], ["peak", total.peakKw, "kW"]].filter(([name, value]) => name === "import" || value != null);
  $("totals").replaceChildren(...entries.map(([name, value, unit, kind]) => {
    const entry = document.createElement("div");
    const figure = Object.assign(document.createElement("dd"), { textContent: amount(value, unit), className: kind ?? "" });
    if (name === "peak" && total.peakAt) {
      figure.append(" ", Object.assign(document.createElement("small"), { textContent: moment(total.peakAt) }));
    }
    entry.append(Object.assign(document.createElement("dt"), { textContent: text(name) }), figure);
    return entry;
  }));
}

function renderChange({ total, previous }) {
  const then = previous?.untilSamePoint?.importKwh;
  const known = then > 0 && total.importKwh != null && (previous.coverage ?? 0) >= 0.8;
  const ratio = known ? total.importKwh / then - 1 : 0;
  const percent = `${number(Math.abs(ratio * 100), 0)}\u00a0%`;
  const rounded = Math.round(Math.abs(ratio * 100));
  $("change").className = `change ${!known || rounded === 0 ? "" : ratio < 0 ? "less" : "more"}`;
  $("change").textContent = !known ? "" : rounded === 0 ? text("same") : text(ratio < 0 ? "less" : "more", { percent });
}

function go(view) {
  state.view = view;
  writeAddress();
  show().catch(explain);
}

function label() {
  document.documentElement.lang = language;
  $("language").value = language;
  document.querySelectorAll("[data-text]").forEach((element) => { element.textContent = text(element.dataset.text); });
  document.querySelectorAll("[data-label]").forEach((element) => { element.setAttribute("aria-label", text(element.dataset.label)); });
}

function step(by) {
  const button = by < 0 ? $("earlier") : $("later");
  if (!button.disabled) go({ ...state.view, offset: Math.min(0, state.view.offset + by) });
}

$("earlier").addEventListener("click", () => step(-1));
$("later").addEventListener("click", () => step(1));
$("finer").addEventListener("click", () => go({ ...state.view, step: state.view.step ? undefined : "PT15M" }));
$("meter").addEventListener("change", () => {
  state.meter = $("meter").value;
  writeAddress();
  start();
});
$("language").addEventListener("change", () => {
  speak($("language").value);
  label();
  renderTiles();
  render();
  if (state.reading) shown(state.reading);
});
addEventListener("popstate", () => {
  readAddress();
  show().catch(explain);
});
addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea") || event.altKey || event.ctrlKey || event.metaKey) return;
  const period = { d: "day", w: "week", m: "month", y: "year" }[event.key];
  if (period) go({ period, offset: 0 });
  else if (event.key === "ArrowLeft") step(-1);
  else if (event.key === "ArrowRight") step(1);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
new ResizeObserver(chart.fit).observe($("chart"));
setInterval(() => {
  if (!document.hidden && state.meter) {
    Promise.all([state.view.offset === 0 ? show() : null, tiles()]).catch(explain);
  }
}, REFRESH_MS);
start();
