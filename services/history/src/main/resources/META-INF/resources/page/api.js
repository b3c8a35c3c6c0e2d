// The page's only way to the data: history's own REST API, and what it said last when nobody answers.
import { kept, keep } from "./remembered.js";
import * as figures from "./figures.js";

/** An error the API explained. The status is missing when nobody answered; where one could sign in is said, if one can. */
export class Trouble extends Error {
  constructor(message, status, signIn) {
    super(message);
    this.status = status;
    this.signIn = signIn;
  }
}

let key = sessionStorage.getItem("sem-key") ?? kept("key");
let onOld = () => {};
let signOut = null;
let onPerson = () => {};

/** The key that every question carries from now on, where read keys are set; kept until the tab is closed, or for good. */
export function useKey(given, forGood) {
  key = given;
  sessionStorage.setItem("sem-key", given);
  keep("key", forGood ? given : null);
}

function forgetKey() {
  key = null;
  sessionStorage.removeItem("sem-key");
  keep("key", null);
}

/** Whether questions carry a key, which plain links cannot. */
export const hasKey = () => Boolean(key);

/** Tells from now on whether answers come from history (null), or since when they are kept (an instant). */
export function tellOld(listener) {
  onOld = listener;
}

/** Tells from now on where the person who has signed in can sign out, or null. */
export function tellPerson(listener) {
  onPerson = listener;
}

function person(there) {
  if (there !== signOut) {
    signOut = there;
    onPerson(there);
  }
}

/** An answer, whatever its body; what is no answer is thrown as Trouble. */
async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...(key ? { "X-API-Key": key } : {}) } });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Trouble("nobody answers");
  }
  const there = response.headers.get("SEM-Sign-Out");
  if (there || response.status === 401) person(there);
  if (!response.ok) {
    if (response.status === 403) forgetKey();
    const problem = await response.json().catch(() => ({}));
    throw new Trouble(
      problem.detail ?? `HTTP ${response.status}`,
      response.status,
      response.headers.get("SEM-Sign-In"),
    );
  }
  return response;
}

/** The answer of an address, as JSON. */
export const json = async (path) => (await ask(path)).json();

/** The same of what the page shows first: where nobody answers, as it was last. */
export async function lasting(path) {
  try {
    const answer = await json(path);
    onOld(null);
    // What only a key opens is kept where the key itself is, and what a person has signed in for is kept nowhere.
    if (key ? kept("key") : !signOut) figures.store(path, answer);
    return answer;
  } catch (failure) {
    const old = failure.status == null || failure.status >= 500 ? await figures.last(path) : null;
    if (!old) throw failure;
    onOld(old.at);
    return { ...old.answer, keptAt: old.at };
  }
}

const base = (meter) => `api/v1/meters/${encodeURIComponent(meter)}`;

/** As many as a list shows; next where there are more. */
export const meters = () => lasting("api/v1/meters?limit=200");
export const latest = (meter) => lasting(`${base(meter)}/latest`);
export const peaks = (meter) => lasting(`${base(meter)}/peaks?months=13`);
export const events = (meter, from, to) => json(`${base(meter)}/events?${new URLSearchParams({ from, to })}`);
export const range = (meter, from, to, step) =>
  json(`${base(meter)}/history?${new URLSearchParams({ from, to, step })}`);
export const power = (meter, from, to) => json(`${base(meter)}/power?${new URLSearchParams({ from, to })}`);
export const version = () => json("api/v1/version");

/** A period; the running ones and those beside them are kept. */
export function period(meter, view) {
  const path = address(meter, view);
  return view.offset >= -1 ? lasting(path) : json(path);
}

/** Where the answer to a view is; with further parameters, such as format=csv, its other forms. */
export function address(meter, { period: name, offset, step }, more = {}) {
  return `${base(meter)}/history/${name}?${new URLSearchParams({ offset, ...(step ? { step } : {}), ...more })}`;
}

/** Where the bill of a view is; with further parameters, such as format=csv, its other forms. */
export function billAddress(meter, { period: name, offset }, more = {}) {
  return `${base(meter)}/bill/${name}?${new URLSearchParams({ offset, ...more })}`;
}

/** Null where there is no contract. */
async function ifAny(path) {
  try {
    return await json(path);
  } catch (failure) {
    if (failure.status === 404) return null;
    throw failure;
  }
}

/** The bill of a view; null without a contract. */
export const bill = (meter, view) => ifAny(billAddress(meter, view));

/** What the running month or year will cost; null without a contract. */
export const forecast = (meter, name) => ifAny(`${base(meter)}/bill/forecast?${new URLSearchParams({ period: name })}`);

/** What a kWh costs by quarter hour, and the best time for something that runs; null without a contract. */
export const price = (meter, hours, kwh) => ifAny(`${base(meter)}/price?${new URLSearchParams({ hours, kwh })}`);

/** The contracts of a meter, and where each is said. */
export const contracts = (meter) => json(`${base(meter)}/contracts`);

/** Grid and levies that a contract may lie on. */
export const tariffSets = () => json("api/v1/tariff-sets");

/** What a contract would have made of a month; nothing of it is kept. */
export async function tryContract(meter, contract, offset) {
  const path = `${base(meter)}/contracts/check?${new URLSearchParams({ offset })}`;
  // JSON is YAML.
  const headers = { "Content-Type": "application/yaml" };
  return (await ask(path, { method: "POST", headers, body: JSON.stringify(contract) })).json();
}

/** Where a contract of a meter is kept. */
export const contractAddress = (meter, name) => `${base(meter)}/contracts/${encodeURIComponent(name)}`;

/** Where the whole history of a meter is, as one file. */
export const history = (meter) => `${base(meter)}/export`;

/** The body of an address as a file of that type: a plain link could not carry the key. */
export async function file(path) {
  return (await ask(path)).blob();
}

/** The server-sent events of the newest readings, as they come; ends when the connection does, or by the signal. */
export async function* readings(meter, signal) {
  const response = await ask(`${base(meter)}/live`, { signal, headers: { Accept: "text/event-stream" } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split(/\r?\n\r?\n/);
    rest = parts.pop();
    for (const part of parts) {
      const data = part
        .split(/\r?\n/)
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5))
        .join("\n");
      if (data.trim()) yield JSON.parse(data);
    }
  }
}
