// Every view is an address: /?meter=home&view=week,-2&show=gas&step=PT15M&with=year
export const PERIODS = ["day", "week", "month", "year"];
export const SHOWS = ["electricity", "gas", "water", "cost"];
/** What a period may be compared with by name; any other is the period that holds a date. */
export const COMPARED = ["before", "year", "years"];

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The view that a query string names; what makes no sense in it is today. */
export function read(search) {
  const query = new URLSearchParams(search);
  const [period, offset] = (query.get("view") ?? "").toLowerCase().split(",");
  const back = Number.parseInt(offset, 10);
  const known = PERIODS.includes(period);
  const other = query.get("with");
  return {
    meter: query.get("meter"),
    period: known ? period : "day",
    offset: known && back < 0 ? back : 0,
    show: SHOWS.includes(query.get("show")) ? query.get("show") : "electricity",
    step: period === "day" && query.get("step") === "PT15M" ? "PT15M" : null,
    compare: COMPARED.includes(other) || isDate(other) ? fitting(other, period) : "before",
  };
}

/** Several years stand beside each other month by month. */
const fitting = (compare, period) => (compare === "years" && period !== "year" ? "year" : compare);

const isDate = (text) => DATE.test(text ?? "") && !Number.isNaN(Date.parse(text));

/** The query string of a view, for a link or the address bar. */
export function write({ meter, period, offset, show, step, compare }) {
  const parts = [`view=${period},${offset}`];
  if (meter) parts.unshift(`meter=${encodeURIComponent(meter)}`);
  if (show && show !== "electricity") parts.push(`show=${show}`);
  if (step && period === "day") parts.push(`step=${step}`);
  if (compare && fitting(compare, period) !== "before") parts.push(`with=${fitting(compare, period)}`);
  return `?${parts.join("&")}`;
}
