// What the page knows and shows at the moment.
import * as address from "./address.js";

export const state = {
  meters: [],
  /** The chosen meter, as the API tells it. */
  meter: null,
  /** What is open, as the address says it. */
  view: address.read(globalThis.location?.search ?? ""),
  /** The answer to it, and what stands beside it. */
  answer: null,
  others: [],
  /** The answers of the four running periods, by their names. */
  tiles: {},
  /** What they cost by their bills, where the answers do not say it. */
  costs: {},
  peaks: null,
  base: null,
  /** How backups and storing are, and what SEM found wrong with itself, as the API tells it. */
  beside: {},
};

/** The view that is open with its meter's name, where the address has to say it. */
export function viewHere() {
  const named = state.meters.length > 1 || state.view.meter;
  return { ...state.view, meter: named ? (state.meter?.name ?? state.view.meter) : null };
}
