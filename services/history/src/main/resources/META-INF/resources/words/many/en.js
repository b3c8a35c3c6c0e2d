// What the page says where there are many meters, in English: fetched then.
export default {
  manyMeters: "Look for a meter by name or serial number",
  manyFound: "{count} meters found",
};
