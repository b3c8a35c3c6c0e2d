// The fields of a contract, as far as they fit what is chosen: where the home is, how the supplier charges, what the card says.
import { countryOf, isSpot, KINDS, setsOf } from "./contract-document.js";
import { dateWords, localDate } from "./dates.js";
import { make } from "./dom.js";
import { has, text } from "./words.js";

const UTILITIES = ["electricity", "gas", "water"];
const UNITS = {
  electricity: ["c/kWh", "EUR/kWh", "EUR/MWh"],
  gas: ["c/kWh", "EUR/kWh", "EUR/MWh", "EUR/m3", "c/m3"],
  water: ["EUR/m3", "c/m3"],
};
const UNIT_WORDS = {
  "c/kWh": "unit-cent-kwh",
  "EUR/kWh": "unit-kwh",
  "EUR/MWh": "unit-mwh",
  "EUR/m3": "unit-m3",
  "c/m3": "unit-cent-m3",
  "EUR/year": "unit-year",
  "EUR/month": "unit-month",
};
const NUMBER = "[+\\-]?[0-9]{1,6}([.,][0-9]{1,8})?";
const VAT = { BE: "6", NL: "21" };

/** All of them; what is typed in those that stay is kept by place(). */
export function fields(values, sets) {
  const country = countryOf(values.area);
  const chosen = setsOf(values.area, values.utility, sets);
  return [
    group("contractWhere", [
      choice("utility", UTILITIES, (each) => text(`utility-${each}`), values.utility),
      choice("area", areas(values.utility, sets), (each) => areaWords(each, sets), values.area),
      ...chosen.flatMap(({ facts }) => facts).map((fact) => factField(fact, values)),
      ...chosen.map(knownWords),
      chosen.length ? tick("assume", values) : null,
    ]),
    group("contractWho", [
      input("name", { required: true, pattern: "[a-zA-Z][a-zA-Z0-9\\-]{0,31}", maxLength: 32, autocomplete: "off" }),
      input("from", { type: "date", required: true, min: "2000-01-01", max: "2099-12-31" }),
      input("until", { type: "date", min: "2000-01-02", max: "2100-01-01" }),
    ]),
    group("contractCard", [
      values.utility === "electricity"
        ? choice("kind", Object.keys(KINDS), (each) => text(`kindOf-${each}`), values.kind)
        : null,
      choice("unit", UNITS[values.utility], unitWords, values.unit),
      choice("vat", ["included", "added", "none"], (each) => text(`vat-${each}`), values.vat),
      values.vat === "none" ? null : percent(country),
      ...prices(values),
      values.utility === "electricity" ? amount("more") : null,
      amount("fee"),
      choice("feeUnit", ["EUR/year", "EUR/month"], unitWords, values.feeUnit),
      isNettable(values, country) ? tick("netting", values) : null,
    ]),
  ];
}

const isNettable = ({ utility, kind }, country) => utility === "electricity" && country === "NL" && !isSpot(kind);

function prices({ utility, kind }) {
  const electricity = utility === "electricity";
  if (electricity && isSpot(kind)) {
    return [
      amount("factor", { required: true }),
      amount("plus"),
      amount("earnedFactor"),
      amount("earnedPlus"),
      make("p", { id: "contract-formula", className: "small" }, text("contractFormula")),
    ];
  }
  const own = electricity && kind === "bands" ? ["day", "night"] : ["price"];
  return [...own.map((each) => amount(each, { required: true })), electricity ? amount("earned") : null];
}

function areas(utility, sets) {
  if (utility === "water") return ["all-BE"];
  const grids = sets.filter((each) => each.utility === utility && each.owner === "grid").map(({ name }) => name);
  return [...grids, "grid-BE", "grid-NL", "all-BE", "all-NL"];
}

const areaWords = (area, sets) =>
  has(`area-${area}`) ? text(`area-${area}`) : (sets.find(({ name }) => name === area)?.words ?? area);

/** Since when its numbers hold, so that nobody believes them for longer. */
function knownWords({ name, words, checked, until }) {
  const written = (date) => dateWords(localDate(date), { day: "numeric", month: "short", year: "numeric" });
  return make(
    "p",
    { className: "small", id: `contract-set-${name}` },
    text(until ? "contractSetUntil" : "contractSet", {
      name: words.split(";")[0],
      checked: written(checked),
      until: until ? written(until) : "",
    }),
  );
}

/** What most homes are. */
const USUAL = { domiciled: "yes", tariff: "single" };

function factField({ name, words = [] }, values) {
  if (name === "prosumer-kva" && values.facts.compensation !== "yes") return null;
  const label = has(`fact-${name}`) ? text(`fact-${name}`) : name;
  if (words.length === 0) return labelled(`fact-${name}`, label, number(`fact-${name}`, { required: true }));
  const said = (word) => (has(`fact-${name}-${word}`) ? text(`fact-${name}-${word}`) : word);
  return labelled(`fact-${name}`, label, select(`fact-${name}`, words, said, values[`fact-${name}`] ?? USUAL[name]));
}

/** A field of its own in each country, with what is usual there. */
const percent = (country) =>
  make(
    "p",
    { id: `field-percent-${country}`, className: "field" },
    make("label", { htmlFor: "contract-percent" }, text("contract-percent")),
    " ",
    number("percent", { value: VAT[country], required: true }),
  );

const unitWords = (unit) => text(UNIT_WORDS[unit]);

const group = (title, children) =>
  make("fieldset", { id: `group-${title}` }, make("legend", {}, text(title)), ...children);

const labelled = (name, label, field) =>
  make(
    "p",
    { id: `field-${name}`, className: "field" },
    make("label", { htmlFor: `contract-${name}` }, label),
    " ",
    field,
  );

function select(name, values, words, chosen) {
  return make(
    "select",
    { id: `contract-${name}`, name },
    ...values.map((value) =>
      make("option", { value, "data-key": value, ...(value === chosen ? { selected: true } : {}) }, words(value)),
    ),
  );
}

const choice = (name, values, words, chosen) =>
  labelled(name, text(`contract-${name}`), select(name, values, words, chosen));

const input = (name, attributes) =>
  labelled(name, text(`contract-${name}`), make("input", { id: `contract-${name}`, name, ...attributes }));

const number = (name, attributes = {}) =>
  make("input", {
    id: `contract-${name}`,
    name,
    pattern: NUMBER,
    inputMode: "decimal",
    autocomplete: "off",
    title: text("contractNumber"),
    ...attributes,
  });

const amount = (name, attributes) => labelled(name, text(`contract-${name}`), number(name, attributes));

const tick = (name, values) =>
  make(
    "p",
    { id: `field-${name}` },
    make(
      "label",
      {},
      make("input", {
        id: `contract-${name}`,
        type: "checkbox",
        name,
        checked: name === "netting" || Boolean(values[name]),
      }),
      ` ${text(`contract-${name}`)}`,
    ),
  );
