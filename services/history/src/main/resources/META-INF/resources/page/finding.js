// Looks for meters that could be read: devices in the network and serial ports. The key is the administrator's, kept as long as the tab.
import { $, make, place, say } from "./dom.js";
import { learn, text } from "./words.js";

/** Offers the search, once it is unfolded. */
export async function findMeters() {
  await learn("find");
  place($("find-room"), ...room());

  async function look() {
    $("find-fields").disabled = true;
    place($("find-list"));
    say($("find-state"), text("finding"));
    try {
      const response = await fetch("api/v1/sources/search", {
        method: "POST",
        headers: { "X-API-Key": $("find-key").value },
      });
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) throw new Error(answer.detail ?? `HTTP ${response.status}`);
      show(answer);
    } catch (failure) {
      say($("find-state"), failure.message);
    } finally {
      $("find-fields").disabled = false;
    }
  }

  function show({ found, networkTrouble }) {
    const count = found.filter(({ source, first }) => source || first).length;
    say($("find-state"), [text(count ? "findDone" : "findNothing"), networkTrouble].filter(Boolean).join(" "));
    place($("find-list"), found.map(one));
  }

  $("find").addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
}

const room = () => [
  make(
    "form",
    { id: "find" },
    make(
      "fieldset",
      { id: "find-fields", className: "plain" },
      make("p", { "data-text": "findWhat" }, text("findWhat")),
      make(
        "p",
        { className: "links" },
        make("label", { htmlFor: "find-key", "data-text": "findKey" }, text("findKey")),
        " ",
        make("input", { id: "find-key", type: "password", autocomplete: "off" }),
        " ",
        make("button", { "data-text": "findLook" }, text("findLook")),
      ),
    ),
  ),
  make("p", { id: "find-state", role: "status" }),
  make("ul", { id: "find-list" }),
];

/** A device or port, with the line to use; what it says of itself and what SEM knows of its kind are in English. */
function one({ name, what, source, first, meter }) {
  const lines = [make("span", { lang: "en" }, `${name}: ${what}`)];
  if (meter) lines.push(make("span", { className: "small advice" }, text("findRead", { meter })));
  else if (first) lines.push(make("span", { className: "small advice", lang: "en" }, first));
  if (source && !meter) {
    lines.push(make("code", { className: "advice" }, `./sem up --meter home=${source}`));
    lines.push(make("code", { className: "advice" }, `SEM_METERS_HOME_SOURCE=${source}`));
  }
  return make("li", {}, ...lines);
}
