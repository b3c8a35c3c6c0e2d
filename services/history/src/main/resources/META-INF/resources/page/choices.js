// What the viewer chooses for good: the language, the colours, whether single keys do anything.
import { $, say } from "./dom.js";
import { keep, kept } from "./remembered.js";
import { paint, theme } from "./theme.js";
import { choose, language, speak, text } from "./words.js";

/** Writes the words of the page that stand still. */
export function label() {
  document.documentElement.lang = language;
  $("language").value = language;
  $("theme").value = theme();
  document.querySelectorAll("[data-text]").forEach((element) => say(element, text(element.dataset.text)));
  document
    .querySelectorAll("[data-label]")
    .forEach((element) => element.setAttribute("aria-label", text(element.dataset.label)));
}

/** Lets them be chosen; drawAll writes all else again in another language. */
export function offerChoices(drawAll) {
  $("language").addEventListener("change", async () => {
    const chosen = $("language").value;
    choose(chosen);
    await speak(chosen);
    label();
    drawAll();
  });
  $("theme").addEventListener("change", () => paint($("theme").value));
  $("keys").checked = kept("keys") !== "off";
  $("keys").addEventListener("change", () => keep("keys", $("keys").checked ? null : "off"));
}
