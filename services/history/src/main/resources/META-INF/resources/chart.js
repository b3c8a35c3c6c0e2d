// The bars: import up, export down, the period before behind them, gaps hatched.
import { amount, number, text } from "./texts.js";
import { label, longLabel } from "./calendar.js";

const host = document.getElementById("chart");
const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
let plot = null;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Whether the bucket has begun and nothing is known of it. */
const isGap = (bucket, answer) => bucket.importKwh == null && answer.dataUntil && bucket.from < answer.dataUntil
  && answer.firstReadingAt && bucket.to > answer.firstReadingAt;

/** Whether readings of the bucket are still coming in. */
const isRunning = (bucket, answer) => answer.offset === 0 && answer.dataUntil
  && Date.parse(bucket.from) <= Date.parse(answer.dataUntil) && Date.parse(answer.dataUntil) < Date.parse(bucket.to);

/**
 * Draws an answer.
 *
 * @param answer of the API
 * @param before the buckets of the period before, or an empty list
 * @param onBucket called with the bucket that was clicked
 */
export function draw(answer, before, onBucket) {
  const { buckets, period } = answer;
  const count = Math.max(buckets.length, before.length);
  const index = Array.from({ length: count }, (_, i) => i);
  const imported = index.map((i) => buckets[i]?.importKwh ?? null);
  const exported = index.map((i) => (buckets[i]?.exportKwh ? -buckets[i].exportKwh : null));
  const ghost = index.map((i) => before[i]?.importKwh ?? null);
  const { bars } = uPlot.paths;
  const solid = colour("--import");
  const fills = index.map((i) => (buckets[i] && isRunning(buckets[i], answer) ? `${solid}55` : solid));
  const values = [...imported, ...exported, ...ghost].filter((v) => v != null);
  const high = Math.max(0.1, ...values);
  const low = Math.min(0, ...values);

  plot?.destroy();
  host.classList.toggle("still", period === "day");
  plot = new uPlot({
    width: host.clientWidth,
    height: 300,
    padding: [12, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: false, range: [-0.6, count - 0.4] }, y: { range: () => [low * 1.08, high * 1.08] } },
    axes: [
      {
        stroke: colour("--soft"), grid: { show: false }, ticks: { show: false }, font: "13px system-ui", size: 34,
        splits: () => index.filter((i) => i % every(count, period) === 0),
        values: (_, splits) => splits.map((i) => (buckets[i] ? label(buckets[i], period) : "")),
      },
      {
        stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "13px system-ui", size: 48,
        values: (_, splits) => splits.map((v) => number(Math.abs(v), digits(splits[1] - splits[0]))),
        label: "kWh", labelSize: 18, labelFont: "13px system-ui",
      },
    ],
    series: [
      {},
      { fill: colour("--ghost"), stroke: "transparent", paths: bars({ size: [0.86, 90] }), points: { show: false } },
      {
        stroke: solid, width: 1.5, points: { show: false },
        paths: bars({ size: [0.6, 62], disp: { fill: { unit: 3, values: () => fills }, stroke: { unit: 3, values: () => index.map(() => solid) } } }),
        fill: solid,
      },
      { fill: colour("--export-fill"), stroke: "transparent", paths: bars({ size: [0.6, 62] }), points: { show: false } },
    ],
    hooks: {
      drawClear: [(u) => hatchGaps(u, answer)],
      draw: [(u) => zeroLine(u)],
      setCursor: [(u) => showTip(u, answer, before)],
    },
  }, [index, ghost, imported, exported], host);
  tip.hidden = true;
  plot.over.append(tip);
  plot.over.addEventListener("click", () => {
    const bucket = buckets[plot.cursor.idx];
    if (bucket) onBucket(bucket);
  });
}

/** How many decimals tell neighbouring labels apart. */
function digits(step) {
  return Number.isInteger(step) ? 0 : Number.isInteger(step * 10) ? 1 : 2;
}

/** Every how many buckets one has a label. */
function every(count, period) {
  const room = Math.max(1, Math.floor((host.clientWidth - 60) / (period === "month" || period === "day" ? 34 : 44)));
  const steps = period === "month" ? [1, 2, 5, 10] : count > 30 ? [4, 8, 12, 16, 24] : [1, 2, 3, 4, 6, 12];
  return steps.find((step) => count / step <= room) ?? steps.at(-1);
}

function hatchGaps(u, answer) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
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
  u.ctx.fillStyle = colour("--text");
  u.ctx.fillRect(u.bbox.left, y, u.bbox.width, devicePixelRatio);
  u.ctx.restore();
}

function showTip(u, answer, before) {
  const bucket = answer.buckets[u.cursor.idx];
  tip.hidden = !bucket || u.cursor.left < 0;
  if (tip.hidden) return;
  const lines = [longLabel(bucket, answer.period)];
  if (bucket.importKwh != null) lines.push(`${text("import")}: ${amount(bucket.importKwh, "kWh")}`);
  if (bucket.exportKwh) lines.push(`${text("export")}: ${amount(bucket.exportKwh, "kWh")}`);
  if (bucket.gasM3 != null) lines.push(`${text("gas")}: ${amount(bucket.gasM3, "m³")}`);
  if (bucket.waterM3 != null) lines.push(`${text("water")}: ${amount(bucket.waterM3, "m³")}`);
  if (bucket.peakKw != null) lines.push(`${text("peak")}: ${amount(bucket.peakKw, "kW")}`);
  if (before[u.cursor.idx]?.importKwh != null) lines.push(`${text("before")}: ${amount(before[u.cursor.idx].importKwh, "kWh")}`);
  if (isGap(bucket, answer)) lines.push(text("gap"));
  if (bucket.estimated) lines.push(text("estimated"));
  tip.replaceChildren(...lines.flatMap((line, i) => (i ? [document.createElement("br"), line] : [line])));
  const room = u.over.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(0, Math.min(u.cursor.left + 14, room))}px`;
  tip.style.top = "6px";
}

/** The legend of what the last drawing holds. */
export function legend(answer, before) {
  const entries = [["--import", text("import")]];
  if (answer.buckets.some((b) => b.exportKwh)) entries.push(["--export-fill", text("export")]);
  if (before.some((b) => b.importKwh != null)) entries.push(["--ghost", text("before")]);
  if (answer.buckets.some((b) => isGap(b, answer))) entries.push(["--gap", text("gap")]);
  return entries.map(([variable, words]) => {
    const entry = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = `var(${variable})`;
    entry.append(swatch, words);
    return entry;
  });
}

/** Fits the drawing to its place. */
export function fit() {
  if (plot && host.clientWidth > 0 && plot.width !== host.clientWidth) {
    plot.setSize({ width: host.clientWidth, height: 300 });
  }
}
