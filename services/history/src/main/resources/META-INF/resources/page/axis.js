// The scale of a drawing's values: round steps, and how they are written.
import { number } from "./numbers.js";

const ROUND = [1, 2, 5, 10];

/**
 * The values at which lines are drawn.
 *
 * @param low the lowest value, at most 0
 * @param high the highest value, at least 0 and more than low
 * @param most about how many lines there is room for
 */
export function ticks(low, high, most = 5) {
  const rough = (high - low) / most;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ROUND.map((each) => each * unit).find((each) => each >= rough * 0.8);
  const values = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) values.push(i * step + 0);
  return { values, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

/** A value as it stands at its line: what flows out is drawn downward and has no sign. */
export const tickWords = (value, digits, signed) => number(signed ? value : Math.abs(value), digits);
