// The four running periods at a glance, each a link to its view.
import { $, make, place } from "./dom.js";
import { amount, euros, money } from "./numbers.js";
import { change } from "./compare.js";
import { PERIODS, write } from "./address.js";
import { state } from "./state.js";
import { text } from "./words.js";

/** Shows them; view is the one that is open. What is not known yet has its place already. */
export function showTiles(answers, view) {
  place(
    $("tiles"),
    PERIODS.map((period) => {
      const { total, comparison } = answers[period] ?? { total: {} };
      const changed = change(comparison, "importKwh", text("than-before"));
      return make(
        "a",
        {
          className: "tile",
          id: `tile-${period}`,
          href: write({ ...view, period, offset: 0, step: null }),
          "data-view": "",
          "data-keep": "",
          ...(view.period === period && view.offset === 0 ? { "aria-current": "page" } : {}),
        },
        make("span", { className: "name" }, text(`now-${period}`)),
        make(
          "span",
          { className: changed ? `change ${changed.kind}` : "change" },
          changed ? make("span", { "aria-hidden": "true" }, changed.short) : null,
          changed ? make("span", { className: "off-screen" }, changed.words) : null,
        ),
        make("b", {}, ...withUnit(amount(total.importKwh, "kWh"))),
        make("span", { className: "euro" }, euro(total, state.costs[period])),
        make(
          "span",
          { className: "rest out" },
          total.exportKwh ? text("outShort", { kwh: amount(total.exportKwh, "kWh") }) : "",
        ),
      );
    }),
  );
}

/** By the figures themselves, else by the bill, which may lack something; nothing where there is neither. */
function euro(total, billed) {
  if (total.costs?.total != null) return euros(total.costs);
  return billed ? (billed.total == null ? text("billUnknown") : money(billed.total)) : "";
}

/** An amount with its unit in small letters: a telephone is narrow. */
function withUnit(words) {
  const [value, unit] = words.split("\u00a0");
  return unit ? [value, make("small", {}, `\u00a0${unit}`)] : [value];
}
