// What the page says where there are many meters, in German: fetched then.
export default {
  manyMeters: "Einen Zähler nach Name oder Seriennummer suchen",
  manyFound: "{count} Zähler gefunden",
};
