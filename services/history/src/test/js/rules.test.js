import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { load } from "./page.js";

const words = await load("words");
const { lineWords, ruleWords } = await load("rules");

const RULES = [
  [
    "0.105 × spot + 0.9 c/kWh, by quarter",
    "0,105 × spotprijs + 0,9 cent/kWh, per kwartier",
    "0,105 × prix spot + 0,9 c€/kWh, par quart d’heure",
    "0,105 × Spotpreis + 0,9 ct/kWh, je Viertelstunde",
  ],
  ["80 EUR/year", "80 €/jaar", "80 €/an", "80 €/Jahr"],
  [
    "capacity + grid energy at most 0.3276168 EUR/kWh over a year",
    "Capaciteit + Nettarief per kWh hoogstens 0,3276168 €/kWh over een jaar",
    "Capacité + Réseau par kWh au plus 0,3276168 €/kWh sur une année",
    "Kapazität + Netz je kWh höchstens 0,3276168 €/kWh über ein Jahr",
  ],
  ["-0.1 × epex-2026_1 EUR/MWh, by month", "-0,1 × epex-2026_1 €/MWh, per maand", null, null],
];

for (const [i, language] of ["nl", "fr", "de"].entries()) {
  test(`a rule is said in ${language} with its numbers, and what a contract calls itself stays`, async () => {
    await words.speak(language);
    for (const [rule, ...said] of RULES) if (said[i]) assert.equal(ruleWords(rule), said[i]);
  });
}

test("in English a rule reads as the API says it, but for the signs of its units", async () => {
  await words.speak("en");
  assert.equal(ruleWords("12.5 c/kWh"), "12.5 c/kWh");
  assert.equal(
    ruleWords("0.05 up to 12000, unknown above a year, EUR/kWh"),
    "0.05 up to 12,000, unknown above a year, €/kWh",
  );
});

test("every line of the sets that SEM brings along has words", async () => {
  await words.speak("nl");
  const folder = new URL("../../../../../libs/bill/src/main/resources/energy/sem/bill/tariff/", import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
  const sets = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
  const lines = new Set(
    sets.flatMap((set) => [...set.matchAll(/^ {6}- \{?\s*name: ([\w ]+)/gm)].map(([, name]) => name)),
  );
  assert.ok(lines.size > 15, `${lines.size} lines`);
  for (const line of lines) assert.notEqual(lineWords(line), line);
});

test("a line of one's own keeps its name", async () => {
  await words.speak("fr");
  assert.equal(lineWords("Korting trouwe klant"), "Korting trouwe klant");
});
