// Asks history for a day, the newest reading and the peaks: node out/ask.js ADDRESS METER
// history.ts is made from docs/openapi/history.yaml: npx openapi-typescript docs/openapi/history.yaml -o history.ts
import createClient from "openapi-fetch";
import type { components, paths } from "./history.js";

type Problem = components["schemas"]["Problem"];

const [address, meter] = process.argv.slice(2);
if (address === undefined || meter === undefined) {
  throw new Error("which address, and which meter?");
}
// A period may also come as CSV; this asks for JSON, and errors are JSON too.
const history = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: address });
const path = { meter };

function known<T>(answer: { data?: T; error?: Problem }): T {
  if (answer.data === undefined) {
    throw new Error(answer.error?.detail ?? "no answer");
  }
  return answer.data;
}

const day = known(
  await history.GET("/api/v1/meters/{meter}/history/{view}", {
    params: { path: { ...path, view: "day" }, query: { offset: "-1", step: "PT1H", until: "last-quarter" } },
  }),
);
const sum = day.buckets.reduce((total, bucket) => total + (bucket.importKwh ?? 0), 0);
console.log(`day ${day.from} ${day.buckets.length} buckets ${sum.toFixed(3)} of ${day.total.importKwh?.toFixed(3)} kWh`);

const latest = known(await history.GET("/api/v1/meters/{meter}/latest", { params: { path } }));
console.log(`latest ${latest.at} ${latest.devices.map((device) => device.kind).join()} ${latest.quarter?.freeKw ?? "?"} kW free`);

const peaks = known(
  await history.GET("/api/v1/meters/{meter}/peaks", { params: { path, query: { months: "2" } } }),
);
for (const month of peaks.months) {
  const source: "meter" | "computed" = month.source;
  console.log(`peak ${month.month} ${month.peakKw} kW ${source}`);
}

const nobody = await history.GET("/api/v1/meters/{meter}/latest", { params: { path: { meter: "nobody" } } });
console.log(`nobody ${nobody.response.status} ${nobody.error?.detail}`);
