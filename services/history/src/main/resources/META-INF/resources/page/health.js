// What is wrong, in words, above everything else: the page's own trouble, readings that stopped, faults of the meter.
import { $, make, place, say, show } from "./dom.js";
import { number, span } from "./numbers.js";
import { moment } from "./dates.js";
import { showFound, unsaid } from "./found.js";
import { has, text } from "./words.js";

const CLOCK_OFF_S = 60;
/** A meter is published each five minutes at the rarest, and gathers for a minute before it is stored. */
const STORED_WITHIN_S = 600;
const HEALTHY = ["receiving"];
/** Troubles that pass by themselves: said, and not shouted. */
const CALM = ["link", "empty", "operator", "old"];
const troubles = new Map();

/** What goes without saying where something else is said. */
const SAID_BY = { api: ["old"], link: ["old", "api", "empty"] };

/** Says that something is wrong, or with null that it no longer is. */
export function trouble(name, words) {
  if (words) troubles.set(name, words);
  else troubles.delete(name);
  const told = [...troubles.keys()].filter((each) => !SAID_BY[each]?.some((other) => troubles.has(other)));
  say($("notice-words"), told.map((each) => troubles.get(each)).join(" "));
  $("notice").classList.toggle(
    "calm",
    told.every((each) => CALM.includes(each)),
  );
  show($("notice"), told.length > 0);
}

/** Whether it has been said that this is wrong, and not yet that it no longer is. */
export const isTroubled = (name) => troubles.has(name);

/** Says whether readings have stopped. */
export function showStale(stale, at) {
  trouble("stale", stale ? text("stale", { time: moment(at) }) : null);
}

/**
 * The faults that the meter-gateway sees, and others that are known, and when there are none that all is well.
 *
 * @param meter as the API tells it
 * @param beside how backups and storing are and what SEM found wrong, as the API tells it
 * @param urgent what the meter itself says, in words
 */
export function showHealth(meter, beside, urgent) {
  const { health, devices } = meter;
  const known = [...otherFaults(meter, beside), ...(health ? faults(health) : [])];
  const found = [...urgent, ...alarmsOf(beside.alarms, meter.name), ...known.map(({ words }) => words)];
  show($("faults"), found.length > 0);
  place(
    $("faults-list"),
    found.map((words) => make("li", {}, words)),
  );
  const checks = known.map(({ check }) => check);
  showFound(beside.findings, unsaid(beside.findings, checks, meter.name));
  show($("healthy"), Boolean(health) && found.length === 0);
  show($("unwell"), found.length > 0);
  const parts = [
    health?.dialect?.replaceAll("_", " "),
    health?.source && `${text("source")} ${health.source.replace(/[?].*/, "")}`,
    ...devices.map((d) => `${text(`kind-${d.kind}`)} ${d.serial}`),
    health?.diagnosis,
  ];
  place(
    $("connection"),
    parts.filter(Boolean).map((part) => make("li", {}, part)),
  );
}

/**
 * What is wrong beside the meter: with its way into the tables, with the tables, with the backups; in words, each with the
 * check of SEM's own examination that finds the same.
 */
export const otherFaults = (meter, { backup, storage }) => [
  ...storedLate(meter),
  ...storageFaults(storage),
  ...backupFaults(backup),
];

/** Alarms whose cause the page says in its own words, and those that are for programs only. */
const NOT_HERE = [
  ...["no-data", "bad-data", "meter-trouble", "backup-stale", "disk-full", "storing", "doctor-finding"],
  ...["surplus", "negative-price"],
];

/** What home-bridge alarms about, of the meter or of none, as it tells it. */
export const alarmsOf = (alarms, name) =>
  (alarms ?? [])
    .filter(({ meter, rule }) => !NOT_HERE.includes(rule) && (!meter || meter === name))
    .map(({ title, message }) => `${title}. ${message}`.trim());

/** What is wrong with the backups that come by themselves; nothing where there are none. */
function backupFaults(backup) {
  if (!backup?.trouble || !has(`trouble-${backup.trouble}`)) return [];
  const places = {
    time: backup.backupAt ? moment(backup.backupAt) : text("never"),
    drill: backup.drillAt ? moment(backup.drillAt) : text("never"),
  };
  const words = [text(`trouble-${backup.trouble}`, places), backup.detail].filter(Boolean).join(" ");
  return [{ check: "backup", words }];
}

const CHECKS = { "kept-aside": "quarantine", "no-room": "partitions", "other-zone": "zone" };

/** What is wrong with storing, as far as the tables say it. */
function storageFaults(storage) {
  const places = {
    n: number(storage?.keptAside ?? 0, 0),
    time: storage?.roomUntil ? moment(storage.roomUntil) : text("never"),
  };
  return (storage?.troubles ?? [])
    .filter((each) => has(`storage-${each}`))
    .map((each) => ({ check: CHECKS[each], words: text(`storage-${each}`, places) }));
}

/** Readings that the gateway took and that the tables do not have; of a meter whose clock is right. */
function storedLate({ health, lastReadingAt }) {
  if (!health?.lastTelegramAt || !lastReadingAt || health.clock || health.state !== "receiving") return [];
  const lateS = (new Date(health.lastTelegramAt) - new Date(lastReadingAt)) / 1000;
  return lateS > STORED_WITHIN_S
    ? [{ check: "answers", words: text("storedLate", { time: moment(lastReadingAt) }) }]
    : [];
}

/** What is wrong with the meter's clock or SEM's, and whose time counts. */
function clockFault(clock, offsetSeconds) {
  const places = { span: span(offsetSeconds ?? 0) };
  const way = offsetSeconds > 0 ? "Ahead" : "Behind";
  if (clock && has(`clock-${clock}`)) return text(`clock-${clock}`, places);
  if (clock && has(`clock${way}-${clock}`)) return text(`clock${way}-${clock}`, places);
  return Math.abs(offsetSeconds ?? 0) > CLOCK_OFF_S ? text(`clock${way}`, places) : null;
}

function faults({ state, diagnosis, clock, clockOffsetSeconds, totalsAgree, counts = {}, backlog, intervalSeconds }) {
  const found = [];
  const add = (check, words) => found.push({ check, words });
  if (!HEALTHY.includes(state)) add("meters", text(has(`state-${state}`) ? `state-${state}` : "state-other"));
  else if (diagnosis?.includes("left out")) add("meters", text("leftOut"));
  else if (diagnosis?.includes("cannot be true")) add("meters", text("implausible"));
  const wrongClock = clockFault(clock, clockOffsetSeconds);
  if (wrongClock) add("clocks", wrongClock);
  if (totalsAgree === false) add(null, text("totals"));
  const rejected = ["crc", "truncated", "oversize", "format", "encrypted"].reduce(
    (sum, cause) => sum + (counts[cause] ?? 0),
    0,
  );
  const share = rejected / Math.max(1, rejected + (counts.valid ?? 0));
  if (state === "receiving" && rejected > 5 && share > 0.01) {
    add("meters", text("rejected", { percent: `${number(share * 100, share < 0.1 ? 1 : 0)}\u00a0%` }));
  }
  if (backlog?.telegrams > 60 * Math.max(1, 1 / (intervalSeconds || 1))) {
    add("backlog", text("backlog", { n: number(backlog.telegrams, 0) }));
  }
  return found;
}
