// The bars of a period: upward what came, downward what went, the other periods behind them or beside them, gaps hatched.
import { draw, make, place } from "./dom.js";
import { ticks, tickWords } from "./axis.js";
import { text } from "./words.js";

const LEFT = 52;
const TOP = 20;
const BOTTOM = 26;
const RIGHT = 4;

/**
 * @typedef Slot one bucket of the period
 * @property {string} key its start
 * @property {string} label below it
 * @property {string[]} lines what its tip says, its name first
 * @property {string} [href] what it opens
 * @property {boolean} gap whether nothing is known of it
 * @property {boolean} running whether more is to come
 * @property {{up: ?number, down: ?number, kind: string}[]} bars one a period that is shown
 *
 * @typedef Picture
 * @property {Slot[]} slots
 * @property {string} unit
 * @property {boolean} signed whether less than nothing has a sign
 * @property {boolean} beside whether the bars of a slot stand beside each other; else the first before the others
 * @property {number[]} every after how many slots a label may stand
 */

/** A drawing of bars in an element of the page. */
export class Bars {
  #host;
  #picture = null;
  #chosen = null;
  #chosenBefore = null;
  #tip = make("div", { className: "tip", hidden: true, "aria-hidden": "true" });

  constructor(host) {
    this.#host = host;
    new ResizeObserver(() => this.#paint()).observe(host);
    host.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.#choose(this.#slotAt(event)));
    host.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#choose(null));
    host.addEventListener("focusin", (event) => this.#choose(event.target.dataset.key ?? null));
    host.addEventListener("focusout", () => this.#choose(null));
    host.addEventListener("keydown", (event) => this.#step(event));
    host.addEventListener("pointerdown", () => {
      this.#chosenBefore = this.#chosen;
    });
    host.addEventListener("click", (event) => this.#firstTap(event), { capture: true });
  }

  /** Shows a picture in place of the last one. */
  show(picture) {
    this.#picture = picture;
    this.#paint();
  }

  get #geometry() {
    const { clientWidth: width, clientHeight: height } = this.#host;
    return {
      width,
      height,
      plot: width - LEFT - RIGHT,
      slot: (width - LEFT - RIGHT) / Math.max(1, this.#picture.slots.length),
    };
  }

  #slotAt(event) {
    const { left } = this.#host.getBoundingClientRect();
    const { slot } = this.#geometry;
    return this.#picture?.slots[Math.floor((event.clientX - left - LEFT) / slot)]?.key ?? null;
  }

  /** A finger has nothing to hover with: its first tap reads a bar, the second one opens it. */
  #firstTap(event) {
    if (event.pointerType !== "touch" || !this.#picture) return;
    const key = this.#slotAt(event);
    // A tap gives the focus before it is a click: what counts is what was chosen before.
    if (key === this.#chosenBefore) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(key);
  }

  #step(event) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const links = [...this.#host.querySelectorAll("a")];
    const next = way && links[links.indexOf(event.target) + way];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    next?.focus();
  }

  #choose(key) {
    if (this.#chosen === key) return;
    this.#chosen = key;
    this.#paint();
  }

  #paint() {
    if (!this.#picture || !this.#host.clientWidth) return;
    const { width, height } = this.#geometry;
    place(this.#host, this.#drawing(width, height), this.#tip);
    this.#showTip();
  }

  #drawing(width, height) {
    const { slots, signed, unit } = this.#picture;
    const values = slots
      .flatMap(({ bars }) => bars.flatMap(({ up, down }) => [up, down && -down]))
      .filter((value) => value != null);
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values);
    const known = high > low;
    const y = (value) => TOP + ((height - TOP - BOTTOM) * (high - value)) / (known ? high - low : 1);
    const scale = known ? ticks(low, high, height < 240 ? 4 : 5) : { values: [], digits: 0 };
    return draw(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, "data-key": "drawing" },
      draw("defs", {}, hatch()),
      ...scale.values.map((value) =>
        draw(
          "g",
          { "data-key": `line ${value}`, class: value === 0 ? "zero" : "rule" },
          draw("line", { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
          draw("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, tickWords(value, scale.digits, signed)),
        ),
      ),
      known
        ? draw("text", { x: 0, y: 11, class: "unit", "data-key": "unit" }, unit)
        : draw("text", { x: width / 2, y: height / 2, "text-anchor": "middle", "data-key": "nothing" }, text("gap")),
      ...slots.map((slot, i) => this.#column(slot, i, y, height, known)),
    );
  }

  #column(slot, i, y, height, known) {
    const { slot: wide } = this.#geometry;
    const { beside, every, slots } = this.#picture;
    const left = LEFT + i * wide;
    const labelled = i % nth(slots.length, wide, every) === 0;
    const part = wide * 0.84;
    const own = beside ? part / slot.bars.length : Math.min(wide * (wide < 8 ? 0.8 : 0.62), 64);
    const bars = slot.bars.map((bar, n) => {
      const behind = !beside && n > 0;
      const w = behind ? Math.min(wide * 0.88, 92) : own;
      const x = beside ? left + (wide - part) / 2 + n * own : left + (wide - w) / 2;
      return [
        rect(bar.up, `${bar.kind}${n === 0 && slot.running ? " running" : ""}`, x, w, y),
        behind ? null : rect(bar.down && -bar.down, `export ${bar.kind}`, x, w, y),
      ];
    });
    const content = [
      draw("rect", {
        class: slot.gap && known ? "slot gap" : "slot",
        x: left,
        y: TOP,
        width: wide,
        height: height - TOP - BOTTOM,
      }),
      ...bars.reverse().flat(),
      labelled ? draw("text", { x: left + wide / 2, y: height - 8, "text-anchor": "middle" }, slot.label) : null,
    ];
    const attributes = { "data-key": slot.key, class: slot.key === this.#chosen ? "column chosen" : "column" };
    if (!slot.href) return draw("g", attributes, ...content);
    const first = slots.find(({ href }) => href).key;
    return draw(
      "a",
      {
        ...attributes,
        href: slot.href,
        "data-view": "",
        "aria-label": slot.lines.join(", "),
        tabindex: (this.#chosen ?? first) === slot.key ? "0" : "-1",
      },
      ...content,
    );
  }

  #showTip() {
    const i = this.#picture.slots.findIndex(({ key }) => key === this.#chosen);
    this.#tip.hidden = i < 0;
    if (i < 0) return;
    place(
      this.#tip,
      this.#picture.slots[i].lines.map((words, n) => make(n ? "div" : "b", {}, words)),
    );
    const { width, slot } = this.#geometry;
    const middle = LEFT + (i + 0.5) * slot;
    const right = middle + slot / 2 + 6;
    const fits = right + this.#tip.offsetWidth < width;
    this.#tip.style.left = `${fits ? right : Math.max(0, middle - slot / 2 - 6 - this.#tip.offsetWidth)}px`;
  }
}

function rect(value, kind, x, width, y) {
  if (!value) return null;
  const [top, bottom] = [y(Math.max(0, value)), y(Math.min(0, value))];
  return draw("rect", {
    class: `bar ${kind}`,
    x,
    y: top,
    width: Math.max(0.5, width),
    height: Math.max(1, bottom - top),
  });
}

/** After how many slots of that width one has a label. */
function nth(count, wide, every) {
  return every.find((step) => step * wide >= 36) ?? every.at(-1);
}

/** Every drawing brings its own: what a page refers to must not be hidden with another one. */
function hatch() {
  return draw(
    "pattern",
    { id: "hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    draw("rect", { class: "hatch", width: 1.5, height: 8 }),
  );
}
