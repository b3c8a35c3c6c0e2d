// Where there are more meters than fit into a list: one is looked for by a part of its name or of a serial number.
import * as api from "./api.js";
import { $, make, place, say } from "./dom.js";
import { learn, text } from "./words.js";

let found = [];

const some = (wanted) => `api/v1/meters?${new URLSearchParams(wanted)}`;

/** The meter of this name; undefined where there is none. */
export const named = async (name) => name && (await api.lasting(some({ meter: name }))).meters[0];

/**
 * Offers to look for a meter, in the place of the list of all.
 *
 * @param name of the meter that is shown
 * @param choose shows another one by its name
 * @param explain says what went wrong
 */
export async function offerSearch(name, choose, explain) {
  if (!$("meter-search")) {
    await learn("many");
    $("meter-choice").after(...room(choose, explain));
  }
  if (document.activeElement !== $("meter-search")) $("meter-search").value = name;
}

function room(choose, explain) {
  const field = make("input", {
    id: "meter-search",
    type: "search",
    maxLength: 96,
    autocomplete: "off",
    "aria-label": text("manyMeters"),
    "data-label": "manyMeters",
    "aria-describedby": "meter-found",
  });
  // A property of that name is only read.
  field.setAttribute("list", "meter-names");
  field.addEventListener("focus", () => field.select());
  field.addEventListener("input", () => look(field.value).catch(explain));
  field.addEventListener("change", () => look(field.value).then(() => settle(field.value, choose), explain));
  return [
    field,
    make("datalist", { id: "meter-names" }),
    make("span", { id: "meter-found", className: "off-screen", role: "status" }),
  ];
}

async function look(part) {
  const answer = await api.json(some({ search: part.trim(), limit: 20 }));
  // Somebody may have typed on meanwhile.
  if ($("meter-search").value !== part) return;
  found = answer.meters;
  place(
    $("meter-names"),
    found.map(({ name, devices }) =>
      make("option", { "data-key": name, value: name }, devices.map(({ serial }) => serial).join(", ")),
    ),
  );
  say($("meter-found"), text("manyFound", { count: answer.next ? `${found.length}+` : found.length }));
}

/** One that was named whole, or is the only one found, is shown. */
function settle(part, choose) {
  const one = found.find(({ name }) => name === part.trim()) ?? (found.length === 1 ? found[0] : null);
  if (!one) return;
  $("meter-search").value = one.name;
  choose(one.name);
}
