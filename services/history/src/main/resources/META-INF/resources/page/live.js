// Follows the newest readings: reconnects by itself, rests while nobody looks, and knows when they should have come.
import * as api from "./api.js";

const QUIET_MS = 30_000;
/** A page is looked at by few, and who looks at it wants it back at once. */
const LONGEST_PAUSE_MS = 2_000;

let reading = null;
let arrivedAt = 0;
let gaps = [];
let stop = null;

/** The newest reading, or null. */
export const newest = () => reading;

/** Seconds since the newest reading was made. By the time since it arrived: the viewer's clock may be wrong. */
export const ageSeconds = () =>
  reading ? reading.ageSeconds + keptSeconds(reading) + (performance.now() - arrivedAt) / 1000 : null;

/** A reading that was kept has become older since. */
const keptSeconds = ({ keptAt, seenAt }) => (keptAt ? Math.max(0, (seenAt - Date.parse(keptAt)) / 1000) : 0);

/** Whether readings have stopped: history says so, or the next five of this meter should have come. */
export function isStale() {
  if (!reading) return false;
  if (reading.stale || (reading.keptAt && ageSeconds() * 1000 > QUIET_MS)) return true;
  const usual = gaps.length >= 3 ? [...gaps].sort((a, b) => a - b)[gaps.length >> 1] : null;
  return usual != null && performance.now() - arrivedAt > Math.max(QUIET_MS, 5 * usual);
}

function arrived(next, live) {
  if (reading && Date.parse(next.at) < Date.parse(reading.at)) return false;
  if (live && reading && next.at !== reading.at) {
    gaps = [...gaps.slice(-9), Date.parse(next.at) - Date.parse(reading.at)];
  }
  if (next.at !== reading?.at || !live) arrivedAt = performance.now();
  reading = { ...next, seenAt: Date.now() };
  return true;
}

/**
 * Follows a meter, and no other any more.
 *
 * @param meter its name
 * @param onReading called with each reading
 * @param onLink called with true when connected, with false when the connection is lost
 */
export function follow(meter, onReading, onLink) {
  stop?.();
  reading = null;
  gaps = [];
  let round = null;
  const wake = () => {
    round?.abort();
    round = null;
    if (document.hidden) return;
    round = new AbortController();
    run(meter, round.signal, onReading, onLink);
  };
  document.addEventListener("visibilitychange", wake);
  addEventListener("online", wake);
  stop = () => {
    document.removeEventListener("visibilitychange", wake);
    removeEventListener("online", wake);
    round?.abort();
  };
  wake();
}

async function run(meter, signal, onReading, onLink) {
  for (let pause = 500; !signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      const first = await api.latest(meter).catch((failure) => {
        if (failure.status === 404) return null;
        throw failure;
      });
      if (signal.aborted) return;
      if (first && arrived(first, false)) onReading(first);
      for await (const next of api.readings(meter, signal)) {
        onLink(true);
        pause = 500;
        if (arrived(next, true)) onReading(next);
      }
    } catch {
      if (signal.aborted) return;
    }
    onLink(false);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
}
