// What a group of meters, such as a street, counted together and shared: fetched where there are groups.
import * as api from "./api.js";
import { title } from "./calendar.js";
import { moment } from "./dates.js";
import { $, make, place, say, show } from "./dom.js";
import { amount, number } from "./numbers.js";
import { table } from "./tables.js";
import { learn, text } from "./words.js";

const PERIODS = { day: "groupDay", month: "groupMonth" };
const view = { group: null, period: "month", offset: 0 };
let answer = null;
let explain;

/** Adds the part of the page that is unfolded by who wants to see groups; once. */
export async function offerGroups(onFailure) {
  if ($("groups")) return;
  explain = onFailure;
  await learn("group");
  const folded = make("details", {}, words("groupsSummary", "summary"), make("div", { id: "group-room" }));
  const heading = make("h2", { id: "groups-title", tabIndex: -1, "data-text": "groups" }, text("groups"));
  folded.addEventListener("toggle", () => showGroups().catch(explain), { once: true });
  $("faults").before(
    make("section", { id: "groups", className: "card", "aria-labelledby": "groups-title" }, heading, folded),
  );
  // What is written by text() is written again in another language.
  new MutationObserver(drawGroups).observe(document.documentElement, { attributeFilter: ["lang"] });
}

/** Shows the first group, and lets others and other periods be chosen. */
async function showGroups() {
  const { groups } = await api.json("api/v1/groups");
  // Groups come and go while SEM runs.
  if (!groups.length) {
    $("groups").remove();
    return;
  }
  view.group = groups[0].name;
  place($("group-room"), ...room(groups));
  show($("group-choice"), groups.length > 1);
  $("group-name").addEventListener("change", () => go({ group: $("group-name").value, offset: 0 }));
  $("group-period").addEventListener("change", () => go({ period: $("group-period").value, offset: 0 }));
  $("group-earlier").addEventListener("click", () => go({ offset: view.offset - 1 }));
  $("group-later").addEventListener("click", () => go({ offset: view.offset + 1 }));
  await load();
}

/** Where it is what a group shared in a view; with further parameters, such as format=csv, its other forms. */
const address = ({ group, period, offset }, more = {}) =>
  `api/v1/groups/${encodeURIComponent(group)}/sharing/${period}?${new URLSearchParams({ offset, ...more })}`;

function go(change) {
  Object.assign(view, change);
  load().catch(explain);
}

async function load() {
  const asked = { ...view };
  const found = await api.json(address(asked));
  // Somebody may have gone on meanwhile.
  if (Object.keys(asked).some((each) => asked[each] !== view[each])) return;
  answer = found;
  drawGroups();
}

/** Draws it in the chosen language. */
function drawGroups() {
  if (!answer) return;
  const { total, until, unknownQuarters, key, group, period, from } = answer;
  $("group-later").disabled = view.offset === 0;
  say($("group-title"), title(answer));
  const [taken, injected, shared] = [total.importKwh, total.exportKwh, total.receivedKwh].map((kwh) =>
    amount(kwh, "kWh"),
  );
  say($("group-sum"), `${text("groupSum", { taken, injected, shared })} ${text(`groupKey-${key}`)}`);
  place($("group-table"), statement());
  const notes = [
    until ? text("groupUntil", { time: moment(until) }) : null,
    unknownQuarters ? text("groupUnknown", { count: number(unknownQuarters, 0) }) : null,
    text("groupForecast"),
  ];
  say($("group-note"), notes.filter(Boolean).join(" "));
  $("group-csv").href = address(view, { format: "csv" });
  $("group-csv").download = `sem-${group}-${period}-${from.slice(0, 10)}.csv`;
}

const FIELDS = ["importKwh", "receivedKwh", "restKwh", "exportKwh", "givenKwh", "surplusKwh"];

function statement() {
  const unit = (words) => `${words} (kWh)`;
  const known = ({ coverage }) => (coverage == null ? "–" : `${number(coverage * 100, 0)}\u00a0%`);
  const figures = (each) => [...FIELDS.map((field) => number(each[field], 3)), known(each)];
  const name = ({ meter, sharePercent }) =>
    sharePercent == null ? meter : `${meter} (${number(sharePercent, sharePercent % 1 ? 2 : 0)}\u00a0%)`;
  return table(
    text("groupTable"),
    [
      text("groupMember"),
      unit(text("import")),
      text("groupReceived"),
      text("groupRest"),
      unit(text("export")),
      text("groupGiven"),
      text("groupSurplus"),
      text("coverage"),
    ],
    answer.members.map((each) => [name(each), ...figures(each)]),
    [[text("total"), ...figures({ ...answer.total, coverage: answer.coverage })]],
  );
}

const words = (name, tag = "span") => make(tag, { "data-text": name }, text(name));

const room = (groups) => [
  make(
    "p",
    { className: "links" },
    make(
      "label",
      { id: "group-choice" },
      words("groupName"),
      " ",
      make("select", { id: "group-name" }, ...groups.map(({ name }) => make("option", { value: name }, name))),
    ),
    make(
      "label",
      {},
      words("groupPeriod"),
      " ",
      make(
        "select",
        { id: "group-period" },
        ...Object.entries(PERIODS).map(([period, label]) =>
          make("option", { value: period, selected: period === view.period, "data-text": label }, text(label)),
        ),
      ),
    ),
    make("button", { id: "group-earlier", type: "button", "data-text": "earlier" }, text("earlier")),
    make("button", { id: "group-later", type: "button", "data-text": "later" }, text("later")),
  ),
  make("h3", { id: "group-title" }),
  make("p", { id: "group-sum", role: "status" }),
  make("div", {
    id: "group-table",
    className: "scroll",
    tabIndex: 0,
    role: "region",
    "aria-label": text("groupTable"),
    "data-label": "groupTable",
  }),
  make("p", { id: "group-note", className: "small" }),
  make(
    "p",
    { className: "links" },
    make("a", { id: "group-csv", className: "button", download: "", href: "?", "data-text": "csv" }, text("csv")),
  ),
];
