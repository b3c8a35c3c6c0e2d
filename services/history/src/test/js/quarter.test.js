import assert from "node:assert/strict";
import { before, test } from "node:test";
import { load, speaking } from "./page.js";

const elements = new Map();

/** As much of an element as advice needs. */
function element(id) {
  if (!elements.has(id)) elements.set(id, { textContent: "", style: {}, classList: { toggle: () => {} } });
  return elements.get(id);
}

globalThis.document = { getElementById: element };
const { showQuarter } = await load("quarter");

before(() => speaking("en"));

const reading = (at, projectedKw) => ({
  at,
  importKw: 0.3,
  quarter: { demandKw: 0.2, projectedKw, limitKw: 2.5, freeKw: 2.2, endsAt: "2026-11-28T10:15:00+01:00" },
});

test("while there is time it says what the quarter hour heads for", () => {
  showQuarter(reading("2026-11-28T10:05:00+01:00", 0.3), 0);
  assert.match(element("quarter-words").textContent, /0\.3.kW/);
});

test("of a quarter hour that is as good as over it does not say what it heads for as well", () => {
  showQuarter(reading("2026-11-28T10:12:30+01:00", 0.3), 0);
  assert.match(element("free-more").textContent, /as good as over/);
  assert.equal(element("quarter-words").textContent, "");
});

test("a new peak is said to the end, with what it heads for", () => {
  showQuarter(reading("2026-11-28T10:13:30+01:00", 2.9), 0);
  assert.match(element("quarter-words").textContent, /2\.9.kW/);
});
