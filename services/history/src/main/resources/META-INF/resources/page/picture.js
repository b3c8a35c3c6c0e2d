// What is drawn of an answer: its buckets with those of the periods beside it, and the words of each.
import { amount, money } from "./numbers.js";
import { closer, label, longLabel } from "./calendar.js";
import { TABLE } from "./periods.js";
import { write } from "./address.js";
import { make } from "./dom.js";
import { text } from "./words.js";

/** What is drawn of a bucket: upward, downward, and in which unit. */
const KINDS = {
  electricity: { up: (b) => b.importKwh, down: (b) => b.exportKwh, unit: "kWh", kind: "import" },
  gas: { up: (b) => b.gasM3, down: () => null, unit: "m³", kind: "gas" },
  water: { up: (b) => b.waterM3, down: () => null, unit: "m³", kind: "water" },
  cost: { up: (b) => b.costs?.total ?? null, down: () => null, unit: "€", kind: "cost" },
};

/** Whether the bucket has begun and nothing is known of it. */
const isGap = (bucket, answer) =>
  bucket.importKwh == null &&
  answer.dataUntil &&
  Date.parse(bucket.from) < Date.parse(answer.dataUntil) &&
  answer.firstReadingAt &&
  Date.parse(bucket.to) > Date.parse(answer.firstReadingAt);

/** Whether readings of the bucket are still coming in. */
const isRunning = (bucket, answer) =>
  answer.offset === 0 &&
  answer.dataUntil &&
  Date.parse(bucket.from) <= Date.parse(answer.dataUntil) &&
  Date.parse(answer.dataUntil) < Date.parse(bucket.to);

/**
 * The picture of an answer for Bars.
 *
 * @param others the periods beside it: name in words and buckets
 * @param view what is open, for what a bar leads to
 * @param beside whether they stand beside it; else behind
 */
export function picture(answer, others, show, view, beside) {
  const kind = KINDS[show];
  const count = Math.max(answer.buckets.length, ...others.map(({ buckets }) => buckets.length));
  const slots = Array.from({ length: count }, (_, i) => slot(answer.buckets[i], i, answer, others, kind, view, beside));
  return {
    slots,
    unit: kind.unit,
    signed: show === "cost",
    beside: beside && others.length > 0,
    every: TABLE[answer.period].every,
  };
}

function slot(bucket, i, answer, others, kind, view, beside) {
  const bars = others.map(({ buckets }, n) => {
    const other = buckets[i];
    return {
      up: other ? kind.up(other) : null,
      down: beside && other ? kind.down(other) : null,
      kind: otherKind(n, beside),
    };
  });
  if (!bucket)
    return {
      key: `after ${i}`,
      label: "",
      lines: [],
      gap: false,
      running: false,
      bars: [{ up: null, down: null, kind: kind.kind }, ...bars],
    };
  const next = closer(bucket, answer);
  return {
    key: bucket.from,
    label: label(bucket, answer.period),
    lines: lines(bucket, i, answer, others, kind),
    href: next && bucket.coverage != null ? write({ ...view, step: null, ...next }) : null,
    gap: isGap(bucket, answer),
    running: isRunning(bucket, answer),
    bars: [{ up: kind.up(bucket), down: kind.down(bucket), kind: kind.kind }, ...bars],
  };
}

const otherKind = (n, beside) => (beside ? `other other-${n}` : "ghost");

function lines(bucket, i, answer, others, kind) {
  const found = [longLabel(bucket, answer.period)];
  const line = (name, value, unit) => value != null && found.push(`${text(name)}: ${amount(value, unit)}`);
  line("import", bucket.importKwh, "kWh");
  line("export", bucket.exportKwh || null, "kWh");
  line("gas", bucket.gasM3, "m³");
  line("water", bucket.waterM3, "m³");
  line("peak", bucket.peakKw, "kW");
  if (bucket.costs?.total != null) found.push(`${text("cost")}: ${money(bucket.costs.total)}`);
  for (const { name, buckets } of others) {
    const then = buckets[i] && kind.up(buckets[i]);
    if (then != null) found.push(`${name}: ${kind.unit === "€" ? money(then) : amount(then, kind.unit)}`);
  }
  if (isGap(bucket, answer)) found.push(text("gap"));
  if (bucket.estimated) found.push(text("estimated"));
  return found;
}

/** The legend of a picture. */
export function legend(answer, others, show, beside) {
  const kind = KINDS[show];
  const entries = [[kind.kind, text(show === "electricity" ? "import" : show)]];
  if (show === "electricity" && answer.buckets.some((b) => b.exportKwh)) entries.push(["export", text("export")]);
  others.forEach(({ name, buckets }, n) => {
    if (buckets.some((b) => kind.up(b) != null)) entries.push([otherKind(n, beside), name]);
  });
  if (answer.buckets.some((b) => isGap(b, answer))) entries.push(["gap", text("gap")]);
  return entries.map(([swatch, words]) => make("span", {}, make("i", { className: `swatch ${swatch}` }), words));
}
