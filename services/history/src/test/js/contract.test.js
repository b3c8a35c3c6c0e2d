import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.js";

const { documentOf, setsOf } = await load("contract-document");

const SETS = [
  { name: "fluvius-imewo", utility: "electricity", owner: "grid", facts: [{ name: "domiciled" }] },
  { name: "belgium-electricity", utility: "electricity", owner: "levy", facts: [{ name: "customer" }] },
  { name: "belgium-gas", utility: "gas", owner: "levy", facts: [] },
  { name: "ores", utility: "electricity", owner: "grid", facts: [{ name: "compensation" }] },
  { name: "netherlands-electricity", utility: "electricity", owner: "levy", facts: [] },
  { name: "netherlands-grid-example", utility: "electricity", owner: "grid", facts: [] },
];
const TYPED = {
  utility: "electricity",
  area: "all-BE",
  kind: "fixed",
  name: "mine",
  from: "2026-03-01",
  unit: "c/kWh",
  vat: "included",
  percent: "6",
  price: "12,5",
  facts: {},
};
const document = (more, facts = {}) => {
  const typed = { ...TYPED, ...more, facts };
  return documentOf("home", typed, setsOf(typed.area, typed.utility, SETS)).contracts[0];
};
const components = (more, facts) => document(more, facts).components;

test("one price with everything in it is one line, with a point for a comma", () => {
  assert.deepEqual(document({}), {
    name: "mine",
    utility: "electricity",
    meter: "home",
    from: "2026-03-01",
    area: "BE",
    components: [{ name: "energy", flow: "import", unit: "c/kWh", vat: "6 included", price: "12.5" }],
  });
});

test("a card's formula is what is paid, and turned round what is earned", () => {
  const typed = {
    kind: "quarter",
    vat: "added",
    factor: "0,1039",
    plus: "0.8702",
    earnedFactor: "0.1",
    earnedPlus: "-1.3135",
  };
  assert.deepEqual(components(typed), [
    { name: "energy", flow: "import", unit: "c/kWh", vat: "6", formula: "0.1039 * spot + 0.8702", step: "quarter" },
    { name: "injection", flow: "export", unit: "c/kWh", vat: "none", formula: "-0.1 * spot + 1.3135", step: "quarter" },
  ]);
  assert.equal(components({ kind: "hour", factor: "0.1", plus: "-1,2" })[0].formula, "0.1 * spot - 1.2");
  assert.equal(components({ kind: "month", factor: "0.1", plus: "" })[0].formula, "0.1 * spot + 0");
});

test("day and night are the meter's tariffs 1 and 2 in Belgium, 2 and 1 in the Netherlands", () => {
  const tariffs = (area) =>
    components({ kind: "bands", day: "30", night: "20", area })[0].bands.map(({ tariff }) => tariff);
  assert.deepEqual(tariffs("all-BE"), ["1", "2"]);
  assert.deepEqual(tariffs("all-NL"), ["2", "1"]);
});

test("the sets are those of the area and its country, with the facts that they ask for and no others", () => {
  const contract = document(
    { area: "fluvius-imewo", assume: "on" },
    { domiciled: "yes", customer: "household", kva: "9" },
  );
  assert.deepEqual(contract.sets, ["fluvius-imewo", "belgium-electricity"]);
  assert.deepEqual(contract.facts, { domiciled: "yes", customer: "household" });
  assert.equal(contract["assume-last"], "true");
  assert.deepEqual(document({ area: "grid-NL" }).sets, ["netherlands-electricity"]);
  assert.deepEqual(document({ utility: "gas", area: "grid-BE", unit: "EUR/m3", price: "0.9" }).sets, ["belgium-gas"]);
});

test("Dutch netting ends with 2026, Walloon compensation goes on, and neither is of a dynamic contract", () => {
  const lines = components({ area: "all-NL", netting: "on", earned: "6", percent: "21" });
  assert.deepEqual(
    lines.map(({ name, from, until, net, price }) => [name, from, until, net, price]),
    [
      ["energy", undefined, "2027-01-01", "year", "12.5"],
      ["energy", "2027-01-01", undefined, undefined, "12.5"],
      ["injection", undefined, "2027-01-01", "year", "-6"],
      ["injection", "2027-01-01", undefined, undefined, "-6"],
    ],
  );
  assert.equal(components({ area: "all-NL", netting: "on", from: "2027-01-01" }).length, 1);
  assert.equal(components({ area: "ores" }, { compensation: "yes" })[0].net, "year");
  assert.equal(components({ area: "ores", kind: "quarter", factor: "0.1" }, { compensation: "yes" })[0].net, undefined);
});

test("certificates and a fee are lines of their own", () => {
  assert.deepEqual(components({ more: "1,1", fee: "80", feeUnit: "EUR/year" }).slice(1), [
    { name: "certificates", flow: "import", unit: "c/kWh", vat: "6 included", price: "1.1" },
    { name: "yearly fee", unit: "EUR/year", vat: "6 included", price: "80" },
  ]);
});
