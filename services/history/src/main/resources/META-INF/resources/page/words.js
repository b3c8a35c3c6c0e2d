// The page's language: by the browser's, until the viewer chooses. Only that language's words are fetched.
import { kept, keep } from "./remembered.js";

export const LANGUAGES = ["nl", "fr", "de", "en"];

const fits = (tag) => LANGUAGES.find((language) => tag?.toLowerCase().split("-")[0] === language);

export let language;
/** For Intl: the browser's own variant of the language where it has one, else Belgium's. */
export let locale;
let words;
/** What else there are words for: fetched by who needs them. */
const parts = new Set();

/** The language that the viewer has chosen, or the browser's first that there is. */
export const wanted = () => fits(kept("language")) ?? navigator.languages.map(fits).find(Boolean) ?? "en";

/** Changes the language of everything drawn from now on. */
export async function speak(chosen) {
  const all = await Promise.all([
    import(`../words/${chosen}.js`),
    ...[...parts].map((part) => import(`../words/${part}/${chosen}.js`)),
  ]);
  words = Object.assign({}, ...all.map((each) => each.default));
  language = chosen;
  locale = navigator.languages.find((tag) => tag.includes("-") && fits(tag) === chosen) ?? `${chosen}-BE`;
}

/** Fetches the words of a part of the page too, from now on in each language. */
export function learn(part) {
  parts.add(part);
  return speak(language);
}

/** Remembers a language as the viewer's choice. */
export const choose = (chosen) => keep("language", chosen);

/** Whether there are words of that name. */
export const has = (name) => words[name] != null;

/** The words of that name, with {places} filled in. */
export function text(name, places = {}) {
  if (words[name] == null) throw new Error(`no words for ${name} in ${language}`);
  return words[name].replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "");
}
