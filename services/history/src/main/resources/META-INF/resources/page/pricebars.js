// How prices are drawn: a bar each quarter hour from nothing up or down, what is over pale, the running one and the best hours marked.
import { ticks } from "./axis.js";
import { clock } from "./dates.js";
import { draw } from "./dom.js";
import { number } from "./numbers.js";

const LEFT = 52;
const RIGHT = 4;
const TOP = 20;
const BOTTOM = 26;
const LABEL_PX = 64;
const HOURS = [1, 2, 3, 4, 6, 12];

/**
 * Draws prices.
 *
 * @param prices in order of time, each with from, to and importEurKwh
 * @param known with the running quarter hour and the best stretch
 * @param shownAt the start of the quarter hour that is pointed at, or null
 */
export function priceBars(prices, width, height, { current, stretch }, shownAt) {
  const cents = prices.map(({ importEurKwh }) => importEurKwh * 100);
  const low = Math.min(0, ...cents);
  const high = Math.max(0.1, ...cents);
  const slot = (width - LEFT - RIGHT) / prices.length;
  const y = (value) => TOP + ((height - TOP - BOTTOM) * (high - value)) / (high - low);
  const now = current ? Date.parse(current.from) : Infinity;
  const best = stretch ? [Date.parse(stretch.from), Date.parse(stretch.to)] : [Infinity, -Infinity];
  const bars = prices.map(({ from, importEurKwh }, i) => {
    const at = Date.parse(from);
    const kind = at === now ? "now" : at >= best[0] && at < best[1] ? "best" : at < now ? "over" : "";
    const [top, bottom] = [y(Math.max(0, importEurKwh * 100)), y(Math.min(0, importEurKwh * 100))];
    return draw("rect", {
      class: `price ${kind}${importEurKwh < 0 ? " negative" : ""}${from === shownAt ? " pointed" : ""}`,
      "data-key": from,
      x: (LEFT + i * slot).toFixed(2),
      width: Math.max(0.5, slot - (slot > 5 ? 1 : 0.4)).toFixed(2),
      y: top.toFixed(1),
      height: Math.max(1, bottom - top).toFixed(1),
    });
  });
  return draw(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, "data-key": "drawing" },
    ...rules(low, high, y, width),
    draw("text", { x: 0, y: 11, class: "unit", "data-key": "unit" }, "c/kWh"),
    ...bars,
    ...hours(prices, slot, height),
  );
}

function rules(low, high, y, width) {
  const { values, digits } = ticks(low, high, 4);
  return values.map((value) =>
    draw(
      "g",
      { "data-key": `line ${value}`, class: value === 0 ? "zero" : "rule" },
      draw("line", { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
      draw("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, number(value, digits)),
    ),
  );
}

function hours(prices, slot, height) {
  const room = Math.max(2, (slot * prices.length) / LABEL_PX);
  const step = HOURS.find((each) => prices.length / (4 * each) <= room) ?? 24;
  return prices.flatMap(({ from }, i) =>
    from.slice(14, 16) === "00" && Number(from.slice(11, 13)) % step === 0
      ? [
          draw(
            "text",
            { x: LEFT + i * slot, y: height - 8, "text-anchor": "middle", "data-key": `time ${from}` },
            clock(from),
          ),
        ]
      : [],
  );
}
