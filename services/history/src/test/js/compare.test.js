import assert from "node:assert/strict";
import { before as beforeAll, test } from "node:test";
import { load, speaking } from "./page.js";

const { before, comparison } = await load("compare");
const { read, write } = await load("address");
const { ticks } = await load("axis");
const { Minutes } = await load("minutes");

beforeAll(() => speaking("en"));

const other = { coverage: 1, untilSamePoint: { importKwh: 10, exportKwh: 4, costs: { total: 2 } } };

test("more from the grid is worse, less is better, and to the grid neither is judged", () => {
  const cases = [
    [12, "importKwh", "▲\u00a020\u00a0%", "worse"],
    [8, "importKwh", "▼\u00a020\u00a0%", "better"],
    [10.04, "importKwh", "=", ""],
    [5, "exportKwh", "▲\u00a025\u00a0%", ""],
    [3, "exportKwh", "▼\u00a025\u00a0%", ""],
    [1, "costs", "▼\u00a050\u00a0%", "better"],
  ];
  for (const [value, field, short, kind] of cases) {
    const found = comparison(value, other, field, "the week before");
    assert.deepEqual([found.short, found.kind], [short, kind], field);
  }
  assert.equal(
    comparison(12, other, "importKwh", "the week before").words,
    "20\u00a0% more than the week before at this point",
  );
});

test("nothing is compared with what is hardly known, or with nothing", () => {
  assert.equal(comparison(12, { ...other, coverage: 0.7 }, "importKwh", ""), null);
  assert.equal(comparison(12, { ...other, coverage: null }, "importKwh", ""), null);
  assert.equal(comparison(12, null, "importKwh", ""), null);
  assert.equal(comparison(null, other, "importKwh", ""), null);
  assert.equal(comparison(12, other, "gasM3", ""), null);
  assert.equal(comparison(12, { coverage: 1, untilSamePoint: { importKwh: 0 } }, "importKwh", ""), null);
  assert.equal(before({ coverage: 1 }, "importKwh"), null);
});

test("a view is an address and an address a view", () => {
  const cases = [
    ["?view=day,0", {}],
    ["?view=week,-2", { period: "week", offset: -2 }],
    ["?meter=home&view=month,-1&show=gas", { meter: "home", period: "month", offset: -1, show: "gas" }],
    ["?view=day,-1&step=PT15M", { offset: -1, step: "PT15M" }],
    ["?view=month,0&with=year", { period: "month", compare: "year" }],
    ["?view=year,0&with=years", { period: "year", compare: "years" }],
    ["?view=week,0&with=2025-03-02", { period: "week", compare: "2025-03-02" }],
  ];
  const today = { meter: null, period: "day", offset: 0, show: "electricity", step: null, compare: "before" };
  for (const [address, view] of cases) {
    assert.deepEqual(read(address), { ...today, ...view }, address);
    assert.equal(write({ ...today, ...view }), address);
  }
});

test("what makes no sense in an address is left out", () => {
  const broken = [
    "",
    "?view=",
    "?view=decade,-1",
    "?view=day,5",
    "?view=day,x",
    "?show=<b>",
    "?with=tomorrow",
    "?with=2025-13-77",
    "?with=years",
    "?step=PT15M&view=year,0",
  ];
  for (const address of broken) {
    const view = read(address);
    assert.ok(["day", "year"].includes(view.period), address);
    assert.deepEqual([view.offset, view.show, view.step], [0, "electricity", null], address);
    assert.ok(["before", "year"].includes(view.compare), address);
  }
});

test("lines of a scale stand at round values and include nothing", () => {
  const cases = [
    [0, 17, [0, 5, 10, 15], 0],
    [-8, 17, [-5, 0, 5, 10, 15], 0],
    [0, 0.62, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 1],
    [0, 340, [0, 100, 200, 300], 0],
    [0, 0.1, [0, 0.02, 0.04, 0.06, 0.08, 0.1], 2],
  ];
  for (const [low, high, values, digits] of cases) {
    const found = ticks(low, high);
    assert.deepEqual(
      [found.values.map((v) => Math.round(v * 1e6) / 1e6), found.digits],
      [values, digits],
      `${low} to ${high}`,
    );
  }
});

test("a minute has its own mean, and one of a meter that is read seldom its quarter hour's", () => {
  const minutes = new Minutes();
  const from = "2026-11-29T10:00:00Z";
  const seldom = Array.from({ length: 30 }, (_, i) => (i < 15 ? 0.5 : i === 20 ? 9 : null));
  const quarter = (at, importKwh, exportKwh) => ({ from: at, importKwh, exportKwh });
  const quarters = {
    buckets: [
      quarter(from, 1, 0),
      quarter("2026-11-29T10:15:00Z", 0.1, 0.3),
      quarter("2026-11-29T10:30:00Z", null, null),
    ],
  };
  minutes.add(
    { zone: "UTC", from, importKw: seldom, exportKw: seldom.map((kw) => kw && 0) },
    quarters,
    Date.parse("2026-11-29T10:40:00Z"),
  );
  const all = minutes.all();
  assert.equal(all.length, 30);
  assert.equal(all[0].kw, 0.5);
  assert.ok(Math.abs(all[20].kw + 0.8) < 1e-9, "to the grid is less than nothing");
  assert.deepEqual(new Minutes().all(), []);
});

test("the running minute has no mean yet, and what is older than a day is gone", () => {
  const minutes = new Minutes();
  const none = { buckets: [] };
  const now = Date.parse("2026-11-29T10:02:30Z");
  minutes.add({ zone: "UTC", from: "2026-11-29T10:00:00Z", importKw: [1, 2, 3], exportKw: [0, 0, 0] }, none, now);
  assert.deepEqual(
    minutes.all().map(({ kw }) => kw),
    [1, 2],
  );
  minutes.add({ zone: "UTC", from: "2026-11-30T10:02:00Z", importKw: [4], exportKw: [null] }, none, now + 86_460_000);
  assert.deepEqual(
    minutes
      .all()
      .map(({ kw }) => kw)
      .filter((kw) => kw != null),
    [4],
  );
});
