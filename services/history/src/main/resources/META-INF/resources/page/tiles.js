// The four running periods at a glance, each a link to its view.
import { $, make } from "./dom.js";
import { amount, money } from "./numbers.js";
import { comparison } from "./compare.js";
import { PERIODS, write } from "./address.js";
import { text } from "./words.js";

/** Shows them; view is the one that is open. */
export function showTiles(answers, view) {
  $("tiles").replaceChildren(...PERIODS.filter((period) => answers[period]).map((period) => {
    const { total, previous } = answers[period];
    const change = comparison(total.importKwh, previous, "importKwh");
    return make("a", {
      className: "tile", id: `tile-${period}`, href: write({ ...view, period, offset: 0, step: null }), "data-view": "",
      ...(view.period === period && view.offset === 0 ? { "aria-current": "page" } : {}),
    },
      make("span", { className: "name" }, text(`now-${period}`)),
      make("b", {}, amount(total.importKwh, "kWh")),
      change ? make("span", { className: `change ${change.kind}` }, make("span", { "aria-hidden": "true" }, change.short), make("span", { className: "off-screen" }, change.words)) : null,
      make("span", { className: "rest" },
        total.exportKwh ? make("span", { className: "out" }, text("outShort", { kwh: amount(total.exportKwh, "kWh") })) : null,
        total.costs?.total != null ? make("span", {}, money(total.costs.total, total.costs.currency)) : null));
  }));
}
