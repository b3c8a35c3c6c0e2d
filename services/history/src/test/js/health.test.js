import assert from "node:assert/strict";
import { test } from "node:test";
import { load, speaking } from "./page.js";

await speaking("en");
const { alarmsOf, otherFaults } = await load("health");

const meter = (lastTelegramAt, more = {}) => ({
  lastReadingAt: "2026-11-30T10:00:00Z",
  health: { state: "receiving", lastTelegramAt, ...more },
});

test("a home in which nothing is wrong reads of nothing", () => {
  assert.deepEqual(otherFaults(meter("2026-11-30T10:00:30Z"), {}), []);
  assert.deepEqual(otherFaults({ lastReadingAt: "2026-11-30T10:00:00Z" }, {}), []);
});

test("each trouble of storing is a sentence, and one that is not known is none", () => {
  const storage = { troubles: ["kept-aside", "no-room", "other-zone", "of-a-later-version"], keptAside: 12 };
  const told = otherFaults(meter("2026-11-30T10:00:30Z"), { storage });
  assert.equal(told.length, 3);
  assert.match(told[0].words, /12/);
  assert.deepEqual(
    told.map(({ check }) => check),
    ["quarantine", "partitions", "zone"],
  );
});

test("a meter that is published each five minutes is not late", () => {
  assert.deepEqual(otherFaults(meter("2026-11-30T10:07:00Z"), {}), []);
});

test("telegrams that are not stored for ten minutes are told, of a meter whose clock is right", () => {
  assert.equal(otherFaults(meter("2026-11-30T10:11:00Z"), {}).length, 1);
  assert.equal(otherFaults(meter("2026-11-30T10:11:00Z", { clock: "meter-chosen" }), {}).length, 0);
  assert.equal(otherFaults(meter("2026-11-30T10:11:00Z", { state: "silent" }), {}).length, 0);
});

test("alarms of the meter and of none are told, but for those that the page says itself and those for programs", () => {
  const alarm = (rule, of) => ({ rule, meter: of, title: rule, message: "Do this." });
  assert.deepEqual(alarmsOf(undefined, "home"), []);
  assert.deepEqual(
    alarmsOf(
      [alarm("water-leak", "home"), alarm("water-leak", "roof"), alarm("no-data", "home"), alarm("surplus", "home")],
      "home",
    ),
    ["water-leak. Do this."],
  );
});
