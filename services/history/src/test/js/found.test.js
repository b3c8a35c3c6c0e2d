import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./page.js";

const { unsaid } = await load("found");

const fault = (check, what) => ({ check, what, advice: "" });
const found = (...faults) => ({ at: "2026-11-30T10:00:00Z", stale: false, faults });

test("what nobody looked at, and what was found long ago, is not said", () => {
  assert.deepEqual(unsaid(undefined, [], "home"), []);
  assert.deepEqual(unsaid({ ...found(fault("disk", "full")), stale: true }, [], "home"), []);
});

test("what the page says in its own words is not said twice", () => {
  const disk = fault("disk", "only 5 MiB are left");
  assert.deepEqual(unsaid(found(fault("backup", "there is no backup"), disk), ["backup", null], "home"), [disk]);
});

for (const check of ["meters", "clocks", "answers"]) {
  test(`what is said of one meter is not said of another: ${check}`, () => {
    const other = fault(check, "homeroof: silent");
    assert.deepEqual(unsaid(found(fault(check, "home: silent"), other), [check], "home"), [other]);
  });
}

test("a wrong clock of a service is said beside a wrong clock of the meter", () => {
  const service = fault("clocks", "the clock of ingest is 300 s behind this computer's");
  assert.deepEqual(unsaid(found(service), ["clocks"], "home"), [service]);
});
