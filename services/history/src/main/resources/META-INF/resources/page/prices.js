// What a kWh costs now and in the hours that are known: a curve, the best time for something that runs, and whose prices these are.
import * as api from "./api.js";
import { $, make, place, say, show } from "./dom.js";
import { clock, dateWords, localDate, moment } from "./dates.js";
import { money, number } from "./numbers.js";
import { priceBars } from "./pricebars.js";
import { text } from "./words.js";

const LEAST_SAVED_EUR = 0.01;

let known = null;
let shownAt = null;
/** Where there is no contract there is nothing to ask for again. */
let without = null;
/** Prices change at quarter hours, and tomorrow's come once a day. */
const FRESH_MS = 300_000;
let asked = null;

/** Fetches the prices of a meter, not oftener than they change; where they cannot be had there are none. */
export async function loadPrices(name, isOpen) {
  const question = [name, $("run-hours").value, $("run-kwh").value, Math.floor(Date.now() / FRESH_MS)].join(" ");
  if (without === name || question === asked) return;
  const answer = await api.price(name, $("run-hours").value, $("run-kwh").value);
  if (!isOpen()) return;
  without = answer ? null : name;
  known = answer;
  asked = question;
}

/** Lets what runs be chosen. */
export function chooseRun(meter, explain) {
  new ResizeObserver(() => draw()).observe($("price-curve"));
  const again = async () => {
    const name = meter();
    if (!name || !$("run-form").reportValidity()) return;
    await loadPrices(name, () => name === meter());
    drawPrices();
  };
  for (const id of ["run-hours", "run-kwh"]) $(id).addEventListener("change", () => again().catch(explain));
  $("run-form").addEventListener("submit", (event) => event.preventDefault());
  $("price-curve").addEventListener("pointermove", ({ offsetX }) => point(offsetX));
  $("price-curve").addEventListener("pointerleave", () => point(null));
}

/** Forgets the prices of another meter. */
export function forgetPrices() {
  known = null;
  without = null;
  asked = null;
}

const imported = () => (known?.prices ?? []).filter(({ importEurKwh }) => importEurKwh != null);

/** Shows them where they differ, one price for all hours needs no curve; and why they could not be had. */
export function drawPrices() {
  const prices = imported();
  const values = prices.map(({ importEurKwh }) => importEurKwh);
  const differ = values.length > 1 && Math.max(...values) > Math.min(...values);
  const faults = known?.faults ?? [];
  show($("prices"), differ || faults.length > 0);
  for (const each of document.querySelectorAll(".price-known")) show(each, differ);
  place($("price-faults"), faults.map(faultWords));
  if (!differ) return;
  say($("price-now"), known.current ? perKwh(known.current.importEurKwh) : "–");
  say(
    $("price-next"),
    known.next ? text("priceNext", { price: perKwh(known.next.importEurKwh), time: clock(known.next.from) }) : "",
  );
  say($("price-export"), known.current?.exportEurKwh == null ? "" : exportWords(known.current.exportEurKwh));
  say($("run-words"), runWords(known.stretch));
  say($("price-negative"), negativeWords(prices));
  say($("price-tomorrow"), tomorrowWords(prices));
  place(
    $("price-sources"),
    known.sources.map(({ source, fetchedAt, terms }) =>
      make(
        "li",
        {},
        source === "file"
          ? text("priceFile", { time: moment(fetchedAt) })
          : text("priceSource", { source, time: moment(fetchedAt) }),
        terms ? ` ${text("priceTerms", { terms })}` : null,
      ),
    ),
  );
  draw();
}

const perKwh = (euro) => `${number(euro * 100, 1)}\u00a0c/kWh`;

const exportWords = (euro) =>
  euro < 0 ? text("exportCosts", { price: perKwh(-euro) }) : text("exportEarns", { price: perKwh(euro) });

/** "A 2-hour wash: 13:15 to 15:15, 0.38 € less than now". */
function runWords(stretch) {
  if (!stretch) return text("runUnknown");
  const { hours, from, to, eur, lessThanNowEur } = stretch;
  const isToday = localDate(from).getTime() === localDate(known.current?.from ?? from).getTime();
  const places = {
    hours: number(hours, Number.isInteger(hours) ? 0 : 2),
    from: isToday ? clock(from) : moment(from),
    to: clock(to),
    cost: money(eur),
    less: money(lessThanNowEur),
  };
  if (lessThanNowEur == null) return text("runAt", places);
  return text(lessThanNowEur < LEAST_SAVED_EUR ? "runNow" : "runLess", places);
}

/** When a kWh from the grid costs less than nothing. */
function negativeWords(prices) {
  const now = Date.parse(known.current?.from ?? prices[0].from);
  const ahead = prices.filter(({ importEurKwh, to }) => importEurKwh < 0 && Date.parse(to) > now);
  if (ahead.length === 0) return "";
  let last = 0;
  while (ahead[last + 1]?.from === ahead[last].to) last++;
  return text("priceNegative", { from: moment(ahead[0].from), to: clock(ahead[last].to) });
}

/** Why it could not be had is what the source's answer was: in English. */
const faultWords = ({ source, day, at, detail }) =>
  make(
    "li",
    {},
    text("priceFault", {
      source,
      day: dateWords(localDate(day), { weekday: "long", day: "numeric", month: "long" }),
      time: moment(at),
    }),
    " ",
    make("span", { lang: "en" }, `${detail}.`),
  );

function tomorrowWords(prices) {
  const first = localDate(prices[0].from).getTime();
  return prices.some(({ from }) => localDate(from).getTime() > first) || known.sources.length === 0
    ? ""
    : text("priceTomorrow");
}

function draw() {
  if (!known || $("prices").hidden) return;
  const prices = imported();
  const host = $("price-curve");
  place(host, priceBars(prices, host.clientWidth, host.clientHeight, known, shownAt));
  host.setAttribute("aria-label", `${text("pricesTitle")}. ${$("run-words").textContent}`);
  const at = shownAt && prices.find(({ from }) => from === shownAt);
  say(
    $("price-read"),
    at ? text("priceAt", { from: moment(at.from), to: clock(at.to), price: perKwh(at.importEurKwh) }) : "",
  );
}

function point(x) {
  const prices = imported();
  const width = $("price-curve").clientWidth;
  const at = x == null ? null : prices[Math.floor((prices.length * (x - 52)) / (width - 56))];
  shownAt = at?.from ?? null;
  draw();
}
