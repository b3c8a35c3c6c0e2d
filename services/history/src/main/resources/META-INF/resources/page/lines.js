// How a curve of minutes is drawn: lines and areas above and below nothing, with its scale and its hours.
import { draw } from "./dom.js";
import { ticks, tickWords } from "./axis.js";
import { aheadMs, clockIn } from "./zone.js";

const LEFT = 52;
const RIGHT = 4;
const TOP = 20;
const BOTTOM = 26;
const MINUTE_MS = 60_000;
/** A meter that is read now and then has no reading in some minutes: a line may lead over so many without. */
const BRIDGED = 6;
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];
const LABEL_PX = 52;
const LEAST_KW = 0.1;

/** Where the instants from one to another lie in a drawing of that width. */
export class Stretch {
  constructor({ from, to }, width) {
    this.from = from;
    this.to = to;
    this.width = width;
    this.plot = width - LEFT - RIGHT;
  }

  x(at) {
    return LEFT + (this.plot * (at - this.from)) / (this.to - this.from);
  }

  /** The instant at a place, within the stretch. */
  at(x) {
    return this.from + Math.max(0, Math.min(1, (x - LEFT) / this.plot)) * (this.to - this.from);
  }
}

/**
 * Draws minutes.
 *
 * @param minutes each with its instant in milliseconds and kW, less than nothing to the grid; null for one without readings
 * @param zone of the hours below
 * @param selected from and to of what is being chosen, or null
 * @param pointed the instant that is pointed at, or null
 */
export function lines(stretch, height, minutes, zone, selected, pointed) {
  const { from, to, width } = stretch;
  const seen = minutes.filter(({ at }) => at > from - 2 * MINUTE_MS && at < to + 2 * MINUTE_MS);
  const values = seen.map(({ kw }) => kw).filter((kw) => kw != null);
  const low = Math.min(0, ...values);
  const high = Math.max(low < 0 ? 0 : LEAST_KW, ...values);
  const y = (kw) => TOP + ((height - TOP - BOTTOM) * (high - kw)) / (high - low);
  return draw(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, "data-key": "drawing" },
    draw("defs", {}, clip("above", stretch, 0, y(0)), clip("below", stretch, y(0), height - y(0))),
    ...rules(low, high, y, width),
    draw("text", { x: 0, y: 11, class: "unit", "data-key": "unit" }, "kW"),
    ...hours(stretch, zone).map((at) => label(`time ${at}`, stretch.x(at), height - 8, "middle", clockIn(at, zone))),
    ...["above", "below"].flatMap((side) => [
      path("area", side, area(seen, stretch, y)),
      path("line", side, line(seen, stretch, y)),
    ]),
    selected && selection(stretch, height, selected),
    pointed && pointer(stretch.x(pointed), height),
  );
}

const label = (key, x, y, anchor, words) => draw("text", { x, y, "text-anchor": anchor, "data-key": key }, words);

function rules(low, high, y, width) {
  const { values, digits } = ticks(low, high, 4);
  return values.map((value) =>
    draw(
      "g",
      { "data-key": `line ${value}`, class: value === 0 ? "zero" : "rule" },
      draw("line", { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
      draw("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, tickWords(value, digits)),
    ),
  );
}

function hours(stretch, zone) {
  const { from, to, plot } = stretch;
  const room = Math.max(2, Math.floor(plot / LABEL_PX));
  const step = (STEPS_MIN.find((each) => (to - from) / (each * MINUTE_MS) <= room) ?? STEPS_MIN.at(-1)) * MINUTE_MS;
  const ahead = aheadMs(from, zone);
  const times = [];
  for (let at = Math.ceil((from + ahead) / step) * step - ahead; at < to; at += step) times.push(at);
  return times.filter((at) => stretch.x(at) > LEFT + 14 && stretch.x(at) < LEFT + plot - 14);
}

const path = (kind, side, d) =>
  draw("path", { class: `${kind} ${side}`, d, "clip-path": `url(#clip-${side})`, "data-key": `${kind} ${side}` });

/** Runs of minutes without a gap that is worth one. */
function runs(minutes) {
  const found = [];
  let last = -Infinity;
  for (const minute of minutes) {
    if (minute.kw == null) continue;
    if (minute.at - last > BRIDGED * MINUTE_MS) found.push([]);
    found.at(-1).push(minute);
    last = minute.at;
  }
  return found;
}

const middle = (at, stretch) => stretch.x(at + MINUTE_MS / 2).toFixed(1);
const points = (run, stretch, y) => run.map(({ at, kw }) => `${middle(at, stretch)},${y(kw).toFixed(1)}`).join("L");

const line = (minutes, stretch, y) =>
  runs(minutes)
    .map((run) => `M${points(run, stretch, y)}`)
    .join("");

function area(minutes, stretch, y) {
  const nothing = y(0).toFixed(1);
  const one = (run) =>
    `M${middle(run[0].at, stretch)},${nothing}L${points(run, stretch, y)}L${middle(run.at(-1).at, stretch)},${nothing}Z`;
  return runs(minutes).map(one).join("");
}

function selection(stretch, height, { from, to }) {
  const [left, right] = [stretch.x(from), stretch.x(to)].sort((a, b) => a - b);
  const box = { x: left, width: right - left, y: TOP, height: height - TOP - BOTTOM };
  return draw("rect", { class: "selection", "data-key": "selection", ...box });
}

const pointer = (x, height) =>
  draw("line", { class: "pointer", "data-key": "pointer", x1: x, x2: x, y1: TOP, y2: height - BOTTOM });

function clip(side, { plot }, y, height) {
  const box = { x: LEFT, y, width: Math.max(0, plot), height: Math.max(0, height) };
  return draw("clipPath", { id: `clip-${side}` }, draw("rect", box));
}
