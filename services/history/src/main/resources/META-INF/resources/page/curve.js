// The power of the last 24 hours, minute by minute: from the grid above the line, to the grid below it. Dragging zooms.
import { draw, make, place } from "./dom.js";
import { ticks, tickWords } from "./axis.js";
import { power } from "./numbers.js";
import { locale, text } from "./words.js";

const LEFT = 52;
const RIGHT = 4;
const TOP = 20;
const BOTTOM = 26;
const MINUTE_MS = 60_000;
const SHORTEST_MS = 10 * MINUTE_MS;
/** A meter that is read seldom has no reading in most minutes: a line may lead over so many without. */
const BRIDGED = 6;
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

/** A curve in an element of the page. */
export class Curve {
  #host;
  #minutes = [];
  #zone = "UTC";
  #window = null;
  #drag = null;
  #at = null;
  #onZoom;
  #tip = make("div", { className: "tip", hidden: true, "aria-hidden": "true" });

  /** @param onZoom told whether only a part is shown */
  constructor(host, onZoom) {
    this.#host = host;
    this.#onZoom = onZoom;
    new ResizeObserver(() => this.#paint()).observe(host);
    host.addEventListener("pointerdown", (event) => this.#down(event));
    host.addEventListener("pointermove", (event) => this.#move(event));
    host.addEventListener("pointerup", () => this.#up());
    host.addEventListener("pointercancel", () => this.#rest());
    host.addEventListener("pointerleave", () => this.#drag ?? this.#point(null));
    host.addEventListener("dblclick", () => this.whole());
    host.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Shows minutes: each with its instant in milliseconds and kW, less than nothing to the grid; null for one without readings. */
  show(minutes, zone) {
    this.#minutes = minutes;
    this.#zone = zone;
    this.#paint();
  }

  /** Shows all of it again. */
  whole() {
    this.#look(null);
  }

  /** Shows a shorter or longer part, around its middle. */
  zoom(factor) {
    const { from, to } = this.#seen;
    const middle = (from + to) / 2;
    const half = ((to - from) * factor) / 2;
    this.#look({ from: middle - half, to: middle + half });
  }

  /** Shows what was before or after, by a part of what is shown. */
  move(share) {
    const { from, to } = this.#seen;
    const all = this.#all;
    const by = Math.max(all.from - from, Math.min(all.to - to, (to - from) * share));
    this.#look({ from: from + by, to: to + by });
  }

  #look(wished) {
    const all = this.#all;
    if (!wished || wished.to - wished.from >= all.to - all.from) {
      this.#window = null;
    } else {
      const length = Math.max(SHORTEST_MS, wished.to - wished.from);
      const from = Math.min(Math.max(all.from, wished.from), all.to - length);
      this.#window = { from, to: from + length };
    }
    this.#onZoom(this.#window != null);
    this.#paint();
  }

  get #all() {
    return { from: this.#minutes[0]?.at ?? 0, to: (this.#minutes.at(-1)?.at ?? 0) + MINUTE_MS };
  }

  get #seen() {
    return this.#window ?? this.#all;
  }

  get #plot() {
    return this.#host.clientWidth - LEFT - RIGHT;
  }

  #x(at) {
    const { from, to } = this.#seen;
    return LEFT + (this.#plot * (at - from)) / (to - from);
  }

  #timeAt(event) {
    const { left } = this.#host.getBoundingClientRect();
    const { from, to } = this.#seen;
    const share = Math.max(0, Math.min(1, (event.clientX - left - LEFT) / this.#plot));
    return from + share * (to - from);
  }

  #down(event) {
    if (event.button !== 0 || this.#minutes.length === 0) return;
    this.#host.setPointerCapture(event.pointerId);
    this.#drag = { from: this.#timeAt(event), to: null };
  }

  #move(event) {
    const at = this.#timeAt(event);
    if (this.#drag) this.#drag.to = at;
    this.#point(at);
  }

  #up() {
    const { from, to } = this.#drag ?? {};
    this.#drag = null;
    if (to != null && Math.abs(to - from) * this.#plot > 8 * (this.#seen.to - this.#seen.from)) {
      this.#look({ from: Math.min(from, to), to: Math.max(from, to) });
    } else {
      this.#paint();
    }
  }

  #rest() {
    this.#drag = null;
    this.#point(null);
  }

  #point(at) {
    this.#at = at;
    this.#paint();
  }

  #key(event) {
    const act = {
      "+": () => this.zoom(0.5),
      "=": () => this.zoom(0.5),
      "-": () => this.zoom(2),
      Escape: () => this.whole(),
      ArrowLeft: () => this.move(-0.25),
      ArrowRight: () => this.move(0.25),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #paint() {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (!width || this.#minutes.length === 0) return;
    const { from, to } = this.#seen;
    const seen = this.#minutes.filter(({ at }) => at > from - 2 * MINUTE_MS && at < to + 2 * MINUTE_MS);
    const values = seen.map(({ kw }) => kw).filter((kw) => kw != null);
    const low = Math.min(0, ...values);
    const high = Math.max(low < 0 ? 0 : 0.1, ...values);
    const y = (kw) => TOP + ((height - TOP - BOTTOM) * (high - kw)) / (high - low);
    const scale = ticks(low, high, 4);
    const drawing = draw(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, "data-key": "drawing" },
      draw("defs", {}, clip("above", LEFT, 0, this.#plot, y(0)), clip("below", LEFT, y(0), this.#plot, height - y(0))),
      ...scale.values.map((value) =>
        draw(
          "g",
          { "data-key": `line ${value}`, class: value === 0 ? "zero" : "rule" },
          draw("line", { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
          draw("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, tickWords(value, scale.digits)),
        ),
      ),
      draw("text", { x: 0, y: 11, class: "unit", "data-key": "unit" }, "kW"),
      ...this.#hours(from, to).map((at) =>
        draw(
          "text",
          { x: this.#x(at), y: height - 8, "text-anchor": "middle", "data-key": `time ${at}` },
          this.#clock(at),
        ),
      ),
      ...["above", "below"].flatMap((side) => [
        draw("path", {
          class: `area ${side}`,
          d: this.#area(seen, y),
          "clip-path": `url(#clip-${side})`,
          "data-key": `area ${side}`,
        }),
        draw("path", {
          class: `line ${side}`,
          d: this.#line(seen, y),
          "clip-path": `url(#clip-${side})`,
          "data-key": `line ${side}`,
        }),
      ]),
      this.#selection(height),
      this.#at == null
        ? null
        : draw("line", {
            class: "pointer",
            x1: this.#x(this.#at),
            x2: this.#x(this.#at),
            y1: TOP,
            y2: height - BOTTOM,
            "data-key": "pointer",
          }),
    );
    place(this.#host, drawing, this.#tip);
    this.#showTip(width);
  }

  #selection(height) {
    if (this.#drag?.to == null) return null;
    const [left, right] = [this.#x(this.#drag.from), this.#x(this.#drag.to)].sort((a, b) => a - b);
    return draw("rect", {
      class: "selection",
      x: left,
      width: right - left,
      y: TOP,
      height: height - TOP - BOTTOM,
      "data-key": "selection",
    });
  }

  /** Runs of minutes without a gap that is worth one. */
  #runs(seen) {
    const runs = [];
    let last = -Infinity;
    for (const minute of seen) {
      if (minute.kw == null) continue;
      if (minute.at - last > BRIDGED * MINUTE_MS) runs.push([]);
      runs.at(-1).push(minute);
      last = minute.at;
    }
    return runs;
  }

  #line(seen, y) {
    return this.#runs(seen)
      .map((run) => `M${this.#points(run, y)}`)
      .join("");
  }

  #area(seen, y) {
    return this.#runs(seen)
      .map((run) => {
        const [first, last] = [run[0].at, run.at(-1).at].map((at) => this.#x(at + MINUTE_MS / 2).toFixed(1));
        return `M${first},${y(0).toFixed(1)}L${this.#points(run, y)}L${last},${y(0).toFixed(1)}Z`;
      })
      .join("");
  }

  #points(run, y) {
    return run.map(({ at, kw }) => `${this.#x(at + MINUTE_MS / 2).toFixed(1)},${y(kw).toFixed(1)}`).join("L");
  }

  #hours(from, to) {
    const room = Math.max(2, Math.floor(this.#plot / 52));
    const step = (STEPS_MIN.find((each) => (to - from) / (each * MINUTE_MS) <= room) ?? 720) * MINUTE_MS;
    const shift = this.#offset(from);
    const times = [];
    for (let at = Math.ceil((from + shift) / step) * step - shift; at < to; at += step) {
      if (this.#x(at) > LEFT + 14 && this.#x(at) < LEFT + this.#plot - 14) times.push(at);
    }
    return times;
  }

  /** How far the household's clock is ahead of UTC. */
  #offset(at) {
    const whole = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: this.#zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    }).formatToParts(whole);
    const part = (type) => Number(parts.find((p) => p.type === type).value);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - whole;
  }

  #clock(at) {
    return new Intl.DateTimeFormat(locale, {
      timeZone: this.#zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).format(at);
  }

  #showTip(width) {
    const minute = this.#at == null ? null : this.#minutes.findLast(({ at }) => at <= this.#at);
    this.#tip.hidden = !minute || this.#drag?.to != null;
    if (this.#tip.hidden) return;
    const words =
      minute.kw == null ? text("gap") : `${power(Math.abs(minute.kw))} ${text(minute.kw < 0 ? "toGrid" : "fromGrid")}`;
    place(this.#tip, make("b", {}, this.#clock(minute.at)), make("div", {}, words));
    const x = this.#x(this.#at);
    this.#tip.style.left = `${x + 12 + this.#tip.offsetWidth < width ? x + 12 : x - 12 - this.#tip.offsetWidth}px`;
  }
}

function clip(side, x, y, width, height) {
  return draw(
    "clipPath",
    { id: `clip-${side}` },
    draw("rect", { x, y, width: Math.max(0, width), height: Math.max(0, height) }),
  );
}
