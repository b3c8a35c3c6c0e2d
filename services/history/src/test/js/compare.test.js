import assert from "node:assert/strict";
import { before, test } from "node:test";
import { load, speaking } from "./page.js";

const { change, compared } = await load("compare");
const { read, write } = await load("address");
const { ticks } = await load("axis");
const { Minutes } = await load("minutes");

before(() => speaking("en"));

const comparison = {
  changePercent: { importKwh: 20, exportKwh: 25, costs: -50, gasM3: 0, waterM3: null },
  previous: { importKwh: 10 },
};

test("more from the grid is worse, less is better, and to the grid neither is judged", () => {
  const cases = [
    ["importKwh", "▲\u00a020\u00a0%", "worse"],
    ["exportKwh", "▲\u00a025\u00a0%", ""],
    ["costs", "▼\u00a050\u00a0%", "better"],
    ["gasM3", "=", ""],
  ];
  for (const [field, short, kind] of cases) {
    const found = change(comparison, field, "the week before");
    assert.deepEqual([found.short, found.kind], [short, kind], field);
  }
  assert.equal(
    change(comparison, "importKwh", "the week before").words,
    "20\u00a0% more than the week before at this point",
  );
});

test("where history says no percentage there is none", () => {
  for (const nothing of [null, undefined, {}, { changePercent: null }])
    assert.equal(change(nothing, "importKwh", ""), null);
  assert.equal(change(comparison, "waterM3", ""), null);
  assert.equal(change(comparison, "heatGj", ""), null);
});

const finished = {
  period: "day",
  dataUntil: "2026-11-29",
  to: "2026-11-29",
  total: { importKwh: 12, gasM3: 3, costs: { total: 2 } },
};
const running = {
  ...finished,
  to: "2026-11-30",
  dataUntil: "2026-11-29T10:15",
  total: { importKwh: 13 },
  comparison: { total: finished.total },
};
const part = {
  to: "2025-11-29T10:15",
  coverage: 1,
  total: { importKwh: 10, exportKwh: 4, gasM3: 2, costs: { total: 4 } },
};

test("any other period is compared as history compares, a running one by what it had at that point", () => {
  assert.deepEqual(compared(finished, part).changePercent, {
    importKwh: 20,
    exportKwh: null,
    gasM3: 50,
    waterM3: null,
    costs: -50,
  });
  assert.deepEqual(
    compared(running, part).changePercent,
    { importKwh: 20, exportKwh: null },
    "gas is read once an hour",
  );
  assert.equal(compared({ ...running, period: "month" }, part).changePercent.gasM3, 50);
  assert.equal(compared(running, part).until, "2026-11-29T10:15");
  assert.equal(compared(running, part).previousUntil, "2025-11-29T10:15");
});

test("nothing is compared with what is hardly known, or with nothing", () => {
  assert.equal(compared(finished, { ...part, coverage: 0.7 }).changePercent, null);
  assert.equal(compared(finished, { ...part, coverage: null }).changePercent, null);
  assert.equal(compared(finished, { ...part, total: { importKwh: 0 } }).changePercent.importKwh, null);
  assert.equal(compared(finished, null), null);
  assert.equal(compared({ ...running, comparison: undefined }, part), null);
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
    dataUntil: "2026-11-29T10:30:00Z",
    buckets: [quarter(from, 1, 0), quarter("2026-11-29T10:15:00Z", 0.1, 0.3), quarter("2026-11-29T10:30:00Z", 0, 0)],
  };
  minutes.add(
    { zone: "UTC", from, importKw: seldom, exportKw: seldom.map((kw) => kw && 0) },
    quarters,
    Date.parse("2026-11-29T10:40:00Z"),
  );
  const all = minutes.all();
  assert.equal(all.length, 30, "no quarter hour beyond the data");
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
