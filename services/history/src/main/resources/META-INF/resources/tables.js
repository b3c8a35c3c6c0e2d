// The same answer as tables: the registers behind the totals, and the buckets for reading and for screen readers.
import { number, text } from "./texts.js";
import { longLabel } from "./calendar.js";

const REGISTERS = [
  ["importT1Kwh", "importRegister", 1], ["importT2Kwh", "importRegister", 2], ["importKwh", "importRegister", 0],
  ["exportT1Kwh", "exportRegister", 1], ["exportT2Kwh", "exportRegister", 2], ["exportKwh", "exportRegister", 0],
  ["m3", null, 0], ["gj", null, 0],
];

function table(head, rows) {
  const made = document.createElement("table");
  const top = made.createTHead().insertRow();
  head.forEach((words) => top.append(Object.assign(document.createElement("th"), { textContent: words, scope: "col" })));
  const body = made.createTBody();
  rows.forEach((row) => {
    const line = body.insertRow();
    row.forEach((content) => { line.insertCell().textContent = content; });
  });
  return made;
}

const unitOf = (field) => (field === "m3" ? "m³" : field === "gj" ? "GJ" : "kWh");

/** The readings that the totals are differences of. */
export function registersTable({ registers }) {
  const rows = (registers?.from ?? []).flatMap((from, i) => {
    const to = registers.to[i];
    return REGISTERS.filter(([field]) => from[field] != null && to?.[field] != null).map(([field, name, tariff]) => [
      `${text("kinds")[from.kind] ?? from.kind} ${from.serial}`,
      name ? `${text(name)}${tariff ? `, ${text("tariff", { n: tariff })}` : ""}` : "",
      `${number(from[field], 3)}${from.estimated ? " ~" : ""}`,
      `${number(to[field], 3)}${to.estimated ? " ~" : ""}`,
      `${number(to[field] - from[field], 3)} ${unitOf(field)}`,
    ]);
  });
  return table(["device", "register", "begin", "end", "difference"].map((name) => text(name)), rows);
}

/** One row a bucket that has begun. */
export function bucketsTable({ buckets, period }) {
  const columns = [["importKwh", `${text("import")} kWh`], ["exportKwh", `${text("export")} kWh`], ["gasM3", `${text("gas")} m³`],
    ["waterM3", `${text("water")} m³`], ["peakKw", `${text("peak")} kW`]].filter(([field]) => buckets.some((b) => b[field] != null));
  return table(
    [text("span"), ...columns.map(([, name]) => name), text("coverage")],
    buckets.filter((b) => b.coverage != null || b.importKwh != null).map((b) => [
      longLabel(b, period), ...columns.map(([field]) => number(b[field], 3)),
      b.coverage == null ? "–" : `${number(b.coverage * 100, 0)} %${b.estimated ? " ~" : ""}`,
    ]),
  );
}
