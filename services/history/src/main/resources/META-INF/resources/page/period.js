// The period that is open: fetched, drawn, and brought up to date in place.
import * as api from "./api.js";
import * as address from "./address.js";
import { Bars } from "./bars.js";
import { billOf, drawBill, loadBill } from "./bill.js";
import { beside, besideName, thanName } from "./beside.js";
import { holding, title, trail, yearBefore } from "./calendar.js";
import { isoDate, localDate, today } from "./dates.js";
import { $, make, place, say, show as reveal } from "./dom.js";
import { drawEvents, loadEvents } from "./events.js";
import { amount } from "./numbers.js";
import { legend, picture } from "./picture.js";
import { happened, registersTable } from "./registers.js";
import { showSide } from "./side.js";
import { state, viewHere } from "./state.js";
import { bucketsTable, costsTable, unpriced } from "./tables.js";
import { showTiles } from "./tiles.js";
import { hasShow, knownWords, showTotals } from "./totals.js";
import { text } from "./words.js";

const bars = new Bars($("chart"));
let asked = 0;

/** Fetches and draws the open view; an older answer never overtakes a newer question. */
export async function showPeriod(explain) {
  const mine = ++asked;
  const { view } = state;
  const { name } = state.meter;
  $("period").setAttribute("aria-busy", "true");
  try {
    const answer = await api.period(name, view);
    const others = await beside(name, answer, view);
    if (mine !== asked) return;
    state.answer = answer;
    state.others = others;
    render();
    loadEvents(answer, () => mine === asked).catch(explain);
    loadBill(answer, () => mine === asked, render).catch(explain);
    // So that how long the first picture takes can be measured.
    if (mine === 1) performance.mark("sem-first-chart");
  } finally {
    if (mine === asked) $("period").setAttribute("aria-busy", "false");
  }
}

/** Draws what is known of the open view. */
export function render() {
  const { answer, others } = state;
  if (!answer) return;
  const view = viewHere();
  const shown = hasShow(answer, view.show) ? view.show : "electricity";
  const named = others.map((other) => ({ name: besideName(other, view.compare), buckets: other.buckets }));
  const than = others[0] ? thanName(others[0], view.compare) : "";
  const sideBySide = !["before", "year"].includes(view.compare);
  say($("period-title"), title(answer));
  showTrail(answer, view);
  showTotals(answer, { ...view, show: shown }, others[0] ?? null, than, billOf(answer));
  bars.show(picture(answer, named, shown, view, sideBySide));
  $("chart").setAttribute(
    "aria-label",
    text("chart", { title: title(answer), import: amount(answer.total.importKwh, "kWh") }),
  );
  place($("legend"), legend(answer, named, shown, sideBySide));
  const known = knownWords(answer);
  say($("known"), known);
  reveal($("known"), Boolean(known));
  showChoices(answer, view);
  showLinks(answer, view);
  showSide(answer, view.compare === "before" ? [] : others, view.compare, than);
  place($("registers-table"), registersTable(answer));
  place(
    $("swaps"),
    happened(answer, state.meter).map((words) => make("li", {}, words)),
  );
  drawEvents();
  drawBill();
  reveal($("costs"), Boolean(answer.total.costs));
  place($("costs-table"), answer.total.costs ? costsTable(answer) : null);
  place(
    $("unpriced"),
    unpriced(answer).map((words) => make("li", {}, words)),
  );
  place($("buckets-table"), bucketsTable(answer, view));
  showTiles(state.tiles, view);
}

function showTrail(answer, view) {
  const steps = trail(answer).map(({ name, period, offset }) => ({
    name,
    view: { ...view, period, offset, step: null },
  }));
  if (view.step) steps.push({ name: text("quarters"), view });
  place(
    $("trail"),
    steps.map((step, i) =>
      make(
        "li",
        {},
        make(
          "a",
          {
            href: address.write(step.view),
            "data-view": "",
            "data-keep": "",
            "aria-current": i === steps.length - 1 ? "page" : null,
          },
          step.name,
        ),
      ),
    ),
  );
}

/** The choices of a day and of what to compare with, as the view has them. */
function showChoices(answer, view) {
  const now = today(answer.zone);
  const date = $("date");
  const earliest = answer.firstReadingAt ? isoDate(localDate(answer.firstReadingAt)) : "";
  for (const field of [date, $("other-date")]) {
    field.min = earliest;
    field.max = isoDate(now);
  }
  const from = isoDate(localDate(answer.from));
  if (document.activeElement !== date && date.value !== from) date.value = from;
  const chosen = address.COMPARED.includes(view.compare) ? view.compare : "other";
  const compare = $("compare");
  compare.querySelector("[value=years]").disabled = view.period !== "year";
  if (compare.value !== chosen) compare.value = chosen;
  reveal($("other-choice"), chosen === "other");
  if (chosen === "other" && document.activeElement !== $("other-date")) $("other-date").value = view.compare;
}

/** The view of the day in the date field, or null while it is none. */
export function datedView() {
  const { answer, view } = state;
  if (!answer || !$("date").value) return null;
  const { offset } = holding("day", $("date").value, answer.zone);
  return offset > 0 ? null : { ...view, period: "day", offset, step: view.period === "day" ? view.step : null };
}

/** The view compared as chosen; any other period begins with the one of the year before, and its date is chosen next. */
export function comparedView() {
  const { answer, view } = state;
  const { value } = $("compare");
  if (!answer || value !== "other") return { ...view, compare: value };
  const chosen = $("other-date").value || isoDate(new Date(yearBeforeDate(answer)));
  return { ...view, compare: chosen };
}

function yearBeforeDate(answer) {
  const { offset } = yearBefore(answer);
  const before = localDate(answer.from);
  before.setUTCFullYear(before.getUTCFullYear() - (offset < 0 ? 1 : 0));
  return before;
}

function showLinks(answer, view) {
  pointSteps(view, Boolean(answer.firstReadingAt) && Date.parse(answer.from) <= Date.parse(answer.firstReadingAt));
  reveal($("finer"), answer.period === "day");
  say($("finer"), text(view.step ? "hours" : "quarters"));
  point($("finer"), { ...view, step: view.step ? null : "PT15M" });
  say($("chart-hint"), answer.step === "PT15M" ? "" : text(`click-${answer.period}`));
  const name = `sem-${answer.meter}-${answer.period}-${answer.from.slice(0, 10)}.csv`;
  for (const [id, more] of [
    ["csv", { format: "csv" }],
    ["excel", { format: "csv", excel: "be" }],
  ]) {
    $(id).href = api.address(answer.meter, view, more);
    $(id).download = name;
  }
  $("leave").href = api.history(answer.meter);
  $("leave").download = `sem-${answer.meter}.zip`;
}

/** Lets the steps lead to the neighbours of a view, at once: who steps fast does not wait for the picture. */
export function pointSteps(view, first) {
  point($("earlier"), first ? null : { ...view, offset: view.offset - 1 });
  point($("later"), view.offset >= 0 ? null : { ...view, offset: view.offset + 1 });
}

/** Lets a link lead to a view, or with null nowhere; it keeps the focus either way. */
function point(link, view) {
  if (view) {
    link.href = address.write(view);
    for (const name of ["aria-disabled", "role", "tabindex"]) link.removeAttribute(name);
  } else {
    for (const [name, value] of Object.entries({ "aria-disabled": "true", role: "link", tabindex: "0" }))
      link.setAttribute(name, value);
    link.removeAttribute("href");
  }
}
