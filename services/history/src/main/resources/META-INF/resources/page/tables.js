// The same answer as tables: the parts of the costs, and the buckets of the chart.
import { make } from "./dom.js";
import { euros, money, number } from "./numbers.js";
import { closer, longLabel } from "./calendar.js";
import { write } from "./address.js";
import { has, text } from "./words.js";

/** A table; a row is its cells, the first of which names it. */
export function table(caption, head, rows, foot = []) {
  const line = (cells, kind) =>
    make(
      "tr",
      kind ? { className: kind } : {},
      ...cells.map((content, i) => make(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}, content)),
    );
  return make(
    "table",
    {},
    make("caption", { className: "off-screen" }, caption),
    make("thead", {}, make("tr", {}, ...head.map((words) => make("th", { scope: "col" }, words)))),
    make("tbody", {}, ...rows.map((row) => line(row))),
    foot.length ? make("tfoot", {}, ...foot.map((row) => line(row, "sum"))) : null,
  );
}

const unitWords = (unit) => (unit === "m3" ? "m³" : unit);
const partWords = (part) => (has(`part-${part}`) ? text(`part-${part}`) : part);

/** What the costs are made of. */
export function costsTable({ total: { costs } }) {
  return table(
    text("costsSummary"),
    [text("part"), text("quantity"), text("amount")],
    (costs.parts ?? []).map((part) => [
      partWords(part.part),
      part.quantity == null ? "" : `${number(part.quantity, 3)}\u00a0${unitWords(part.unit)}`,
      money(part.rounded ?? part.amount, costs.currency),
    ]),
    [[text("totalOf", { name: text("cost") }), "", costs.total == null ? text("costUncovered") : euros(costs)]],
  );
}

/** Why the costs have no total: what flowed and has no price. */
export function unpriced({ total: { costs } }) {
  return (costs?.unpriced ?? []).map(({ reason, part, contract, tariffs, quantity, unit, detail }) => {
    if (!has(`unpriced-${reason}`)) return detail;
    const what = [partWords(part), ...(tariffs ?? []).map((n) => text("tariff", { n }))].join(", ");
    return text(`unpriced-${reason}`, { what, contract, quantity: `${number(quantity, 3)}\u00a0${unitWords(unit)}` });
  });
}

/** One row a bucket that has begun, each a link to what is within it. */
export function bucketsTable(answer, view) {
  const { buckets, period, total } = answer;
  const columns = [
    ["importKwh", `${text("import")} (kWh)`],
    ["exportKwh", `${text("export")} (kWh)`],
    ["gasM3", `${text("gas")} (m³)`],
    ["waterM3", `${text("water")} (m³)`],
    ["peakKw", `${text("peak")} (kW)`],
  ].filter(([field]) => buckets.some((b) => b[field] != null));
  const priced = Boolean(total.costs);
  const name = (bucket) => {
    const next = closer(bucket, answer);
    const words = longLabel(bucket, period);
    return next
      ? make("a", { href: write({ ...view, step: null, ...next }), "data-view": "", "data-keep": "" }, words)
      : words;
  };
  return table(
    text("tableSummary"),
    [text("span"), ...columns.map(([, words]) => words), ...(priced ? [text("cost")] : []), text("coverage")],
    buckets
      .filter((b) => b.coverage != null || b.importKwh != null)
      .map((b) => [
        name(b),
        ...columns.map(([field]) => number(b[field], 3)),
        ...(priced ? [money(b.costs?.total, total.costs.currency)] : []),
        b.coverage == null ? "–" : `${b.estimated ? "≈\u00a0" : ""}${number(b.coverage * 100, 0)}\u00a0%`,
      ]),
    [
      [
        text("total"),
        ...columns.map(([field]) => number(total[field], 3)),
        ...(priced ? [euros(total.costs)] : []),
        answer.coverage == null ? "" : `${number(answer.coverage * 100, 0)}\u00a0%`,
      ],
    ],
  );
}
