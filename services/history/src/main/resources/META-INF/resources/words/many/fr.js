// What the page says where there are many meters, in French: fetched then.
export default {
  manyMeters: "Chercher un compteur par nom ou numéro de série",
  manyFound: "{count} compteurs trouvés",
};
