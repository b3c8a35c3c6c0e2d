// Light, dark, or as the system has it. first.js puts the kept choice in force at the start.
import { keep } from "./remembered.js";

const CHOICES = ["auto", "light", "dark"];

/** The choice in force. */
export const theme = () =>
  CHOICES.includes(document.documentElement.dataset.theme) ? document.documentElement.dataset.theme : "auto";

/** Puts a choice in force and remembers it. */
export function paint(choice) {
  keep("theme", choice);
  document.documentElement.dataset.theme = choice;
}
