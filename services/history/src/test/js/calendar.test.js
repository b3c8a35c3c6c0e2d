import assert from "node:assert/strict";
import { before, test } from "node:test";
import { load, speaking } from "./page.js";

const { closer, holding, samePoint, title, trail, yearBefore } = await load("calendar");
const { isoWeek } = await load("periods");
const { later, localDate, quarterHour, today } = await load("dates");
const zone = "Europe/Brussels";
const now = new Date("2026-11-29T10:00:00Z");

before(() => speaking("en"));

test("a date is so many periods ago", () => {
  const cases = [
    ["day", "2026-11-29", 0],
    ["day", "2026-03-29", -245],
    ["day", "2025-11-29", -365],
    ["week", "2026-11-23", 0],
    ["week", "2026-11-22", -1],
    ["week", "2025-12-29", -47],
    ["month", "2026-11-01", 0],
    ["month", "2025-12-31", -11],
    ["year", "2026-01-01", 0],
    ["year", "2024-12-31", -2],
  ];
  for (const [period, date, offset] of cases) {
    assert.deepEqual(holding(period, date, zone, now), { period, offset }, `${period} of ${date}`);
  }
});

test("today is the household's day, whatever the browser's zone", () => {
  assert.deepEqual(today(zone, new Date("2026-11-28T23:30:00Z")), localDate("2026-11-29"));
  assert.deepEqual(today("America/New_York", new Date("2026-11-29T03:00:00Z")), localDate("2026-11-28"));
});

test("weeks are those of ISO 8601", () => {
  const cases = {
    "2026-01-01": 1,
    "2025-12-29": 1,
    "2027-01-03": 53,
    "2027-01-04": 1,
    "2026-12-31": 53,
    "2024-12-30": 1,
  };
  for (const [date, week] of Object.entries(cases)) assert.equal(isoWeek(localDate(date)).week, week, date);
});

const answer = (period, from, to, dataUntil, offset = 0) => ({ period, from, to, dataUntil, offset, zone });

test("the year before has the same day, week, month, year", () => {
  const cases = [
    [answer("day", "2026-11-29", "2026-11-30"), -365],
    [answer("day", "2024-02-29", "2024-03-01"), -1370],
    [answer("week", "2026-11-23", "2026-11-30"), -52],
    [answer("month", "2026-11-01", "2026-12-01"), -12],
    [answer("year", "2026-01-01", "2027-01-01"), -1],
  ];
  for (const [each, offset] of cases) assert.equal(yearBefore(each, now).offset, offset, `${each.period} ${each.from}`);
});

test("week 53 of a year whose predecessor has none is its last week", () => {
  const at = new Date("2027-01-02T10:00:00Z");
  assert.equal(yearBefore(answer("week", "2026-12-28", "2027-01-04"), at).offset, -53);
});

test("the same point of another period", () => {
  const cases = [
    [
      answer("day", "2026-11-29", "2026-11-30", "2026-11-29T10:15:00+01:00"),
      "2025-11-29",
      "2025-11-30",
      "2025-11-29T10:15",
    ],
    [
      answer("week", "2026-11-23", "2026-11-30", "2026-11-25T18:30:00+01:00"),
      "2025-11-24",
      "2025-12-01",
      "2025-11-26T18:30",
    ],
    [
      answer("month", "2026-11-01", "2026-12-01", "2026-11-29T10:15:00+01:00"),
      "2025-11-01",
      "2025-12-01",
      "2025-11-29T10:15",
    ],
    [
      answer("month", "2026-03-01", "2026-04-01", "2026-03-30T10:15:00+02:00"),
      "2026-02-01",
      "2026-03-01",
      "2026-03-01",
    ],
    [
      answer("month", "2026-03-01", "2026-04-01", "2026-03-31T10:15:00+02:00"),
      "2025-11-01",
      "2025-12-01",
      "2025-12-01",
    ],
    [
      answer("year", "2026-01-01", "2027-01-01", "2026-11-29T10:15:00+01:00"),
      "2024-01-01",
      "2025-01-01",
      "2024-11-29T10:15",
    ],
    [
      answer("year", "2028-01-01", "2029-01-01", "2028-02-29T10:15:00+01:00"),
      "2027-01-01",
      "2028-01-01",
      "2027-03-01T00:00",
    ],
    [answer("day", "2026-11-28", "2026-11-29", "2026-11-29"), "2026-11-21", "2026-11-22", "2026-11-22"],
    [answer("day", "2026-11-28", "2026-11-29", null), "2026-11-21", "2026-11-22", null],
  ];
  for (const [each, from, to, point] of cases) {
    assert.equal(samePoint(each, { from, to }), point, `${each.period} at ${each.dataUntil}`);
  }
});

test("a bucket opens what is within it, and none of the future", () => {
  const bucket = { from: "2026-11-29T10:00:00+01:00" };
  assert.deepEqual(closer(bucket, { ...answer("year"), step: "P1M" }, now), { period: "month", offset: 0 });
  assert.deepEqual(closer(bucket, { ...answer("month"), step: "P1D" }, now), { period: "day", offset: 0 });
  assert.deepEqual(closer(bucket, { ...answer("week"), step: "P1D" }, now), { period: "day", offset: 0 });
  assert.deepEqual(closer(bucket, { ...answer("day"), step: "PT1H", offset: -3 }, now), {
    period: "day",
    offset: -3,
    step: "PT15M",
  });
  assert.equal(closer(bucket, { ...answer("day"), step: "PT15M" }, now), null);
  assert.equal(closer({ from: "2026-11-30T00:00:00+01:00" }, answer("month"), now), null);
});

test("a period is called by its name, and so are those around it", () => {
  const week = answer("week", "2026-11-23T00:00:00+01:00", "2026-11-30T00:00:00+01:00");
  assert.match(title(week), /^Week 48, 23\s?–\s?29 Nov 2026$/);
  assert.deepEqual(
    trail(week, now).map(({ name }) => name),
    ["2026", "November", "week 48"],
  );
  assert.equal(title(answer("year", "2025-01-01T00:00:00+01:00", "2026-01-01T00:00:00+01:00")), "2025");
});

test("a peak is named by both ends of its quarter hour", () => {
  const at = "2026-11-04T18:15:00+01:00";
  const cases = [
    [{ at }, "4 Nov 18:15–18:30"],
    [{ at: "2026-11-04T18:30:00+01:00", source: "meter" }, "4 Nov 18:15–18:30"],
    [{ at: "2026-11-05T00:00:00+01:00", source: "meter" }, "4 Nov 23:45–00:00"],
    [{ peakFrom: at, peakTo: "2026-11-04T18:30:00+01:00", at: "elsewhere", source: "meter" }, "4 Nov 18:15–18:30"],
    [{ peakAt: at }, "4 Nov 18:15–18:30"],
    [{}, ""],
  ];
  for (const [peak, words] of cases) assert.equal(quarterHour(peak), words);
  assert.equal(later("2026-12-31T23:50:00+01:00", 900_000), "2027-01-01T00:05:00+01:00");
});
