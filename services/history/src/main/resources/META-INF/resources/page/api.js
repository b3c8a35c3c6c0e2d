// The page's only way to the data: history's own REST API.

/** An error the API explained: its message is for people. Empty when nobody answered. */
export class Trouble extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

let key = sessionStorage.getItem("sem-key");

/** The key that every question carries from now on, where read keys are set; kept until the tab is closed. */
export function useKey(given) {
  key = given;
  sessionStorage.setItem("sem-key", given);
}

function forgetKey() {
  key = null;
  sessionStorage.removeItem("sem-key");
}

/** Whether questions carry a key, which plain links cannot. */
export const hasKey = () => Boolean(key);

/** An answer, whatever its body; what is no answer is thrown as Trouble. */
async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...(key ? { "X-API-Key": key } : {}) } });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Trouble("");
  }
  if (!response.ok) {
    if (response.status === 403) forgetKey();
    const problem = await response.json().catch(() => ({}));
    throw new Trouble(problem.detail ?? `HTTP ${response.status}`, response.status);
  }
  return response;
}

const json = async (path) => (await ask(path)).json();
const base = (meter) => `api/v1/meters/${encodeURIComponent(meter)}`;

export const meters = () => json("api/v1/meters");
export const latest = (meter) => json(`${base(meter)}/latest`);
export const peaks = (meter) => json(`${base(meter)}/peaks?months=13`);
export const period = (meter, view) => json(address(meter, view));
export const events = (meter, from, to) => json(`${base(meter)}/events?${new URLSearchParams({ from, to })}`);
export const range = (meter, from, to, step) => json(`${base(meter)}/history?${new URLSearchParams({ from, to, step })}`);

/** Where the answer to a view is; with further parameters, such as format=csv, its other forms. */
export function address(meter, { period: name, offset, step }, more = {}) {
  return `${base(meter)}/history/${name}?${new URLSearchParams({ offset, ...(step ? { step } : {}), ...more })}`;
}

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
    const events = (rest + value).split(/\r?\n\r?\n/);
    rest = events.pop();
    for (const event of events) {
      const data = event.split(/\r?\n/).filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
      if (data.trim()) yield JSON.parse(data);
    }
  }
}
