import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { load, PAGE } from "./page.js";

const { LANGUAGES } = await load("words");
const words = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (each) => [each, (await import(new URL(`words/${each}.js`, PAGE))).default])),
);
/** Words of a part of the page, fetched with it. */
const PARTS = ["arrive", "contract", "find", "group", "many"];
for (const part of PARTS)
  for (const each of LANGUAGES) {
    const more = (await import(new URL(`words/${part}/${each}.js`, PAGE))).default;
    for (const name of Object.keys(more)) assert.ok(!(name in words[each]), `${name} is said twice`);
    words[each] = { ...words[each], ...more };
  }
const names = Object.keys(words.en);
const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort();

test("there are Dutch, French, German and English, and a file for nothing else", async () => {
  assert.deepEqual([...LANGUAGES].sort(), ["de", "en", "fr", "nl"]);
  assert.deepEqual(
    (await readdir(new URL("words/", PAGE))).sort(),
    [...PARTS, ...LANGUAGES.map((each) => `${each}.js`)].sort(),
  );
  for (const part of PARTS)
    assert.deepEqual(
      (await readdir(new URL(`words/${part}/`, PAGE))).sort(),
      LANGUAGES.map((each) => `${each}.js`).sort(),
    );
});

for (const language of LANGUAGES) {
  test(`${language} has all words, each with the places of the others`, () => {
    assert.deepEqual(Object.keys(words[language]), names);
    for (const name of names) {
      assert.ok(words[language][name].trim(), name);
      const may = new Set([...places(words.en[name]), "time", "limit"]);
      for (const place of places(words[language][name]))
        assert.ok(may.has(place), `${name} in ${language} has {${place}}`);
    }
  });

  test(`in ${language} a family reads no setting's name, no file's and no service's`, () => {
    for (const name of names)
      assert.doesNotMatch(words[language][name], /SEM_|sem\.|\.md|docs\/|meter-gateway|\bhistory\b|\bingest\b/, name);
  });
}

test("in German what comes is Bezug and what goes is Einspeisung", () => {
  assert.equal(words.de.import, "Bezug");
  assert.equal(words.de.export, "Einspeisung");
});

test("every word that the page asks for is there, and every word that is there is asked for", async () => {
  const files = (await readdir(new URL("page/", PAGE))).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(
    [...files.map((name) => `page/${name}`), "index.html"].map((name) => readFile(new URL(name, PAGE), "utf8")),
  );
  const all = texts.join("\n");
  const asked = [...all.matchAll(/\btext\(\s*"([\w-]+)"|data-(?:text|label)="([\w-]+)"/g)].map(
    ([, one, other]) => one ?? other,
  );
  assert.ok(asked.length > 60);
  for (const name of asked) assert.ok(names.includes(name), `"${name}" is asked for`);
  const begun = [...all.matchAll(/`([\w-]+)\$\{/g)].map(([, start]) => start);
  const told = (name) =>
    asked.includes(name) ||
    all.includes(`"${name}"`) ||
    begun.some((start) => name.startsWith(start)) ||
    /^(breaker|relay|valve|checksum|fuse|limiter)-/.test(name);
  assert.deepEqual(
    names.filter((name) => !told(name)),
    [],
  );
});
