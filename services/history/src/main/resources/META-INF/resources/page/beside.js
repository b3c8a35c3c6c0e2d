// The periods that an answer is compared with: the one before, that of the year before, any other, or several years.
import * as api from "./api.js";
import { holding, isRunning, samePoint, title, yearBefore } from "./calendar.js";
import { localDate, today } from "./dates.js";
import { compared } from "./compare.js";
import { text } from "./words.js";

const MOST_YEARS = 6;
const STEPS = { day: "PT1H", week: "P1D", month: "P1D", year: "P1M" };

/**
 * Fetches what stands beside an answer, the most important first.
 *
 * @returns each as history answers it, with its view and the comparison with it; nothing for what cannot be had
 */
export async function beside(meter, answer, view) {
  const views = wanted(answer, view);
  const found = await Promise.all(
    views.map((each) => one(meter, answer, { ...each, step: view.step }).catch(() => null)),
  );
  return found.filter(Boolean);
}

function wanted(answer, { compare, period, offset }) {
  const past = (each) => (each.offset <= 0 ? [each] : []);
  if (compare === "before") return [{ period, offset: offset - 1 }];
  if (compare === "year") return past(yearBefore(answer));
  if (compare !== "years") return past(holding(period, compare, answer.zone));
  const first = answer.firstReadingAt ? localDate(answer.firstReadingAt) : today(answer.zone);
  const oldest = first.getUTCFullYear() - today(answer.zone).getUTCFullYear();
  const years = Array.from({ length: 1 - oldest }, (_, i) => -i).filter((each) => each !== offset);
  return years.slice(0, MOST_YEARS - 1).map((each) => ({ period, offset: each }));
}

async function one(meter, answer, view) {
  const other = await api.period(meter, view);
  const isBefore = view.offset === answer.offset - 1 && answer.comparison;
  return {
    ...other,
    view,
    comparison: isBefore ? answer.comparison : compared(answer, await until(meter, answer, other)),
  };
}

/** What the other period had until the same point, as far as history knows it. */
async function until(meter, answer, other) {
  const point = samePoint(answer, other);
  if (!point || local(point) === local(other.from)) return null;
  if (!isRunning(answer)) return other;
  return api.range(meter, local(other.from), local(point), STEPS[answer.period]);
}

const local = (time) => time.slice(0, 16);

/** The name of a period beside another one, in words. */
export function besideName(other, compare) {
  return compare === "before" || compare === "year" ? text(`beside-${compare}`) : title(other);
}

/** The same where it is told what something is more or less than. */
export function thanName(other, compare) {
  return compare === "before" || compare === "year" ? text(`than-${compare}`) : title(other);
}
