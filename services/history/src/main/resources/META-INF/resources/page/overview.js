// What does not depend on the open view: the running periods, the peaks, the base load, what the meter says, the last day.
import * as api from "./api.js";
import { PERIODS } from "./address.js";
import { baseLoadW, nights, priceOf, showBaseLoad } from "./baseload.js";
import { runningCosts } from "./bill.js";
import { Curve } from "./curve.js";
import { $, say, show } from "./dom.js";
import { drawSaid, loadSaid, urgent } from "./events.js";
import { showHealth } from "./health.js";
import { Minutes } from "./minutes.js";
import { power } from "./numbers.js";
import { showPeaks } from "./peaks.js";
import { state, viewHere } from "./state.js";
import { showTiles } from "./tiles.js";
import { text } from "./words.js";

const BASE_LOAD_MS = 3_600_000;
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

let baseAt = -Infinity;
let minutes = new Minutes();
const curve = new Curve($("curve"), (part) => show($("curve-whole"), part));

/** Forgets what was known of another meter. */
export function forget() {
  baseAt = -Infinity;
  minutes = new Minutes();
  prices?.forgetPrices();
  withoutPrices = null;
  Object.assign(state, { tiles: {}, costs: {}, peaks: null, base: null });
}

/** Fetches the running periods. */
export async function loadTiles() {
  const { name } = state.meter;
  const all = await Promise.all(PERIODS.map((period) => api.period(name, { period, offset: 0 })));
  if (name !== state.meter?.name) return;
  state.tiles = Object.fromEntries(PERIODS.map((period, i) => [period, all[i]]));
}

/** Fetches the rest: what cannot be had now is missing, and the others are there. */
export async function loadRest(explain) {
  const { name } = state.meter;
  const isOpen = () => name === state.meter?.name;
  const parts = [
    api.peaks(name).then((peaks) => isOpen() && (state.peaks = peaks)),
    loadSaid(name, isOpen),
    loadBaseLoad(name, isOpen),
    loadCurve(name, isOpen),
    loadPrices(name, isOpen, explain),
    runningCosts(name, state.tiles).then((costs) => isOpen() && (state.costs = costs)),
  ];
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === "rejected");
  if (!isOpen()) return;
  renderOverview();
  if (failed) explain(failed.reason);
}

/** Prices, and what draws them: fetched where there is a contract, so that others need not wait for it. */
let prices = null;
let withoutPrices = null;

async function loadPrices(name, isOpen, explain) {
  if (withoutPrices === name) return;
  if (!prices) {
    if (!(await api.price(name, 2, 2))) {
      withoutPrices = name;
      return;
    }
    prices = await import("./prices.js");
    prices.chooseRun(() => state.meter?.name, explain);
  }
  await prices.loadPrices(name, isOpen);
}

async function loadBaseLoad(name, isOpen) {
  if (performance.now() - baseAt < BASE_LOAD_MS) return;
  const { from, to, step } = nights();
  const base = baseLoadW(await api.range(name, from, to, step));
  if (!isOpen()) return;
  state.base = base;
  baseAt = performance.now();
}

/** The last day's minutes; those that are known and over are not asked for again. */
async function loadCurve(name, isOpen) {
  const now = Date.now();
  const [means, quarters] = await Promise.all([
    api.power(name, iso(Math.max(now - DAY_MS, minutes.end)), iso(now)),
    api.range(
      name,
      iso(Math.floor((now - DAY_MS) / QUARTER_MS) * QUARTER_MS),
      iso(Math.floor(now / QUARTER_MS) * QUARTER_MS),
      "PT15M",
    ),
  ]);
  if (isOpen()) minutes.add(means, quarters, now);
}

const iso = (ms) => new Date(ms).toISOString();

/** Draws what is known of all that. */
export function renderOverview() {
  const view = viewHere();
  showTiles(state.tiles, view);
  if (state.peaks) showPeaks(view, state.peaks);
  showBaseLoad(state.base, state.tiles.year ? priceOf(state.tiles.year) : null);
  drawSaid();
  showCurve();
  prices?.drawPrices();
  if (state.meter) showHealth(state.meter, state.beside, urgent());
}

function showCurve() {
  const all = minutes.all();
  const known = all.map(({ kw }) => kw).filter((kw) => kw != null);
  show($("power"), known.length > 1);
  if (known.length < 2) return;
  curve.show(all, minutes.zone);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const words = text(low < 0 ? "curveBoth" : "curveIn", { low: power(-low), high: power(Math.max(0, high)) });
  say($("curve-words"), words);
  $("curve").setAttribute("aria-label", `${text("curveTitle")}. ${words}`);
}

/** Lets the buttons beside the curve zoom it. */
export function zoomCurve() {
  $("curve-in").addEventListener("click", () => curve.zoom(0.5));
  $("curve-out").addEventListener("click", () => curve.zoom(2));
  $("curve-whole").addEventListener("click", () => {
    curve.whole();
    $("curve-in").focus();
  });
}
