// The page's language: by the browser's, until the viewer chooses. Only that language's words are fetched.
export const LANGUAGES = ["nl", "fr", "en"];

const fits = (tag) => LANGUAGES.find((language) => tag?.toLowerCase().split("-")[0] === language);
const wanted = fits(localStorage.getItem("sem-language")) ?? navigator.languages.map(fits).find(Boolean) ?? "en";

export let language;
/** For Intl: the browser's own variant of the language where it has one, else Belgium's. */
export let locale;
let words;

async function load(chosen) {
  words = (await import(`../words/${chosen}.js`)).default;
  language = chosen;
  locale = navigator.languages.find((tag) => tag.includes("-") && fits(tag) === chosen) ?? `${chosen}-BE`;
}

/** Changes the language of everything drawn from now on, and remembers it. */
export async function speak(chosen) {
  await load(chosen);
  localStorage.setItem("sem-language", chosen);
}

/** Whether there are words of that name. */
export const has = (name) => words[name] != null;

/** The words of that name, with {places} filled in. */
export function text(name, places = {}) {
  if (words[name] == null) throw new Error(`no words for ${name} in ${language}`);
  return words[name].replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "");
}

await load(wanted);
