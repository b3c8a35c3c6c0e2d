// The page's only way to the data: history's own REST API.

/** An error the API explained: its message is for people. */
export class Trouble extends Error {}

const key = new URLSearchParams(location.search).get("key");

async function get(path) {
  let response;
  try {
    response = await fetch(path, { headers: key ? { "X-API-Key": key } : {} });
  } catch (failure) {
    throw new Trouble("", { cause: failure });
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Trouble(problem.detail ?? `HTTP ${response.status}`);
  }
  return response.json();
}

const base = (meter) => `api/v1/meters/${encodeURIComponent(meter)}`;

export const meters = () => get("api/v1/meters");
export const latest = (meter) => get(`${base(meter)}/latest`);
export const period = (meter, view) => get(address(meter, view));

/** Where the answer to a view is; with format=csv also for the download. */
export function address(meter, { period, offset, step }, format) {
  const query = new URLSearchParams({ offset });
  if (step) query.set("step", step);
  if (format) query.set("format", format);
  if (format && key) query.set("key", key);
  return `${base(meter)}/history/${period}?${query}`;
}

/** Every reading as it comes; the browser reconnects by itself. */
export function live(meter, onReading, onLost) {
  const stream = new EventSource(`${base(meter)}/live${key ? `?key=${encodeURIComponent(key)}` : ""}`);
  stream.onmessage = (event) => onReading(JSON.parse(event.data));
  stream.onerror = onLost;
  return stream;
}
