// The totals of a period, each beside the other period at the same point; choosing one draws its chart.
import { $, make, place, say } from "./dom.js";
import { amount, euros, money, number } from "./numbers.js";
import { change, valueOf } from "./compare.js";
import { moment, quarterHour, stamp } from "./dates.js";
import { write } from "./address.js";
import { text } from "./words.js";

/** Shows them; view is the one that is open, other what they are compared with (or null) and than its name; bill its bill, if known. */
export function showTotals(answer, view, other, than, bill) {
  const { total } = answer;
  const comparison = other?.comparison;
  const changed = (field, written) => changeWords(comparison, field, written, than);
  const cards = [
    electricity(total, changed),
    plain("gas", total.gasM3, "gasM3", changed),
    plain("water", total.waterM3, "waterM3", changed),
    cost(total, changed) ?? billed(bill),
  ];
  place(
    $("totals"),
    cards.filter(Boolean).map(({ show, lines, leads }) =>
      make(
        "a",
        {
          className: `total ${show}`,
          ...(leads ?? { href: write({ ...view, show }), "data-view": "", "data-keep": "" }),
          id: `show-${show}`,
          ...(view.show === show ? { "aria-current": "true" } : {}),
        },
        ...lines,
      ),
    ),
  );
  say($("compared"), comparison?.changePercent ? comparedWords(comparison, other) : "");
}

/** Whether the answer has anything to show of that kind. */
export function hasShow(answer, show) {
  return {
    electricity: true,
    gas: answer.total.gasM3 != null,
    water: answer.total.waterM3 != null,
    cost: Boolean(answer.total.costs),
  }[show];
}

const comparedWords = ({ until, previousUntil }, { from }) =>
  text("compared", { until: moment(until), from: stamp(from), to: stamp(previousUntil) });

function changeWords(comparison, field, written, than) {
  const found = change(comparison, field, than);
  if (!found) return null;
  return make(
    "span",
    { className: "beside" },
    make("span", { className: `change ${found.kind}`, "aria-hidden": "true" }, found.short),
    make("span", { className: "off-screen" }, found.words),
    " ",
    make("span", { className: "soft" }, text("beforeWas", { amount: written(valueOf(comparison.previous, field)) })),
  );
}

function electricity(total, changed) {
  const kwh = (value) => amount(value, "kWh");
  const part = (name, field, kind) =>
    make(
      "span",
      { className: "part" },
      make("span", { className: "name" }, text(name)),
      make("b", { className: kind }, kwh(total[field])),
      changed(field, kwh),
    );
  return {
    show: "electricity",
    lines: [
      part("import", "importKwh", "in"),
      total.exportKwh ? part("export", "exportKwh", "out") : null,
      total.peakKw == null
        ? null
        : make(
            "span",
            { className: "soft peak" },
            text("peakLine", {
              kw: `${number(total.peakKw, 2)}\u00a0kW`,
              at: quarterHour(total),
            }),
          ),
    ],
  };
}

function plain(show, value, field, changed) {
  if (value == null) return null;
  const written = (v) => amount(v, "m³");
  return {
    show,
    lines: [make("span", { className: "name" }, text(show)), make("b", {}, written(value)), changed(field, written)],
  };
}

function cost(total, changed) {
  if (!total.costs) return null;
  const { total: sum, currency } = total.costs;
  return {
    show: "cost",
    lines: [
      make("span", { className: "name" }, text("cost")),
      make("b", {}, euros(total.costs)),
      sum == null
        ? make("span", { className: "soft" }, text("costUncovered"))
        : changed("costs", (v) => money(v, currency)),
    ],
  };
}

/** What the bill says where the figures have no costs of their own; it leads there. */
function billed(bill) {
  if (!bill) return null;
  return {
    show: "cost",
    leads: { href: "#bill", "data-bill": "" },
    lines: [
      make("span", { className: "name" }, text("cost")),
      make("b", {}, money(bill.total)),
      bill.total == null ? make("span", { className: "soft" }, text("billUnknown")) : null,
    ],
  };
}

/** How much is known of the period, in words; empty when everything is. */
export function knownWords(answer) {
  const { firstReadingAt, from, to, offset, dataUntil, coverage, stale } = answer;
  if (!firstReadingAt || Date.parse(firstReadingAt) >= Date.parse(to)) {
    return firstReadingAt ? text("nothingBefore", { time: stamp(firstReadingAt) }) : text("nothingYet");
  }
  const words = [];
  if (Date.parse(firstReadingAt) > Date.parse(from)) words.push(text("startsAt", { time: stamp(firstReadingAt) }));
  if (coverage != null && coverage < 0.995)
    words.push(text("partlyKnown", { percent: `${number(Math.floor(coverage * 100), 0)}\u00a0%` }));
  const last = answer.lastReadingAt ?? dataUntil;
  if (offset === 0 && stale && last) words.push(text("stopsAt", { time: stamp(last) }));
  return words.join(" ");
}
