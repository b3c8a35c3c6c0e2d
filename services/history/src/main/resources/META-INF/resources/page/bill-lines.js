// The lines of a bill as a table. Fetched once there is a bill.
import { make } from "./dom.js";
import { dateWords, localDate } from "./dates.js";
import { money, number } from "./numbers.js";
import { lineWords, ruleWords } from "./rules.js";
import { has, text } from "./words.js";

const OWNERS = ["supplier", "grid", "levy"];

/** The lines by who gets them, each group with its sum, then the total. */
export function billTable({ lines, total, vat }) {
  const head = ["billLine", "billVolume", "billPrice", "billWithout", "billVat", "billAmount"];
  const groups = OWNERS.map((owner) => [owner, lines.filter((line) => line.owner === owner)]).filter(
    ([, some]) => some.length > 0,
  );
  return make(
    "table",
    {},
    make("caption", { className: "off-screen" }, text("billSummary")),
    make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, text(name))))),
    ...groups.map(([owner, some]) =>
      make(
        "tbody",
        {},
        make("tr", { className: "owner" }, make("th", { colSpan: 6, scope: "rowgroup" }, text(`owner-${owner}`))),
        ...some.map(row),
      ),
    ),
    make(
      "tfoot",
      {},
      make(
        "tr",
        { className: "sum" },
        make("th", { scope: "row" }, text("billTotal")),
        make("td", {}),
        make("td", {}),
        cell("billWithout", total == null ? "–" : money(total - vat)),
        cell("billVat", money(vat)),
        cell("billAmount", total == null ? text("billUnknown") : money(total)),
      ),
    ),
  );
}

const cell = (name, ...words) => make("td", { "data-name": text(name) }, ...words);

function row(line) {
  const { name, part, quantity, unit, withoutVat, vat, vatPercent, amount, marks = [], missing = [] } = line;
  const why = missing.map((reason) => (has(`missing-${reason}`) ? text(`missing-${reason}`) : reason)).join(", ");
  return make(
    "tr",
    {},
    make(
      "th",
      { scope: "row" },
      part ? `${lineWords(name)}, ${partWords(part)}` : lineWords(name),
      ...marks.map((mark) => make("span", { className: `mark ${mark}` }, markWords(mark))),
    ),
    cell("billVolume", quantity == null ? "" : `${number(quantity, 3)}\u00a0${unit === "m3" ? "m³" : unit}`),
    make("td", { className: "rule-words", "data-name": text("billPrice") }, ruleWords(line.rule)),
    cell("billWithout", money(withoutVat)),
    cell(
      "billVat",
      vat == null ? "–" : vatPercent === 0 ? text("billNoVat") : money(vat),
      vatPercent && vat != null ? make("small", {}, ` ${number(vatPercent, 0)}\u00a0%`) : null,
    ),
    cell("billAmount", amount == null ? why : money(amount)),
  );
}

/** What a mark of a line is called. */
export const markWords = (mark) => (has(`mark-${mark}`) ? text(`mark-${mark}`) : mark);

/** The month of a capacity as people say it; anything else as the contract has it. */
const partWords = (part) =>
  /^\d{4}-\d\d$/.test(part) ? dateWords(localDate(`${part}-01`), { month: "long", year: "numeric" }) : ruleWords(part);

/** What is not known, since when and why. */
export function missingWords({ line, reason, from, to, days, detail }) {
  if (!has(`missing-${reason}`)) return detail;
  const day = (date) => dateWords(localDate(date), { day: "numeric", month: "short", year: "numeric" });
  const what = has(`kind-${line}`) ? text(`kind-${line}`) : lineWords(line);
  return text(days === 1 ? "missingOn" : "missingFrom", {
    line: what,
    why: text(`missing-${reason}`),
    from: day(from),
    to: day(to),
    days: number(days, 0),
  });
}
