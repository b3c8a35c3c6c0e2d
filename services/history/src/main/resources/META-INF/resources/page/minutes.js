// The minutes of the last day: their mean power, and where a meter is read too seldom for that, its quarter hour's.
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const QUARTER_MIN = 15;
/** Fewer minutes of a quarter hour do not show how it went: a reading now and then is no mean. */
const ENOUGH = 10;
/** The last minutes are asked for again: readings may come late. */
const LATE_MS = 5 * MINUTE_MS;

/** What is known of them, added to each minute. */
export class Minutes {
  #means = new Map();
  #quarters = new Map();
  zone = "UTC";

  /** Until when they are known, in milliseconds; 0 when nothing is. */
  get end() {
    return Math.max(0, ...this.#means.keys()) - LATE_MS;
  }

  /**
   * Adds two answers of history: minutes of power, and the quarter hours of the last day.
   *
   * @param now the instant, in milliseconds: what is over a day old then is forgotten, and the running minute left out
   */
  add(power, quarters, now) {
    this.zone = power.zone;
    const first = Date.parse(power.from);
    power.importKw.forEach((importKw, i) => {
      const kw = net(importKw, power.exportKw[i]);
      if (kw != null) this.#means.set(first + i * MINUTE_MS, kw);
    });
    // The running minute is not over: its mean would jump.
    this.#means.delete(Math.floor(now / MINUTE_MS) * MINUTE_MS);
    this.#quarters.clear();
    for (const { from, importKwh, exportKwh } of quarters.buckets) {
      if (Date.parse(from) >= Date.parse(quarters.dataUntil)) continue;
      const kwh = net(importKwh, exportKwh);
      if (kwh != null) this.#quarters.set(Date.parse(from), kwh * 4);
    }
    for (const at of this.#means.keys()) if (at < now - DAY_MS) this.#means.delete(at);
  }

  /** All minutes from the first that is known to the last, each with its instant and kW; null where nothing is known. */
  all() {
    const known = [...this.#quarters.keys(), ...this.#means.keys()];
    if (known.length === 0) return [];
    const end = Math.max(
      ...this.#means.keys(),
      ...[...this.#quarters.keys()].map((at) => at + (QUARTER_MIN - 1) * MINUTE_MS),
    );
    const minutes = [];
    for (let quarter = quarterOf(Math.min(...known)); quarter <= end; quarter += QUARTER_MIN * MINUTE_MS)
      minutes.push(...this.#quarter(quarter, end));
    return minutes;
  }

  #quarter(start, end) {
    const times = Array.from({ length: QUARTER_MIN }, (_, i) => start + i * MINUTE_MS).filter((at) => at <= end);
    const means = times.map((at) => this.#means.get(at) ?? null);
    const enough = means.filter((kw) => kw != null).length >= ENOUGH || !this.#quarters.has(start);
    return times.map((at, i) => ({ at, kw: enough ? means[i] : this.#quarters.get(start) }));
  }
}

const quarterOf = (at) => Math.floor(at / (QUARTER_MIN * MINUTE_MS)) * QUARTER_MIN * MINUTE_MS;

const net = (out, back) => (out == null && back == null ? null : (out ?? 0) - (back ?? 0));
