// The capacity tariff: the month's peak, what the peaks come to in a year, and each month's peak to be read.
import { $, make, place, say, show } from "./dom.js";
import { kilowatt, money, number } from "./numbers.js";
import { monthName, quarterHour } from "./dates.js";
import { holding } from "./calendar.js";
import { write } from "./address.js";
import { text } from "./words.js";

/** What a month counts at least: below it no peak costs anything. */
const LEAST_KW = 2.5;
const kw = (value) => `${number(value, 2)}\u00a0kW`;

let chosen = null;
let shown = null;

/** Shows the running month's peak, from a live reading. */
export function showMonthPeak({ monthPeak }) {
  say($("month-peak"), monthPeak ? kilowatt(monthPeak.kw) : "–");
  say($("month-peak-at"), monthPeak ? quarterHour(monthPeak) : "");
}

/** Shows the months' peaks and the billing peak of a view's meter. */
export function showPeaks(view, answer) {
  shown = { view, answer };
  const { months, billingPeak } = answer;
  show($("cockpit"), months.length > 0);
  show($("billing"), Boolean(billingPeak));
  show($("billing-cost"), billingPeak?.costsYear?.total != null);
  show($("peaks"), months.length > 1);
  if (billingPeak) showBilling(billingPeak);
  const one = months.find(({ month }) => month === chosen) ?? months.at(-1);
  const most = Math.max(LEAST_KW, ...months.map((m) => m.peakKw));
  place(
    $("peaks"),
    months.map((month) => make("li", { "data-key": month.month }, bar(month, most, month === one))),
  );
  showOne(one);
}

function showBilling({ kw: peak, months, minimumKw, costsYear }) {
  say($("billing-peak"), kw(peak));
  say(
    $("billing-words"),
    text(months === 12 ? "billingYear" : "billingMonths", { n: number(months, 0), min: kilowatt(minimumKw) }),
  );
  if (costsYear?.total != null) say($("billing-euro"), money(costsYear.total, costsYear.currency));
}

function bar({ month, peakKw, running }, most, pressed) {
  const fill = make("i", { className: running ? "running" : "", style: { height: `${(100 * peakKw) / most}%` } });
  return make(
    "button",
    {
      type: "button",
      "aria-pressed": String(pressed),
      "data-month": month,
      "aria-label": `${monthName(month, true)}: ${kw(peakKw)}`,
    },
    make("span", { className: "column" }, fill),
    make("span", {}, monthName(month)),
  );
}

/** One month's peak in words, with the way to its month. */
function showOne(month) {
  show($("peak-read"), Boolean(month));
  if (!month) return;
  const { view, answer } = shown;
  const at = quarterHour(month);
  const words = [
    text("peakOf", { kw: kw(month.peakKw), at }),
    text(`source-${month.source}`),
    month.differenceKw ? text("peakDifference", { kw: `${number(Math.abs(month.differenceKw), 3)}\u00a0kW` }) : null,
  ];
  place(
    $("peak-read"),
    make(
      "a",
      { href: write({ ...view, step: null, ...holding("month", `${month.month}-01`, answer.zone) }), "data-view": "" },
      monthName(month.month, true),
    ),
    `: ${words.filter(Boolean).join(", ")}`,
  );
}

/** A press on a month, or going to it by keyboard, lets it be read. */
export function readPeaks() {
  const choose = (event) => {
    const month = event.target.closest("button")?.dataset.month;
    if (!month || month === chosen) return;
    chosen = month;
    showPeaks(shown.view, shown.answer);
  };
  for (const kind of ["click", "focusin", "pointerover"]) $("peaks").addEventListener(kind, choose);
}
