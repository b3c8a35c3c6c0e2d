// Periods side by side as a table: the one that is open, then those it is compared with, and the difference of two.
import { $, make, place, say, show } from "./dom.js";
import { amount, kilowatt, money } from "./numbers.js";
import { change, valueOf } from "./compare.js";
import { isRunning, title } from "./calendar.js";
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
  const cut = compare !== "years" ? others[0].comparison : null;
  const running = cut && isRunning(answer);
  const columns = running ? [cut.total, cut.previous] : [answer.total, ...others.map(({ total }) => total)];
  const rows = ROWS.filter(([, field]) => columns.some((each) => valueOf(each, field) != null)).map(
    ([name, field, written]) => [
      text(name),
      ...columns.map((each) => written(valueOf(each, field))),
      ...(cut ? [difference(cut, field, than)] : []),
    ],
  );
  const head = [text("totals"), title(answer), ...others.map(title), ...(cut ? [text("difference")] : [])];
  place($("side-table"), table(text("side"), head, rows));
  say($("side-until"), running ? text("sideUntil", { one: stamp(cut.until), other: stamp(cut.previousUntil) }) : "");
}

function difference(cut, field, than) {
  const found = change(cut, field, than);
  return found ? make("span", { className: `change ${found.kind}` }, found.short) : "";
}
