// The power of the last 24 hours, minute by minute: from the grid above the line, to the grid below it. Dragging zooms.
import { make, place } from "./dom.js";
import { lines, Stretch } from "./lines.js";
import { power } from "./numbers.js";
import { text } from "./words.js";
import { clockIn } from "./zone.js";

const MINUTE_MS = 60_000;
const SHORTEST_MS = 10 * MINUTE_MS;
/** A press that moves less chooses nothing. */
const DRAGGED_PX = 8;

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

  get #stretch() {
    return new Stretch(this.#seen, this.#host.clientWidth);
  }

  #timeAt(event) {
    return this.#stretch.at(event.clientX - this.#host.getBoundingClientRect().left);
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
    const far = to != null && Math.abs(this.#stretch.x(to) - this.#stretch.x(from)) > DRAGGED_PX;
    if (far) this.#look({ from: Math.min(from, to), to: Math.max(from, to) });
    else this.#paint();
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
    const selected = this.#drag?.to == null ? null : this.#drag;
    place(this.#host, lines(this.#stretch, height, this.#minutes, this.#zone, selected, this.#at), this.#tip);
    this.#showTip(width);
  }

  #showTip(width) {
    const minute = this.#at == null ? null : this.#minutes.findLast(({ at }) => at <= this.#at);
    this.#tip.hidden = !minute || this.#drag?.to != null;
    if (this.#tip.hidden) return;
    const { kw, at } = minute;
    const words = kw == null ? text("gap") : `${power(Math.abs(kw))} ${text(kw < 0 ? "toGrid" : "fromGrid")}`;
    place(this.#tip, make("b", {}, clockIn(at, this.#zone)), make("div", {}, words));
    const x = this.#stretch.x(this.#at);
    this.#tip.style.left = `${x + 12 + this.#tip.offsetWidth < width ? x + 12 : x - 12 - this.#tip.offsetWidth}px`;
  }
}
