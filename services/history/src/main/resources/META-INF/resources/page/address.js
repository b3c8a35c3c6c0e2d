// Every view is an address: /?meter=home&view=week,-2&show=gas&step=PT15M
export const PERIODS = ["day", "week", "month", "year"];
export const SHOWS = ["electricity", "gas", "water", "cost"];

/** The view that a query string names; what makes no sense in it is today. */
export function read(search) {
  const query = new URLSearchParams(search);
  const [period, offset] = (query.get("view") ?? "").toLowerCase().split(",");
  const back = Number.parseInt(offset, 10);
  return {
    meter: query.get("meter"),
    period: PERIODS.includes(period) ? period : "day",
    offset: PERIODS.includes(period) && back < 0 ? back : 0,
    show: SHOWS.includes(query.get("show")) ? query.get("show") : "electricity",
    step: period === "day" && query.get("step") === "PT15M" ? "PT15M" : null,
  };
}

/** The query string of a view, for a link or the address bar. */
export function write({ meter, period, offset, show, step }) {
  const parts = [`view=${period},${offset}`];
  if (meter) parts.unshift(`meter=${encodeURIComponent(meter)}`);
  if (show && show !== "electricity") parts.push(`show=${show}`);
  if (step && period === "day") parts.push(`step=${step}`);
  return `?${parts.join("&")}`;
}
