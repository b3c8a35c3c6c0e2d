// The page: which view is open, and what is fetched when.
import * as api from "./api.js";
import * as address from "./address.js";
import * as chart from "./chart.js";
import * as live from "./live.js";
import { baseLoadW, nights, priceOf, showBaseLoad } from "./baseload.js";
import { closer, title, trail } from "./calendar.js";
import { showPeaks, showQuarter } from "./cockpit.js";
import { $, make, say } from "./dom.js";
import { drawEvents, drawSaid, forgetSaid, loadEvents, loadSaid, urgent } from "./events.js";
import { showHealth, showStale, trouble } from "./health.js";
import { showAge, showNothing, showReading } from "./now.js";
import { amount } from "./numbers.js";
import { bucketsTable, costsTable, happened, registersTable, unpriced } from "./tables.js";
import { paint, theme } from "./theme.js";
import { showTiles } from "./tiles.js";
import { hasShow, knownWords, showTotals } from "./totals.js";
import { language, speak, text } from "./words.js";

const REFRESH_MS = 60_000;
const RETRY_MS = 5_000;
const BASE_LOAD_MS = 3_600_000;

const state = { meters: [], meter: null, view: address.read(location.search), answer: null, before: [], tiles: {}, peaks: null, base: null, baseAt: -Infinity, asked: 0 };

/** Says what went wrong; whatever nobody foresaw goes on to the console. */
function explain(failure) {
  if (!(failure instanceof api.Trouble)) throw failure;
  $("key-form").hidden = failure.status !== 401 && failure.status !== 403;
  trouble("api", failure.message || text("unreachable"));
}

async function refreshMeters() {
  const { meters } = await api.meters();
  trouble("api", null);
  $("key-form").hidden = true;
  state.meters = meters;
  const chosen = meters.find((m) => m.name === state.view.meter) ?? meters[0];
  state.meter = chosen ?? null;
  const names = meters.map((m) => m.name);
  if ([...$("meter").options].map((o) => o.value).join() !== names.join()) $("meter").replaceChildren(...names.map((name) => new Option(name, name)));
  if (chosen) $("meter").value = chosen.name;
  $("meter-choice").hidden = meters.length < 2;
  $("demo").hidden = !chosen?.simulated;
  document.title = chosen ? `SEM – ${chosen.name}` : "SEM";
  document.body.classList.toggle("nothing", !chosen);
  trouble("empty", chosen?.lastReadingAt ? null : text(chosen ? "noReadings" : "noMeters"));
  if (chosen) showHealth(chosen, urgent());
}

/** Shows a meter from nothing; tries again until it can. */
async function start() {
  try {
    await refreshMeters();
    if (!state.meter) {
      setTimeout(start, RETRY_MS);
      return;
    }
    showNothing();
    live.follow(state.meter.name, fresh, (linked) => trouble("link", linked ? null : text("lost")));
    await show();
    await overview();
  } catch (failure) {
    // A key is waited for: asking again without one, or with a wrong one, only uses up the patience of history.
    if (failure.status !== 401 && failure.status !== 403) setTimeout(start, RETRY_MS);
    explain(failure);
  }
}

let drawing = false;

/** Shows the newest reading at the next picture: readings that waited somewhere come by the thousand. */
function fresh() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    tick(true);
  });
}

/** Shows how old the newest reading is, and the reading itself where it is a new one. */
function tick(isNew) {
  const reading = live.newest();
  if (!reading) return;
  const stale = live.isStale();
  if (isNew) showReading(reading);
  showAge(live.ageSeconds(), reading.at, stale);
  showStale(stale, reading.at);
  showQuarter(reading, live.ageSeconds());
  $("cockpit").hidden &&= $("quarter").hidden;
}

/** Fetches and draws the open view; an older answer never overtakes a newer question. */
async function show() {
  const asked = ++state.asked;
  const { name } = state.meter;
  const view = state.view;
  $("period").setAttribute("aria-busy", "true");
  const before = api.period(name, { ...view, offset: view.offset - 1 }).catch(() => null);
  const answer = await api.period(name, view);
  const previous = await before;
  if (asked !== state.asked) return;
  state.answer = answer;
  state.before = previous?.buckets ?? [];
  render();
  loadEvents(answer, () => asked === state.asked).catch(explain);
  $("period").setAttribute("aria-busy", "false");
  // So that how long the first picture takes can be measured.
  if (asked === 1) performance.mark("sem-first-chart");
}

/** The tiles, the peaks and the base load. */
async function overview() {
  const { name } = state.meter;
  const [answers, peaks] = await Promise.all([
    Promise.all(address.PERIODS.map((period) => api.period(name, { period, offset: 0 }))), api.peaks(name),
    loadSaid(name, () => name === state.meter?.name),
  ]);
  if (performance.now() - state.baseAt > BASE_LOAD_MS) {
    const { from, to, step } = nights();
    const base = baseLoadW(await api.range(name, from, to, step));
    if (name !== state.meter?.name) return;
    state.base = base;
    state.baseAt = performance.now();
  }
  if (name !== state.meter?.name) return;
  address.PERIODS.forEach((period, i) => { state.tiles[period] = answers[i]; });
  state.peaks = peaks;
  renderOverview();
}

const viewHere = () => ({ ...state.view, meter: state.meters.length > 1 || state.view.meter ? state.meter?.name ?? state.view.meter : null });

function renderOverview() {
  showTiles(state.tiles, viewHere());
  if (state.peaks) showPeaks(viewHere().meter, state.peaks);
  showBaseLoad(state.base, state.tiles.year ? priceOf(state.tiles.year) : null);
  drawSaid();
  showHealth(state.meter, urgent());
}

function render() {
  const { answer, before } = state;
  if (!answer) return;
  const view = viewHere();
  const showing = hasShow(answer, view.show) ? view.show : "electricity";
  const heading = title(answer);
  say($("period-title"), heading);
  showTrail(answer, view);
  showTotals(answer, { ...view, show: showing });
  const known = knownWords(answer);
  say($("known"), known);
  $("known").hidden = !known;
  chart.draw(answer, before, showing, (bucket) => {
    const next = closer(bucket, answer);
    if (next) go({ ...state.view, step: null, ...next });
  });
  $("chart").setAttribute("aria-label", text("chart", { title: heading, import: amount(answer.total.importKwh, "kWh") }));
  $("legend").replaceChildren(...chart.legend(answer, before, showing));
  say($("chart-hint"), answer.step === "PT15M" ? "" : text(`click-${answer.period}`));
  renderLinks(answer, view);
  $("registers-table").replaceChildren(registersTable(answer));
  $("swaps").replaceChildren(...happened(answer, state.meter).map((words) => make("li", {}, words)));
  drawEvents();
  $("costs").hidden = !answer.total.costs;
  if (answer.total.costs) $("costs-table").replaceChildren(costsTable(answer));
  $("unpriced").replaceChildren(...unpriced(answer).map((words) => make("li", {}, words)));
  $("buckets-table").replaceChildren(bucketsTable(answer, view));
  if (state.tiles.day) showTiles(state.tiles, view);
}

function showTrail(answer, view) {
  $("trail").replaceChildren(...trail(answer).map(({ name, period, offset }, i, all) => make("li", {},
    i === all.length - 1 && !view.step ? make("span", { "aria-current": "page" }, name)
      : make("a", { href: address.write({ ...view, period, offset, step: null }), "data-view": "" }, name))),
  ...(view.step ? [make("li", {}, make("span", { "aria-current": "page" }, text("quarters")))] : []));
}

function renderLinks(answer, view) {
  pointSteps(view, Boolean(answer.firstReadingAt) && Date.parse(answer.from) <= Date.parse(answer.firstReadingAt));
  $("finer").hidden = answer.period !== "day";
  say($("finer"), text(view.step ? "hours" : "quarters"));
  point($("finer"), { ...view, step: view.step ? null : "PT15M" });
  const name = `sem-${answer.meter}-${answer.period}-${answer.from.slice(0, 10)}.csv`;
  for (const [id, more] of [["csv", { format: "csv" }], ["excel", { format: "csv", excel: "be" }]]) {
    $(id).href = api.address(answer.meter, view, more);
    $(id).download = name;
  }
}

/** Lets the steps lead to the neighbours of a view, at once: who steps fast does not wait for the picture. */
function pointSteps(view, first) {
  point($("earlier"), first ? null : { ...view, offset: view.offset - 1 });
  point($("later"), view.offset >= 0 ? null : { ...view, offset: view.offset + 1 });
}

/** Lets a link lead to a view, or with null nowhere. */
function point(link, view) {
  if (view) link.href = address.write(view);
  else link.removeAttribute("href");
  if (view) link.removeAttribute("aria-disabled");
  else link.setAttribute("aria-disabled", "true");
}

/** Opens a view as a new entry of the browser's history, and tells those who do not see it. */
function go(view) {
  history.pushState(null, "", address.write({ ...view, meter: viewHere().meter }));
  open(view);
}

function open(view) {
  const other = view.meter && view.meter !== state.meter?.name;
  state.view = view;
  if (other) {
    state.baseAt = -Infinity;
    state.tiles = {};
    forgetSaid();
    start();
    return;
  }
  // Before the first answer, and while a key is waited for: what is open by then is shown when there is something.
  if (!state.meter) return;
  pointSteps(viewHere(), false);
  show().then(() => {
    trouble("api", null);
    say($("told"), `${$("period-title").textContent}: ${amount(state.answer.total.importKwh, "kWh")} ${text("fromGrid")}`);
  }).catch((failure) => {
    if (failure instanceof api.Trouble) $("period").setAttribute("aria-busy", "false");
    explain(failure);
  });
}

function label() {
  document.documentElement.lang = language;
  $("language").value = language;
  $("theme").value = theme();
  document.querySelectorAll("[data-text]").forEach((element) => say(element, text(element.dataset.text)));
  document.querySelectorAll("[data-label]").forEach((element) => { element.setAttribute("aria-label", text(element.dataset.label)); });
}

/** A click on a link to a view opens it here, unless another tab was asked for. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-view]");
  if (!link?.hasAttribute("href") || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(address.read(new URL(link.href).search));
  if (!("keep" in link.dataset) && $("period").getBoundingClientRect().top > innerHeight * 0.6) $("period").scrollIntoView();
});
addEventListener("popstate", () => open(address.read(location.search)));
addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, select, textarea, .scroll, summary") || event.altKey || event.ctrlKey || event.metaKey) return;
  const period = { d: "day", w: "week", m: "month", y: "year" }[event.key];
  if (period) go({ ...state.view, period, offset: 0, step: null });
  else if (event.key === "ArrowLeft") $("earlier").click();
  else if (event.key === "ArrowRight") $("later").click();
});
for (const id of ["csv", "excel"]) {
  $(id).addEventListener("click", (event) => {
    if (!api.hasKey()) return;
    event.preventDefault();
    const { download, href } = $(id);
    api.file(href).then((blob) => {
      const url = URL.createObjectURL(blob);
      make("a", { href: url, download }).click();
      URL.revokeObjectURL(url);
    }).catch(explain);
  });
}
$("meter").addEventListener("change", () => {
  const view = { ...state.view, meter: $("meter").value };
  history.pushState(null, "", address.write(view));
  open(view);
});
$("language").addEventListener("change", async () => {
  await speak($("language").value);
  label();
  tick(true);
  render();
  renderOverview();
});
$("theme").addEventListener("change", () => {
  paint($("theme").value);
  render();
});
$("key-form").addEventListener("submit", (event) => {
  event.preventDefault();
  api.useKey($("key").value);
  $("key").value = "";
  start();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
new ResizeObserver(chart.fit).observe($("chart"));
setInterval(() => { if (!document.hidden) tick(false); }, 1_000);
setInterval(() => {
  if (document.hidden || !state.meter) return;
  refreshMeters().then(() => Promise.all([state.view.offset === 0 ? show() : null, overview()])).catch(explain);
}, REFRESH_MS);
label();
start();
