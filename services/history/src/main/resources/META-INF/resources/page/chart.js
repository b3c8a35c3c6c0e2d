// The bars of a period: import up, export down, the period before behind them, gaps hatched.
import { make } from "./dom.js";
import { amount, money, number } from "./numbers.js";
import { label, longLabel } from "./calendar.js";
import { text } from "./words.js";

const HEIGHT = 280;
const FONT = "13px system-ui, sans-serif";
/** What is drawn of a bucket: upward, downward, and in which unit. */
const KINDS = {
  electricity: { up: (b) => b.importKwh, down: (b) => b.exportKwh, unit: "kWh", colour: "--import", name: "import" },
  gas: { up: (b) => b.gasM3, unit: "m³", colour: "--gas", name: "gas" },
  water: { up: (b) => b.waterM3, unit: "m³", colour: "--water", name: "water" },
  cost: { up: (b) => b.costs?.total, unit: "€", colour: "--cost", name: "cost" },
};

const host = document.getElementById("chart");
const tip = make("div", { className: "tip", hidden: true });
let plot = null;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Whether the bucket has begun and nothing is known of it. */
const isGap = (bucket, answer) => bucket.importKwh == null && answer.dataUntil && Date.parse(bucket.from) < Date.parse(answer.dataUntil)
  && answer.firstReadingAt && Date.parse(bucket.to) > Date.parse(answer.firstReadingAt);

/** Whether readings of the bucket are still coming in. */
const isRunning = (bucket, answer) => answer.offset === 0 && answer.dataUntil
  && Date.parse(bucket.from) <= Date.parse(answer.dataUntil) && Date.parse(answer.dataUntil) < Date.parse(bucket.to);

/**
 * Draws an answer.
 *
 * @param answer of the API
 * @param before the buckets of the period before, or an empty list
 * @param show what of it: electricity, gas, water or cost
 * @param onBucket called with the bucket that was clicked
 */
export function draw(answer, before, show, onBucket) {
  const { buckets, period } = answer;
  const kind = KINDS[show];
  const count = Math.max(buckets.length, before.length);
  const index = Array.from({ length: count }, (_, i) => i);
  const up = index.map((i) => (buckets[i] && kind.up(buckets[i])) ?? null);
  const down = index.map((i) => (kind.down && buckets[i] && kind.down(buckets[i]) ? -kind.down(buckets[i]) : null));
  const ghost = index.map((i) => (before[i] && kind.up(before[i])) ?? null);
  const { bars } = uPlot.paths;
  const solid = colour(kind.colour);
  const fills = index.map((i) => (buckets[i] && isRunning(buckets[i], answer) ? `${solid}66` : solid));
  const values = [...up, ...down, ...ghost].filter((v) => v != null);
  const high = Math.max(values.some((v) => v > 0) ? 0 : 0.1, ...values);
  const low = Math.min(0, ...values);
  const thin = count > 60;

  plot?.destroy();
  host.classList.toggle("still", answer.step === "PT15M");
  plot = new uPlot({
    width: host.clientWidth,
    height: HEIGHT,
    padding: [12, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: false, range: [-0.6, count - 0.4] }, y: { range: () => [low * 1.08, high * 1.08] } },
    axes: [
      {
        stroke: colour("--soft"), grid: { show: false }, ticks: { show: false }, font: FONT, size: 34,
        splits: () => index.filter((i) => i % every(count, period) === 0),
        values: (_, splits) => splits.map((i) => (buckets[i] ? label(buckets[i], period) : "")),
      },
      {
        stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: FONT, size: 48,
        values: (_, splits) => splits.map((v) => number(kind.down ? Math.abs(v) : v, digits(splits[1] - splits[0]))),
        label: kind.unit, labelSize: 18, labelFont: FONT,
      },
    ],
    series: [
      {},
      { fill: colour("--ghost"), stroke: "transparent", paths: bars({ size: [thin ? 1 : 0.88, 90] }), points: { show: false } },
      {
        stroke: solid, width: thin ? 0 : 1, points: { show: false },
        paths: bars({ size: [thin ? 0.8 : 0.6, 62], radius: thin ? 0 : [0.12, 0], disp: { fill: { unit: 3, values: () => fills }, stroke: { unit: 3, values: () => index.map(() => solid) } } }),
        fill: solid,
      },
      { fill: colour("--export-fill"), stroke: "transparent", paths: bars({ size: [thin ? 0.8 : 0.6, 62], radius: thin ? 0 : [0.12, 0] }), points: { show: false } },
    ],
    hooks: {
      drawClear: [(u) => hatchGaps(u, answer)],
      draw: [(u) => zeroLine(u)],
      setCursor: [(u) => showTip(u, answer, before, kind)],
    },
  }, [index, ghost, up, down], host);
  tip.hidden = true;
  plot.over.append(tip);
  plot.over.addEventListener("click", () => {
    const bucket = buckets[plot.cursor.idx];
    if (bucket) onBucket(bucket);
  });
}

/** How many decimals tell neighbouring labels apart. */
const digits = (step) => (Number.isInteger(step) ? 0 : Number.isInteger(Math.round(step * 1e6) / 1e5) ? 1 : 2);

/** Every how many buckets one has a label. */
function every(count, period) {
  const room = Math.max(1, Math.floor((host.clientWidth - 60) / (period === "month" || period === "day" ? 34 : 44)));
  const steps = period === "month" ? [1, 2, 5, 10] : count > 30 ? [4, 8, 12, 16, 24] : [1, 2, 3, 4, 6, 12];
  return steps.find((step) => count / step <= room) ?? steps.at(-1);
}

function hatchGaps(u, answer) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = colour("--gap");
  ctx.lineWidth = devicePixelRatio;
  answer.buckets.forEach((bucket, i) => {
    if (!isGap(bucket, answer)) return;
    const left = u.valToPos(i - 0.4, "x", true);
    const right = u.valToPos(i + 0.4, "x", true);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, bbox.top, right - left, bbox.height);
    ctx.clip();
    ctx.beginPath();
    for (let x = left - bbox.height; x < right; x += 8 * devicePixelRatio) {
      ctx.moveTo(x, bbox.top + bbox.height);
      ctx.lineTo(x + bbox.height, bbox.top);
    }
    ctx.stroke();
    ctx.restore();
  });
  ctx.restore();
}

function zeroLine(u) {
  const y = Math.round(u.valToPos(0, "y", true));
  u.ctx.save();
  u.ctx.fillStyle = colour("--soft");
  u.ctx.fillRect(u.bbox.left, y, u.bbox.width, devicePixelRatio);
  u.ctx.restore();
}

function showTip(u, answer, before, kind) {
  const bucket = answer.buckets[u.cursor.idx];
  tip.hidden = !bucket || u.cursor.left < 0;
  if (tip.hidden) return;
  const lines = [longLabel(bucket, answer.period)];
  const line = (name, value, unit) => { if (value != null) lines.push(`${text(name)}: ${amount(value, unit)}`); };
  line("import", bucket.importKwh, "kWh");
  line("export", bucket.exportKwh || null, "kWh");
  line("gas", bucket.gasM3, "m³");
  line("water", bucket.waterM3, "m³");
  line("peak", bucket.peakKw, "kW");
  if (bucket.costs?.total != null) lines.push(`${text("cost")}: ${money(bucket.costs.total)}`);
  const then = before[u.cursor.idx] && kind.up(before[u.cursor.idx]);
  if (then != null) lines.push(`${text("before")}: ${kind.unit === "€" ? money(then) : amount(then, kind.unit)}`);
  if (isGap(bucket, answer)) lines.push(text("gap"));
  if (bucket.estimated) lines.push(text("estimated"));
  tip.replaceChildren(...lines.map((words, i) => make(i ? "div" : "b", {}, words)));
  const room = u.over.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(0, u.cursor.left + 14 > room ? u.cursor.left - tip.offsetWidth - 14 : u.cursor.left + 14)}px`;
  tip.style.top = "6px";
}

/** The legend of what the last drawing holds. */
export function legend(answer, before, show) {
  const kind = KINDS[show];
  const entries = [[kind.colour, text(kind.name)]];
  if (show === "electricity" && answer.buckets.some((b) => b.exportKwh)) entries.push(["--export-fill", text("export")]);
  if (before.some((b) => kind.up(b) != null)) entries.push(["--ghost", text("before")]);
  if (answer.buckets.some((b) => isGap(b, answer))) entries.push(["--gap", text("gap")]);
  return entries.map(([variable, words]) => {
    const swatch = make("i");
    swatch.style.background = `var(${variable})`;
    return make("span", {}, swatch, words);
  });
}

/** Fits the drawing to its place. */
export function fit() {
  if (plot && host.clientWidth > 0 && plot.width !== host.clientWidth) {
    plot.setSize({ width: host.clientWidth, height: HEIGHT });
  }
}
