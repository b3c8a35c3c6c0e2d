// The totals of a period, each beside the period before at the same point; choosing one draws its chart.
import { $, make } from "./dom.js";
import { amount, money, number } from "./numbers.js";
import { before, comparison } from "./compare.js";
import { moment, stamp } from "./calendar.js";
import { write } from "./address.js";
import { text } from "./words.js";

/** Shows them; view is the one that is open. */
export function showTotals(answer, view) {
  const { total, previous } = answer;
  const cards = [electricity(total, previous), plain("gas", total.gasM3, "gasM3", previous), plain("water", total.waterM3, "waterM3", previous), cost(total, previous)];
  $("totals").replaceChildren(...cards.filter(Boolean).map(({ show, lines }) => make("a", {
    className: `total ${show}`, href: write({ ...view, show }), "data-view": "", "data-keep": "", id: `show-${show}`,
    ...(view.show === show ? { "aria-current": "true" } : {}),
  }, ...lines)));
  $("compared").textContent = previous?.point && before(previous, "importKwh") != null
    ? text("compared", { from: moment(previous.from), to: moment(previous.point) }) : "";
  $("costs-hint").hidden = Boolean(total.costs);
}

/** Whether the answer has anything to show of that kind. */
export function hasShow(answer, show) {
  return { electricity: true, gas: answer.total.gasM3 != null, water: answer.total.waterM3 != null, cost: Boolean(answer.total.costs) }[show];
}

function changed(value, previous, field, written) {
  const change = comparison(value, previous, field);
  if (!change) return null;
  return make("span", { className: "beside" },
    make("span", { className: `change ${change.kind}`, "aria-hidden": "true" }, change.short), make("span", { className: "off-screen" }, change.words), " ",
    make("span", { className: "soft" }, text("beforeWas", { amount: written(before(previous, field)) })));
}

function electricity(total, previous) {
  const kwh = (value) => amount(value, "kWh");
  const part = (name, field, kind) => make("span", { className: "part" },
    make("span", { className: "name" }, text(name)), make("b", { className: kind }, kwh(total[field])), changed(total[field], previous, field, kwh));
  return {
    show: "electricity",
    lines: [part("import", "importKwh", "in"), total.exportKwh ? part("export", "exportKwh", "out") : null,
      total.peakKw == null ? null
        : make("span", { className: "soft peak" }, text("peakLine", { kw: `${number(total.peakKw, 2)}\u00a0kW`, at: moment(total.peakAt) }))].filter(Boolean),
  };
}

function plain(show, value, field, previous) {
  if (value == null) return null;
  const written = (v) => amount(v, "m³");
  return { show, lines: [make("span", { className: "name" }, text(show)), make("b", {}, written(value)), changed(value, previous, field, written)] };
}

function cost(total, previous) {
  if (!total.costs) return null;
  const { total: sum, currency } = total.costs;
  return {
    show: "cost",
    lines: [make("span", { className: "name" }, text("cost")), make("b", {}, money(sum, currency)),
      sum == null ? make("span", { className: "soft" }, text("costUncovered")) : changed(sum, previous, "costs", (v) => money(v, currency))],
  };
}

/** How much is known of the period, in words; empty when everything is. */
export function knownWords(answer) {
  if (!answer.firstReadingAt || Date.parse(answer.firstReadingAt) >= Date.parse(answer.to)) {
    return answer.firstReadingAt ? text("nothingBefore", { time: stamp(answer.firstReadingAt) }) : text("nothingYet");
  }
  const words = [];
  if (Date.parse(answer.firstReadingAt) > Date.parse(answer.from)) words.push(text("startsAt", { time: stamp(answer.firstReadingAt) }));
  if (answer.coverage != null && answer.coverage < 0.995) words.push(text("partlyKnown", { percent: `${number(Math.floor(answer.coverage * 100), 0)}\u00a0%` }));
  if (answer.offset === 0 && answer.stale) words.push(text("stopsAt", { time: stamp(answer.lastReadingAt) }));
  return words.join(" ");
}
