// The card of the capacity tariff: what may still be switched on, the month's peak, and what the peaks come to in a year.
import { $, make, say } from "./dom.js";
import { kilowatt, money, number, power } from "./numbers.js";
import { clock, holding, moment, monthName } from "./calendar.js";
import { write } from "./address.js";
import { text } from "./words.js";

const QUARTER_S = 900;
/** In the last minutes of a quarter hour hardly anything can raise it any more: the next one is what counts. */
const LAST_S = 180;

/** Shows the running quarter hour of a reading that was made so many seconds ago. */
export function showQuarter({ at, importKw, quarter, monthPeak }, age) {
  const known = quarter?.projectedKw != null && quarter.limitKw != null;
  $("quarter").hidden = !known;
  say($("month-peak"), monthPeak ? kilowatt(monthPeak.kw) : "–");
  say($("month-peak-at"), monthPeak?.at ? moment(monthPeak.at) : "");
  if (!known) return;
  const left = Math.max(0, (Date.parse(quarter.endsAt) - Date.parse(at)) / 1000 - age);
  const words = advice(quarter, importKw ?? 0, left);
  $("cockpit").classList.toggle("over", words.over);
  say($("free"), words.free);
  say($("free-more"), words.more);
  drawBar(quarter, left);
}

/** What a person should know about the running quarter hour, in one short line and one longer one. */
function advice({ projectedKw, limitKw, demandKw, freeKw, freeAfterKw, endsAt }, importKw, left) {
  const until = clock(endsAt);
  const after = freeAfterKw ?? Math.max(0, limitKw - importKw);
  const longer = text("freeAfter", { kw: kilowatt(after), time: until });
  if (demandKw > limitKw) {
    return { over: true, free: text("newPeak", { kw: kilowatt(projectedKw) }), more: text("newPeakSure", { limit: kilowatt(limitKw), time: until }) };
  }
  if (projectedKw > limitKw) {
    const excess = ((projectedKw - limitKw) * QUARTER_S) / Math.max(left, 1);
    return {
      over: true,
      free: text("newPeak", { kw: kilowatt(projectedKw) }),
      more: excess <= importKw ? text("switchOff", { kw: kilowatt(excess), time: until }) : text("newPeakSure", { limit: kilowatt(limitKw), time: until }),
    };
  }
  if (left <= LAST_S) {
    return { over: false, free: text("freeFrom", { kw: kilowatt(after), time: until }), more: text("quarterDone", { kw: kilowatt(projectedKw), time: until, limit: kilowatt(limitKw) }) };
  }
  return { over: false, free: text("free", { kw: kilowatt(freeKw), time: until }), more: longer };
}

function drawBar({ demandKw, projectedKw, limitKw }, left) {
  const scale = Math.max(limitKw, projectedKw) * 1.12;
  $("demand-bar").style.width = `${(100 * demandKw) / scale}%`;
  $("projected-bar").style.width = `${(100 * projectedKw) / scale}%`;
  $("limit-mark").style.left = `${(100 * limitKw) / scale}%`;
  say($("quarter-words"), text("quarterWords", {
    sofar: power(demandKw), projected: power(projectedKw), limit: kilowatt(limitKw), minutes: number(Math.ceil(left / 60), 0),
  }));
}

/** Shows the months' peaks and the billing peak. */
export function showPeaks(meter, answer) {
  const { months, billingPeak, zone } = answer;
  $("cockpit").hidden = months.length === 0 && $("quarter").hidden;
  $("billing").hidden = !billingPeak;
  $("peaks").hidden = months.length < 2;
  if (billingPeak) {
    say($("billing-peak"), `${number(billingPeak.kw, 2)}\u00a0kW`);
    say($("billing-words"), text(billingPeak.months === 12 ? "billingYear" : "billingMonths", { n: number(billingPeak.months, 0), min: kilowatt(billingPeak.minimumKw) }));
    $("billing-cost").hidden = billingPeak.costsYear?.total == null;
    if (billingPeak.costsYear?.total != null) {
      say($("billing-euro"), money(billingPeak.costsYear.total, billingPeak.costsYear.currency));
    }
  }
  const most = Math.max(2.5, ...months.map((m) => m.peakKw));
  $("peaks").replaceChildren(...months.map((m) => {
    const fill = make("i", { className: m.running ? "running" : "" });
    fill.style.height = `${(100 * m.peakKw) / most}%`;
    const words = `${monthName(m.month, true)}: ${text("peakOf", { kw: `${number(m.peakKw, 2)}\u00a0kW`, at: m.peakAt ? moment(m.peakAt) : "" })}, ${text(`source-${m.source}`)}`
      + (m.differenceKw ? `; ${text("peakDifference", { kw: `${number(m.differenceKw, 3)}\u00a0kW` })}` : "");
    const view = holding("month", `${m.month}-01`, zone);
    return make("li", {}, make("a", { href: write({ meter, ...view }), title: words, "data-view": "" },
      make("span", { className: "column", "aria-hidden": "true" }, fill), make("span", { "aria-hidden": "true" }, monthName(m.month)),
      make("span", { className: "off-screen" }, words)));
  }));
}
