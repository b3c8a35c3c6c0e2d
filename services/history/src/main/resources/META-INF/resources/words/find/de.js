// What the page says where meters are looked for, in German: fetched once somebody does.
export default {
  findWhat:
    "Geräte, die sich im Netz von SEMs Gateway melden, und serielle Anschlüsse, die niemand liest. Bis zu einer halben Minute.",
  findKey: "Der Schlüssel des Verwalters:",
  findLook: "Suchen",
  finding: "Suchen …",
  findDone: "Das wurde gefunden. Die Zeile gehört dorthin, wo SEM gestartet wird, oder in seine Einstellungen:",
  findNothing:
    "Kein Zähler wurde gefunden. Ein Gerät, das sich nicht meldet, wird mit seiner Adresse angegeben; aus einem Container ist das Netz zu Hause nicht erreichbar.",
  findRead: "wird schon gelesen, als {meter}",
};
