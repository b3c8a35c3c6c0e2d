// The page's words. A language without a word falls back to English.
const TEXTS = {
  en: {
    meter: "Meter", language: "Language", now: "Now", periods: "Periods", earlier: "Earlier", later: "Later",
    day: "Day", week: "Week", month: "Month", year: "Year", today: "Today", thisWeek: "This week", thisMonth: "This month",
    thisYear: "This year", weekTitle: "Week {week}, {from} – {to}", import: "From the grid", export: "To the grid", gas: "Gas", water: "Water",
    peak: "Highest quarter hour", fromGrid: "from the grid", toGrid: "to the grid", balanced: "nothing flows", before: "The period before",
    running: "Still running", gap: "No readings", estimated: "estimated", free: "{kw} free", over: "{kw} too much", until: "until {time}",
    projected: "This quarter hour heads for {kw}", monthPeak: "month peak {kw}", age: "Reading of {time}", stale: "No readings since {time}",
    noReadings: "There are no readings yet. Is the meter connected? Its state: {state}", lost: "The live connection is interrupted; trying again.",
    less: "▼ {percent} less than the period before at this point", more: "▲ {percent} more than the period before at this point",
    same: "As much as the period before at this point", back: "Back to {view}", quarters: "By quarter hour", hours: "By hour",
    registersSummary: "The meter readings these totals come from", tableSummary: "As a table", device: "Device", register: "Register",
    begin: "Begin", end: "End", difference: "Difference", span: "From", coverage: "Known", footer: "SEM, the Smart Energy Meter",
    chart: "Bar chart of {title}: {import} from the grid", kinds: { electricity: "Electricity", gas: "Gas", water: "Water", heat: "Heat", submeter: "Sub-meter", other: "Other" },
    tariff: "tariff {n}", importRegister: "from the grid", exportRegister: "to the grid", unreachable: "SEM does not answer; trying again.", noMeters: "no meter known",
  },
  nl: {
    meter: "Meter", language: "Taal", now: "Nu", periods: "Periodes", earlier: "Vroeger", later: "Later",
    day: "Dag", week: "Week", month: "Maand", year: "Jaar", today: "Vandaag", thisWeek: "Deze week", thisMonth: "Deze maand",
    thisYear: "Dit jaar", weekTitle: "Week {week}, {from} – {to}", import: "Van het net", export: "Naar het net", gas: "Gas", water: "Water",
    peak: "Hoogste kwartier", fromGrid: "van het net", toGrid: "naar het net", balanced: "er loopt niets", before: "De periode ervoor",
    running: "Loopt nog", gap: "Geen metingen", estimated: "geschat", free: "{kw} vrij", over: "{kw} te veel", until: "tot {time}",
    projected: "Dit kwartier gaat naar {kw}", monthPeak: "maandpiek {kw}", age: "Meting van {time}", stale: "Geen metingen sinds {time}",
    noReadings: "Er zijn nog geen metingen. Is de meter verbonden? Zijn toestand: {state}", lost: "De live verbinding is onderbroken; nieuwe poging volgt.",
    less: "▼ {percent} minder dan de vorige periode op dit punt", more: "▲ {percent} meer dan de vorige periode op dit punt",
    same: "Evenveel als de vorige periode op dit punt", back: "Terug naar {view}", quarters: "Per kwartier", hours: "Per uur",
    registersSummary: "De meterstanden achter deze totalen", tableSummary: "Als tabel", device: "Toestel", register: "Stand",
    begin: "Begin", end: "Einde", difference: "Verschil", span: "Van", coverage: "Bekend", footer: "SEM, de slimme energiemeter",
    chart: "Staafdiagram van {title}: {import} van het net", kinds: { electricity: "Elektriciteit", gas: "Gas", water: "Water", heat: "Warmte", submeter: "Tussenmeter", other: "Andere" },
    tariff: "tarief {n}", importRegister: "van het net", exportRegister: "naar het net", unreachable: "SEM antwoordt niet; nieuwe poging volgt.", noMeters: "geen meter bekend",
  },
  fr: {
    meter: "Compteur", language: "Langue", now: "Maintenant", periods: "Périodes", earlier: "Avant", later: "Après",
    day: "Jour", week: "Semaine", month: "Mois", year: "Année", today: "Aujourd’hui", thisWeek: "Cette semaine", thisMonth: "Ce mois",
    thisYear: "Cette année", weekTitle: "Semaine {week}, {from} – {to}", import: "Du réseau", export: "Vers le réseau", gas: "Gaz", water: "Eau",
    peak: "Quart d’heure le plus haut", fromGrid: "du réseau", toGrid: "vers le réseau", balanced: "rien ne passe", before: "La période d’avant",
    running: "En cours", gap: "Pas de mesures", estimated: "estimé", free: "{kw} libres", over: "{kw} de trop", until: "jusqu’à {time}",
    projected: "Ce quart d’heure va vers {kw}", monthPeak: "pointe du mois {kw}", age: "Mesure de {time}", stale: "Pas de mesures depuis {time}",
    noReadings: "Il n’y a pas encore de mesures. Le compteur est-il connecté ? Son état : {state}", lost: "La connexion en direct est interrompue ; nouvel essai.",
    less: "▼ {percent} de moins que la période précédente au même point", more: "▲ {percent} de plus que la période précédente au même point",
    same: "Autant que la période précédente au même point", back: "Retour : {view}", quarters: "Par quart d’heure", hours: "Par heure",
    registersSummary: "Les index derrière ces totaux", tableSummary: "En tableau", device: "Appareil", register: "Index",
    begin: "Début", end: "Fin", difference: "Différence", span: "De", coverage: "Connu", footer: "SEM, le compteur d’énergie intelligent",
    chart: "Histogramme de {title} : {import} du réseau", kinds: { electricity: "Électricité", gas: "Gaz", water: "Eau", heat: "Chaleur", submeter: "Sous-compteur", other: "Autre" },
    tariff: "tarif {n}", importRegister: "du réseau", exportRegister: "vers le réseau", unreachable: "SEM ne répond pas ; nouvel essai.", noMeters: "aucun compteur connu",
  },
};

const kept = localStorage.getItem("sem-language") ?? navigator.language.slice(0, 2);
export let language = TEXTS[kept] ? kept : "en";

/** Changes the language of everything drawn from now on, and remembers it. */
export function speak(chosen) {
  language = chosen;
  localStorage.setItem("sem-language", chosen);
}

/** The text of that name, with {places} filled in. */
export function text(name, places = {}) {
  const found = TEXTS[language][name] ?? TEXTS.en[name];
  return typeof found === "string" ? found.replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "") : found;
}

/** A number in the reader's notation; what is not known is a dash. */
export function number(value, digits = 1) {
  return value == null ? "–" : value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An amount of a unit, with as many digits as people read. */
export function amount(value, unit) {
  return value == null ? "–" : `${number(value, Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2)}\u00a0${unit}`;
}
