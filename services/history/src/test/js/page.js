// The page's modules, as tests need them: with a browser's languages, and a language chosen.
export const PAGE = new URL("../../main/resources/META-INF/resources/", import.meta.url);

/** A module of the page. */
export async function load(name) {
  Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-GB", "en"] }, configurable: true });
  return import(new URL(`page/${name}.js`, PAGE));
}

/** Lets the page speak a language from now on. */
export async function speaking(language) {
  const { speak } = await load("words");
  await speak(language);
}
