// What the page says where meters are looked for, in Dutch: fetched once somebody does.
export default {
  findWhat:
    "Toestellen die zich melden in het netwerk van SEM's gateway, en seriële poorten die niemand leest. Tot een halve minuut.",
  findKey: "De sleutel van de beheerder:",
  findLook: "Zoeken",
  finding: "Zoeken …",
  findDone: "Dit is gevonden. Zet de regel waar SEM gestart wordt, of in zijn instellingen:",
  findNothing:
    "Er is geen meter gevonden. Een toestel dat zich niet meldt, wordt met zijn adres opgegeven; vanuit een container is het netwerk thuis niet bereikbaar.",
  findRead: "wordt al gelezen, als {meter}",
};
