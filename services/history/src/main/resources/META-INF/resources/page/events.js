// What happened other than that something flowed, and what the meter says besides, in words.
import * as api from "./api.js";
import { $, make, place, show } from "./dom.js";
import { trouble } from "./health.js";
import { number } from "./numbers.js";
import { stamp } from "./dates.js";
import { has, text } from "./words.js";

const SWITCHED_OFF = ["disconnected", "ready-for-reconnection"];
const SWITCHES = ["breaker", "relay", "valve"];
/** What is told elsewhere on the page. */
const ELSEWHERE = /^device-/;
/** What was so from the first telegram on is worth a word only where it is no matter of course. */
const NEWS_AT_FIRST = ["text", "message-code"];

let events = { events: [] };
let said = [];

/** Fetches and shows what happened in the period of an answer; isOpen says whether that is still the open one. */
export async function loadEvents(answer, isOpen) {
  const of = `${answer.meter} ${answer.from} ${answer.to}`;
  if (events.of !== of) {
    events = { of, events: [] };
    drawEvents();
  }
  const found = await api.events(answer.meter, answer.from, answer.to);
  if (!isOpen()) return;
  events = { of, events: found.events };
  drawEvents();
}

/** Fetches what the meter says now; isOpen says whether it is still the chosen one. */
export async function loadSaid(meter, isOpen) {
  const now = Date.now();
  const { states } = await api.events(meter, new Date(now).toISOString(), new Date(now + 60_000).toISOString());
  if (isOpen()) said = states;
}

/** Forgets what another meter said. */
export function forgetSaid() {
  said = [];
}

/** Shows the events in the chosen language; what only was so before is left out. */
export function drawEvents() {
  const told = events.events.filter(
    (event) => !ELSEWHERE.test(event.what) && (!event.initial || (NEWS_AT_FIRST.includes(event.what) && event.text)),
  );
  show($("events"), told.length > 0);
  place(
    $("events-list"),
    told.map((event) => make("li", {}, eventWords(event))),
  );
}

/** Shows what holds now, but for what is urgent or the operator's text, which stand above. */
export function drawSaid() {
  const told = said
    .filter((state) => !isUrgent(state) && state.what !== "text")
    .map(stateWords)
    .filter(Boolean);
  show($("said"), told.length > 0);
  place(
    $("said-list"),
    told.map((each) => make("li", {}, each)),
  );
  trouble("operator", operatorText());
}

/** What of it is a fault. */
export const urgent = () =>
  said.filter(isUrgent).map((state) => text("said-since", { words: switchWords(state), time: stamp(state.since) }));

/** The grid operator's text to the customer; null without one. */
function operatorText() {
  const found = said.find((each) => each.what === "text" && each.text);
  return found ? text("event-text", { text: found.text, time: stamp(found.since) }) : null;
}

const isUrgent = ({ what, state }) => (what === "breaker" || what === "valve") && SWITCHED_OFF.includes(state);

/** A time span in its two largest units. */
function span(seconds) {
  const parts = [
    [86_400, "spanDays"],
    [3600, "spanHours"],
    [60, "spanMinutes"],
    [1, "spanSeconds"],
  ];
  const first = parts.findIndex(([unit]) => seconds >= unit);
  if (first < 0) return text("spanSeconds", { n: number(0, 0) });
  const [unit, name] = parts[first];
  const rest = parts[first + 1];
  const more = rest ? Math.floor((seconds % unit) / rest[0]) : 0;
  return (
    text(name, { n: number(Math.floor(seconds / unit), 0) }) + (more ? ` ${text(rest[1], { n: number(more, 0) })}` : "")
  );
}

const quantity = ({ value, unit }) => `${number(value, Number.isInteger(value) ? 0 : 1)}${unit ? `\u00a0${unit}` : ""}`;

function switchWords({ what, state, kind, serial, relay }) {
  const name = `${what}-${state}`;
  return has(name)
    ? text(name, { kind: text(`kind-${kind ?? "other"}`), serial, relay })
    : `${what} ${relay ?? serial}: ${state}`;
}

function counted({ what, phase, value, previousValue }) {
  const more = value > previousValue ? number(value - previousValue, 0) : null;
  return text(more ? "counted-more" : "counted", {
    words: text(`count-${what}`, { phase }),
    more,
    value: number(value, 0),
  });
}

function clockWords({ state, value }) {
  if (state == null) return text("clock-right");
  return text(`clock-${state}-${value < 0 ? "behind" : "ahead"}`, { span: span(Math.abs(value)) });
}

/** What is said of a matter, without its time; of a later version's matter its own words. */
function words(of) {
  const { what, state, value, text: told } = of;
  if (SWITCHES.includes(what)) return switchWords(of);
  if (has(`count-${what}`) && value != null) return counted(of);
  if (what === "clock") return clockWords(of);
  if (state != null && has(`${what}-${state}`)) return text(`${what}-${state}`);
  if (has(`said-${what}`))
    return text(`said-${what}`, { value: value == null ? (state ?? told ?? "–") : quantity(of) });
  return [what, value ?? state ?? told].filter((part) => part != null).join(" ");
}

function eventWords(event) {
  const { at, what, from, seconds } = event;
  const time = stamp(at);
  if (what === "text" || what === "message-code")
    return text(event.text ? `event-${what}` : "event-text-gone", { text: event.text, time });
  if (seconds == null) return text("said-at", { words: words(event), time });
  const places = { time, from: from && stamp(from), span: span(seconds), value: number(event.value, 0) };
  const known = `event-${what}${from ? "" : "-ended"}`;
  return has(known) ? text(known, places) : `${what} ${places.span}, ${time}`;
}

/** What is as it should be goes without saying. */
function stateWords(state) {
  const plain = state.value == null && state.text == null && state.state == null;
  if (plain || (state.what === "checksum" && state.state === "valid") || state.value === 0) return null;
  return text(has(`count-${state.what}`) ? "said-at" : "said-since", { words: words(state), time: stamp(state.since) });
}
