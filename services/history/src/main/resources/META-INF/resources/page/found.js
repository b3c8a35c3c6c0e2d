// What SEM's own examination found when it looked last, in English as it says it: no more of it than is not said already.
import { $, make, place, say, show } from "./dom.js";
import { moment } from "./dates.js";
import { text } from "./words.js";

/** Checks whose findings begin with the name of a meter: what is said of one is not said of another. */
const OF_A_METER = ["meters", "clocks", "answers"];

/**
 * What is to be said beside what is said already; nothing of a look that was long ago.
 *
 * @param findings as the API tells them
 * @param said the checks whose findings the page says in its own words
 * @param name of the meter that it says them of
 */
export function unsaid(findings, said, name) {
  if (!findings || findings.stale) return [];
  const isSaid = ({ check, what }) =>
    said.includes(check) && (!OF_A_METER.includes(check) || what.startsWith(`${name}: `));
  return findings.faults.filter((fault) => !isSaid(fault));
}

/** Shows them, each with what to do. */
export function showFound(findings, faults) {
  show($("found"), faults.length > 0);
  show($("ailing"), faults.length > 0);
  if (faults.length) say($("found-title"), text("found", { time: moment(findings.at) }));
  place(
    $("found-list"),
    faults.map(({ what, advice }) =>
      make("li", {}, what, advice ? make("span", { className: "small advice" }, advice) : null),
    ),
  );
}
