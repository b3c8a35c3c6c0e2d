// The page: what is fetched when, and what happens when something cannot be.
import * as api from "./api.js";
import * as live from "./live.js";
import { write } from "./address.js";
import { watchBill } from "./bill.js";
import { label, offerChoices } from "./choices.js";
import { clock, localDate, moment, today } from "./dates.js";
import { $, make, place, say, show as reveal } from "./dom.js";
import { forgetSaid, urgent } from "./events.js";
import { isTroubled, showHealth, showStale, trouble } from "./health.js";
import { fetchFiles, unfoldOnPaper } from "./leaving.js";
import { navigate } from "./navigate.js";
import { showAge, showNothing, showReading } from "./now.js";
import { amount } from "./numbers.js";
import { forget, loadRest, loadTiles, renderOverview, zoomCurve } from "./overview.js";
import { readPeaks, showMonthPeak } from "./peaks.js";
import { comparedView, datedView, pointSteps, render, showPeriod } from "./period.js";
import { showQuarter } from "./quarter.js";
import { state, viewHere } from "./state.js";
import { speak, text, wanted } from "./words.js";

const REFRESH_MS = 60_000;
const RETRY_MS = 2_000;

/**
 * Says what went wrong in words that help whoever reads them, and tries again soon where that helps; whatever nobody foresaw
 * goes on to the console.
 */
function explain(failure) {
  if (!(failure instanceof api.Trouble)) throw failure;
  const { status, message, signIn } = failure;
  const ours = status >= 400 && status < 500;
  const isPerson = status === 403 && !$("sign-out").hidden;
  const refused = isPerson ? null : { 401: signIn ? "signInMissing" : "keyMissing", 403: "keyWrong" }[status];
  if (refused) {
    reveal($("key-form"), true);
    lead("sign-in", signIn);
  }
  trouble("api", refused ? text(refused) : ours ? message : text("unreachable"));
  if (!ours && state.meter) refreshIn(RETRY_MS);
}

async function refreshMeters() {
  const { meters, next, backup, storage, findings, alarms, groups } = await api.meters();
  trouble("api", null);
  reveal($("key-form"), false);
  state.meters = meters;
  state.beside = { backup, storage, findings, alarms };
  const many = next ? await import("./many.js") : null;
  const chosen = meters.find((m) => m.name === state.view.meter) ?? (await many?.named(state.view.meter)) ?? meters[0];
  state.meter = chosen ?? null;
  place(
    $("meter"),
    meters.map(({ name }) => make("option", { "data-key": name, value: name }, name)),
  );
  if (chosen) $("meter").value = chosen.name;
  reveal($("meter-choice"), meters.length > 1 && !next);
  await many?.offerSearch(chosen.name, openMeter, explain);
  reveal($("demo"), Boolean(chosen?.simulated));
  document.title = chosen ? `SEM – ${chosen.name}` : "SEM";
  trouble("empty", chosen?.lastReadingAt ? null : text(chosen ? "noReadings" : "noMeters"));
  if (chosen) showHealth(chosen, state.beside, urgent());
  // Most homes are in none.
  if (groups) await import("./groups.js").then(({ offerGroups }) => offerGroups(explain)).catch(explain);
}

let following = null;

/** Shows a meter from nothing; tries again until it can. */
async function start() {
  try {
    await refreshMeters();
    if (!state.meter) {
      setTimeout(start, RETRY_MS);
      return;
    }
    const { name } = state.meter;
    if (following !== name) {
      following = name;
      showNothing();
      live.follow(name, fresh, linked);
    }
    await Promise.all([showPeriod(explain), loadTiles(), firstReading()]);
    renderOverview();
    tick(true);
    // All at once, so that nothing that can be seen already is pushed away.
    document.body.classList.remove("nothing");
    await loadRest(explain);
  } catch (failure) {
    // A key is waited for: asking again without one, or with a wrong one, only uses up the patience of history.
    if (failure.status !== 401 && failure.status !== 403) setTimeout(start, RETRY_MS);
    explain(failure);
  }
}

/** The newest reading has come, or will not come soon. */
async function firstReading() {
  const patience = performance.now() + 1_000;
  while (!live.newest() && performance.now() < patience)
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
}

let refreshing = null;

function refreshIn(ms) {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, ms);
}

/** Fetches everything again: each minute, and as soon as history answers again. */
function refresh() {
  if (document.hidden || !state.meter) return;
  refreshIn(REFRESH_MS);
  const isPast = state.view.offset < 0 && !isTroubled("api");
  refreshMeters()
    .then(() => Promise.all([isPast ? null : showPeriod(explain), loadTiles()]))
    .then(() => loadRest(explain))
    .catch(explain);
}

/** Told by each reading whether the stream of them is there. */
function linked(there) {
  const isBack = there && isTroubled("link");
  trouble("link", there ? null : text("lost"));
  if (isBack) refresh();
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
  if (isNew) {
    showReading(reading);
    showMonthPeak(reading);
  }
  showAge(live.ageSeconds(), reading.at, stale);
  showStale(stale, reading.at);
  showQuarter(reading, live.ageSeconds());
}

function open(view) {
  const other = view.meter && view.meter !== state.meter?.name;
  state.view = view;
  if (other) {
    forget();
    forgetSaid();
    start();
    return;
  }
  // Before the first answer, and while a key is waited for: what is open by then is shown when there is something.
  if (!state.meter) return;
  pointSteps(viewHere(), false);
  showPeriod(explain)
    .then(() => {
      trouble("api", null);
      say(
        $("told"),
        `${$("period-title").textContent}: ${amount(state.answer.total.importKwh, "kWh")} ${text("fromGrid")}`,
      );
    })
    .catch(explain);
}

function openMeter(name) {
  const view = { ...state.view, meter: name };
  history.pushState(null, "", write(view));
  open(view);
}

/** Says since when what is shown is kept, or with null that it is of now. */
function showOld(since) {
  if (!since) return trouble("old", null);
  const local = new Date(since);
  const time = new Date(local.getTime() - local.getTimezoneOffset() * 60_000).toISOString();
  const isToday = localDate(time).getTime() === today(undefined).getTime();
  return trouble("old", text("old", { time: isToday ? clock(time) : moment(time) }));
}

/** Shows a link that leads there; none where there is nothing. */
function lead(id, there) {
  reveal($(id), Boolean(there));
  if (there) $(id).href = there;
}

function listen() {
  const go = navigate(open);
  $("date").addEventListener("change", () => datedView() && go(datedView()));
  for (const id of ["compare", "other-date"]) $(id).addEventListener("change", () => go(comparedView()));
  $("meter").addEventListener("change", () => openMeter($("meter").value));
  $("key-form").addEventListener("submit", (event) => {
    event.preventDefault();
    api.useKey($("key").value, $("key-keep").checked);
    $("key").value = "";
    start();
  });
  addEventListener("online", refresh);
  document.addEventListener("visibilitychange", refresh);
}

await speak(wanted());
label();
offerChoices(() => {
  tick(true);
  render();
  renderOverview();
});
api.tellOld(showOld);
api.tellPerson((signOut) => lead("sign-out", signOut));
listen();
fetchFiles(explain);
$("arriving").addEventListener(
  "toggle",
  async () => {
    const { takeFiles } = await import("./arriving.js");
    takeFiles(() => state.meter?.name ?? "home", refresh);
  },
  { once: true },
);
$("contracting").addEventListener(
  "toggle",
  async () => {
    const { setUp } = await import("./contracting.js");
    setUp(() => state.meter?.name ?? "home").catch(explain);
  },
  { once: true },
);
$("set-up").addEventListener("click", () => $("contracting").toggleAttribute("open", true));
$("finding").addEventListener("toggle", async () => (await import("./finding.js")).findMeters().catch(explain), {
  once: true,
});
unfoldOnPaper();
zoomCurve();
watchBill(explain);
readPeaks();
setInterval(() => {
  if (!document.hidden) tick(false);
}, 1_000);
refreshIn(REFRESH_MS);
start();
api
  .version()
  .then(({ version }) => say($("version"), version))
  .catch(() => {});
// Only a browser that has both keeps a page: most by https or on this machine.
const install = () => import("./installed.js").then((installed) => installed.install()).catch(() => {});
if ("serviceWorker" in navigator && globalThis.caches) {
  if (document.readyState === "complete") install();
  else addEventListener("load", install, { once: true });
}
