// What the page says where there are many meters, in Dutch: fetched then.
export default {
  manyMeters: "Zoek een meter op naam of serienummer",
  manyFound: "{count} meters gevonden",
};
