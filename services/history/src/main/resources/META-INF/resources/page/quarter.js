// What may still be switched on in the running quarter hour without a new peak: advice that is only given while it is true.
import { $, say, show } from "./dom.js";
import { kilowatt, number } from "./numbers.js";
import { clock } from "./dates.js";
import { text } from "./words.js";

const QUARTER_S = 900;
/** In the last minutes of a quarter hour hardly anything can raise it any more: the next one is what counts. */
const LAST_S = 180;
/** Advice from an older reading is dimmed: the oven may be on by now. */
const OLD_S = 60;

/** Shows the running quarter hour of a reading that was made so many seconds ago; after its end there is nothing to say. */
export function showQuarter({ at, importKw, quarter }, age) {
  const known = quarter?.projectedKw != null && quarter.limitKw != null;
  const left = known ? (Date.parse(quarter.endsAt) - Date.parse(at)) / 1000 - age : 0;
  const current = known && left > 0;
  show($("advice"), known);
  $("now").classList.toggle("advised", known);
  if (!known) return;
  const old = age > OLD_S;
  $("advice").classList.toggle("old", old);
  $("advice").classList.toggle("gone", !current);
  const words = current ? advice(quarter, importKw ?? 0, left) : { over: false, free: text("noAdvice"), more: "" };
  $("advice").classList.toggle("over", words.over);
  $("advice").classList.toggle("good", current && !words.over && !old);
  say($("free"), words.free);
  say($("free-more"), words.more);
  say($("quarter-words"), current && !words.done ? quarterWords(quarter, left) : "");
  if (current) drawBar(quarter);
}

/** What a person should know about the running quarter hour, in one short line and one longer one. */
function advice({ projectedKw, limitKw, demandKw, freeKw, freeAfterKw, endsAt }, importKw, left) {
  const until = clock(endsAt);
  const after = freeAfterKw ?? Math.max(0, limitKw - importKw);
  if (demandKw > limitKw) {
    return {
      over: true,
      free: text("newPeak", { kw: kilowatt(projectedKw) }),
      more: text("newPeakSure", { limit: kilowatt(limitKw), time: until }),
    };
  }
  if (projectedKw > limitKw) {
    const excess = ((projectedKw - limitKw) * QUARTER_S) / Math.max(left, 1);
    const helps = excess <= importKw;
    return {
      over: true,
      free: text("newPeak", { kw: kilowatt(projectedKw) }),
      more: helps
        ? text("switchOff", { kw: kilowatt(excess), time: until })
        : text("newPeakSure", { limit: kilowatt(limitKw), time: until }),
    };
  }
  if (left <= LAST_S) {
    return {
      over: false,
      // What it heads for in the minutes left is no news any more.
      done: true,
      free: text("freeFrom", { kw: kilowatt(after), time: until }),
      more: text("quarterDone", { kw: kilowatt(projectedKw), limit: kilowatt(limitKw) }),
    };
  }
  return {
    over: false,
    free: text("free", { kw: kilowatt(freeKw), time: until }),
    more: text("freeAfter", { kw: kilowatt(after), time: until }),
  };
}

const quarterWords = ({ projectedKw, limitKw }, left) =>
  text("quarterWords", {
    projected: kilowatt(projectedKw),
    limit: kilowatt(limitKw),
    minutes: number(Math.ceil(left / 60), 0),
  });

function drawBar({ demandKw, projectedKw, limitKw }) {
  const scale = Math.max(limitKw, projectedKw) * 1.12;
  const share = (kw) => `${Math.max(0, (100 * kw) / scale)}%`;
  $("demand-bar").style.width = share(demandKw);
  $("projected-bar").style.width = share(projectedKw);
  $("limit-mark").style.left = share(limitKw);
}
