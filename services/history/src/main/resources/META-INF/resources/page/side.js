// Periods side by side as a table: the one that is open, then those it is compared with, and the difference of two.
import { $, make, place, say, show } from "./dom.js";
import { amount, kilowatt, money } from "./numbers.js";
import { comparison, valueOf } from "./compare.js";
import { title } from "./calendar.js";
import { stamp } from "./dates.js";
import { table } from "./tables.js";
import { text } from "./words.js";

const ROWS = [
  ["import", "importKwh", (v) => amount(v, "kWh")],
  ["export", "exportKwh", (v) => amount(v, "kWh")],
  ["gas", "gasM3", (v) => amount(v, "m³")],
  ["water", "waterM3", (v) => amount(v, "m³")],
  ["cost", "costs", (v) => money(v)],
  ["peak", "peakKw", kilowatt],
];

/** Shows them, as they are compared; with nothing beside the answer there is no table. */
export function showSide(answer, others, compare, than) {
  show($("side"), others.length > 0);
  if (others.length === 0) return;
  // Two periods are cut at the same point; several years are shown whole, each as far as it goes.
  const cut = compare !== "years" && others[0].untilSamePoint ? others[0] : null;
  const columns = [answer.total, ...others.map((other) => (cut ? other.untilSamePoint : other.total) ?? {})];
  const rows = ROWS.filter(([, field]) => columns.some((each) => valueOf(each, field) != null)).map(
    ([name, field, written]) => [
      text(name),
      ...columns.map((each) => written(valueOf(each, field))),
      ...(cut ? [difference(answer.total, cut, field, than)] : []),
    ],
  );
  const head = ["", title(answer), ...others.map(title), ...(cut ? [text("difference")] : [])];
  place($("side-table"), table(text("side"), head, rows));
  say(
    $("side-until"),
    cut?.point && answer.dataUntil !== answer.to
      ? text("sideUntil", { one: stamp(answer.dataUntil), other: stamp(cut.point) })
      : "",
  );
}

function difference(total, other, field, than) {
  const change = comparison(valueOf(total, field), other, field, than);
  return change ? make("span", { className: `change ${change.kind}` }, change.short) : "";
}
