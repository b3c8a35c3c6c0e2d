// The bill of the open period, line by line as an invoice has it, so that both can be held side by side.
import * as api from "./api.js";
import { PERIODS } from "./address.js";
import { moment } from "./dates.js";
import { $, make, place, say, show } from "./dom.js";
import { money } from "./numbers.js";
import { state, viewHere } from "./state.js";
import { text } from "./words.js";

let bill = null;
/** The module that draws its lines: most homes have no contract in a file. */
let drawn = null;
/** A meter that has no contract: there is nothing to ask for again. */
let without = null;

/** A bill goes up to the last full quarter hour. */
const QUARTER_MS = 900_000;
let running = { of: null, costs: {} };

const asking = new Map();

/** A bill takes long to work out: whoever asks for the same one meanwhile gets the same answer. */
function ask(meter, view) {
  const of = `${meter} ${view.period} ${view.offset}`;
  if (!asking.has(of)) {
    asking.set(
      of,
      api.bill(meter, view).finally(() => asking.delete(of)),
    );
  }
  return asking.get(of);
}

/** What running periods have cost where the figures themselves do not say it; nothing without a contract. */
export async function runningCosts(meter, answers) {
  const silent = PERIODS.filter((period) => answers[period]?.total.costs?.total == null);
  if (without === meter || silent.length < PERIODS.length) return {};
  const of = `${meter} ${Math.floor(Date.now() / QUARTER_MS)}`;
  if (running.of === of) return running.costs;
  const bills = await Promise.all(PERIODS.map((period) => ask(meter, { period, offset: 0 })));
  const costs = Object.fromEntries(PERIODS.map((period, i) => [period, bills[i]]));
  running = { of, costs };
  return costs;
}

const viewOf = ({ meter, period, offset }) => `${meter} ${period} ${offset}`;

/** The bill of an answer's view, or null as long as it is not known. */
export const billOf = (answer) => (bill?.of === viewOf(answer) ? bill : null);

/** Fetches the bill of the open view where it is wanted; isOpen says whether that is still the open one, draw shows all of it. */
export async function loadBill(answer, isOpen, draw) {
  const of = viewOf(answer);
  if (bill?.of !== of) {
    bill = null;
    drawBill();
  }
  if (without === answer.meter) return;
  const found = await ask(answer.meter, answer);
  if (found) drawn ??= await import("./bill-lines.js");
  if (!isOpen()) return;
  without = found ? null : answer.meter;
  bill = found && { ...found, of };
  draw();
  await loadForecast();
}

/** What a running month or year will cost takes long to work out: once a quarter hour, and only while somebody looks. */
let ahead = { of: null, answer: null };

export function watchBill(explain) {
  $("bill").addEventListener("toggle", () => loadForecast().catch(explain));
  $("totals").addEventListener("click", (event) => {
    if (!event.target.closest("[data-bill]")) return;
    event.preventDefault();
    $("bill").open = true;
    $("bill").scrollIntoView();
  });
}

async function loadForecast() {
  if (!bill || !$("bill").open || bill.offset !== 0 || !["month", "year"].includes(bill.period)) return;
  const of = `${bill.meter} ${bill.period} ${Math.floor(Date.now() / QUARTER_MS)}`;
  if (ahead.of === of) return;
  ahead = { of, answer: null };
  const answer = await api.forecast(bill.meter, bill.period);
  if (ahead.of !== of) return;
  ahead.answer = answer;
  drawBill();
}

function forecastWords() {
  const { answer } = ahead;
  const fits =
    answer?.total != null && bill.offset === 0 && answer.meter === bill.meter && answer.period === bill.period;
  if (!fits) return "";
  const places = { total: money(answer.total), low: money(answer.low), high: money(answer.high) };
  return `${text("forecast", places)} ${text(answer.like === "last-year" ? "forecastYear" : "forecastWeeks")}`;
}

/** Draws it in the chosen language. */
export function drawBill() {
  show($("bill"), Boolean(bill));
  // Only history itself can tell that there is no contract: one that is away tells nothing.
  show($("costs-hint"), without === state.answer?.meter && !state.answer?.total.costs);
  if (!bill) return;
  say($("bill-head"), bill.total == null ? text("billUnknown") : money(bill.total));
  // What stands beside it may count every second: a running bill ends with a quarter hour.
  say($("bill-until"), bill.until ? text("billUntil", { time: moment(bill.until) }) : "");
  say($("bill-ahead"), forecastWords());
  place($("bill-table"), drawn.billTable(bill));
  place(
    $("bill-missing"),
    (bill.missing ?? []).map((each) => make("li", {}, drawn.missingWords(each))),
  );
  const marks = new Set(bill.lines.flatMap((line) => line.marks ?? []));
  place(
    $("bill-marks"),
    [...marks].map((mark) => make("li", {}, `${drawn.markWords(mark)}: ${text(`markMeans-${mark}`)}`)),
  );
  const view = viewHere();
  $("bill-csv").href = api.billAddress(bill.meter, view, { format: "csv" });
  $("bill-csv").download = `sem-bill-${bill.meter}-${bill.period}-${bill.from.slice(0, 10)}.csv`;
}
