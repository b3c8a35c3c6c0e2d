// The meter readings behind the totals as a table, and what happened to the meter's devices.
import { make } from "./dom.js";
import { clock, DAY_MS, stamp } from "./dates.js";
import { number } from "./numbers.js";
import { table } from "./tables.js";
import { has, text } from "./words.js";

/** How energy flows, in the order of the rows, and the words for it; others follow, with words of their own. */
const WAYS = { import: "fromGrid", export: "toGrid" };
const UNITS = { Kwh: "kWh", Kvarh: "kvarh", m3: "m³", gj: "GJ" };
/** Which total the differences of a kind of device and a direction add up to. */
const TOTALS = {
  "electricity-import": ["importKwh", "kWh"],
  "electricity-export": ["exportKwh", "kWh"],
  gas: ["gasM3", "m³"],
  water: ["waterM3", "m³"],
  heat: ["heatGj", "GJ"],
};

/** The registers of a reading by their fields, such as importT1Kwh: each way's tariffs, then the meter's own total (tariff 0). */
function registersOf(values) {
  const order = ({ way, tariff }) => (way in WAYS ? Object.keys(WAYS).indexOf(way) : 9) * 10 + (tariff || 9);
  return Object.keys(values)
    .map((field) => {
      const [, way, tariff, unit] = /^(?:(.+?)(?:T(\d))?)?(Kwh|Kvarh|m3|gj)$/.exec(field) ?? [];
      return { field, way, tariff: Number(tariff ?? 0), unit: UNITS[unit] };
    })
    .filter(({ unit }) => unit)
    .sort((a, b) => order(a) - order(b));
}

/** The words for a register of a device that also has these. */
function registerWords(device, { way, tariff }, all) {
  const parts = [text(`kind-${device.kind}`)];
  const words = WAYS[way] ?? `way-${way}`;
  if (way) parts.push(has(words) ? text(words) : way);
  if (tariff) parts.push(text("tariff", { n: tariff }));
  else if (all.some((each) => each.way === way && each.tariff)) parts.push(text("ownTotal"));
  return parts.join(", ");
}

/**
 * The readings that the totals are differences of, and their sums; a device that came or went shows its own first or last.
 * What counts one way is the meter's own total where it sends one, else all its tariffs.
 */
export function registersTable({ registers, total, from, to }) {
  const sums = new Map();
  const end = latestOf(registers?.to ?? []) ?? to;
  const rows = (registers?.from ?? []).flatMap((first, i) => {
    const last = registers.to[i];
    const all = registersOf(first).filter(({ field }) => last?.[field] != null);
    return all.map((register) => {
      const { field, way, tariff, unit } = register;
      const difference = last[field] - first[field];
      if (!tariff || !all.some((each) => each.way === way && !each.tariff)) {
        const kind = way && first.kind === "electricity" ? `electricity-${way}` : first.kind;
        sums.set(kind, (sums.get(kind) ?? 0) + difference);
      }
      return [
        make("span", {}, registerWords(first, register, all), make("small", { className: "soft" }, ` ${first.serial}`)),
        reading(first, field, from),
        reading(last, field, end),
        `${number(difference, 3)}\u00a0${unit}`,
      ];
    });
  });
  const foot = [...sums]
    .filter(([kind]) => TOTALS[kind] && total[TOTALS[kind][0]] != null)
    .map(([kind, sum]) => {
      const [field, unit] = TOTALS[kind];
      const fits = Math.abs(sum - total[field]) < 0.0015;
      const name = kind.startsWith("electricity")
        ? text(kind.endsWith("import") ? "import" : "export")
        : text(`kind-${kind}`);
      return [
        text("totalOf", { name }),
        "",
        fits ? text("addsUp") : text("addsNotUp"),
        `${number(total[field], 3)}\u00a0${unit}`,
      ];
    });
  return table(text("registersSummary"), [text("register"), stamp(from), stamp(end), text("difference")], rows, foot);
}

/** The latest instant among readings: the end of what is known of a running period. */
const latestOf = (readings) =>
  readings
    .map((r) => r.at)
    .filter(Boolean)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);

function reading(of, field, edge) {
  const elsewhere = of.at && Math.abs(Date.parse(of.at) - Date.parse(edge)) > 1000;
  const when = elsewhere && (of.at.slice(0, 10) === edge.slice(0, 10) ? clock(of.at) : stamp(of.at));
  return make(
    "span",
    {},
    `${of.estimated ? "≈\u00a0" : ""}${number(of[field], 3)}`,
    when ? make("small", { className: "soft" }, ` (${when})`) : null,
  );
}

/** Devices that the registers show to have followed each other within the period. */
function swaps({ registers }) {
  const found = [];
  const kinds = new Set(
    (registers?.from ?? []).map((r) => r.kind).filter((kind) => kind !== "submeter" && kind !== "other"),
  );
  for (const kind of kinds) {
    const serials = registers.from.filter((r) => r.kind === kind).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    for (let i = 1; i < serials.length; i++) {
      found.push({
        at: serials[i].at,
        what: "replaced",
        kind,
        serial: serials[i].serial,
        previousKind: kind,
        previousSerial: serials[i - 1].serial,
      });
    }
  }
  return found;
}

/** What happened to the meter's devices within the period, in words; that all of them were once new is not worth a word. */
export function happened(answer, { changes = [], firstReadingAt } = {}) {
  const seen = swaps(answer);
  const told = ({ what, serial }) =>
    (what === "appeared" || what === "replaced") && seen.some((each) => each.serial === serial);
  const within = ({ at }) => Date.parse(at) >= Date.parse(answer.from) && Date.parse(at) < Date.parse(answer.to);
  const first = ({ at, what }) => what === "appeared" && Date.parse(at) - Date.parse(firstReadingAt) < DAY_MS;
  return [
    ...seen,
    ...changes.filter((each) => within(each) && !first(each) && !told(each) && has(`device-${each.what}`)),
  ]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ at, what, channel, kind, serial, previousKind, previousSerial }) =>
      text(`device-${what}`, {
        kind: text(`kind-${kind}`),
        new: serial,
        time: stamp(at),
        channel,
        oldKind: previousKind ? text(`kind-${previousKind}`) : "",
        old: previousSerial,
      }),
    );
}
