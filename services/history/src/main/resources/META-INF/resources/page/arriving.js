// What comes to the page: files of other systems, looked at first, then taken, and taken out again.
import { askAsAdmin as ask, hasAdminKey, useAdminKey } from "./adminkey.js";
import { $, make, place, say, show } from "./dom.js";
import { learn, locale, text } from "./words.js";

let file = null;

const number = (value) => new Intl.NumberFormat(locale).format(value);
const day = (instant) => new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(instant));

/** Offers to take files, once it is unfolded; told which meter, and what to do when something has changed. */
export function takeFiles(meter, changed) {
  // Fetched meanwhile: whoever drops a file at once is heard.
  const known = learn("arrive");
  const address = () => `api/v1/meters/${encodeURIComponent(meter())}/imports`;

  /** The plan for the file, while lines say how far it is. */
  async function send(dryRun) {
    const query = new URLSearchParams({ "dry-run": dryRun });
    if ($("arrive-anchor").value.trim()) query.set("anchor", $("arrive-anchor").value.trim());
    const response = await ask(`${address()}?${query}`, {
      method: "POST",
      body: file,
      headers: { Accept: "application/x-ndjson", "Content-Type": "application/octet-stream" },
    });
    let rest = "";
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + (value ?? "")).split("\n");
      rest = lines.pop();
      for (const line of lines.filter(Boolean).map((each) => JSON.parse(each))) {
        if (line.plan) return line.plan;
        if (line.problem) throw new Error(line.problem.detail);
        $("arrive-progress").value = line.share;
        say($("arrive-state"), text(`arriving-${line.step}`));
      }
      if (done) throw new Error(text("arrivingBroken"));
    }
  }

  /** Does something that takes a while; what goes wrong is said. */
  async function work(what) {
    $("arrive-fields").disabled = true;
    show($("arrive-progress"), true);
    $("arrive-progress").value = 0;
    try {
      await known;
      await what();
    } catch (failure) {
      say($("arrive-state"), failure.message);
    } finally {
      $("arrive-fields").disabled = false;
      show($("arrive-progress"), false);
      show($("arrive-key-choice"), !hasAdminKey());
    }
  }

  const look = () =>
    work(async () => {
      place($("arrive-plan"));
      show($("arrive-take"), false);
      const plan = await send(true);
      place($("arrive-plan"), planned(plan));
      show($("arrive-take"), !plan.refusal && plan.quarters > 0);
      say(
        $("arrive-state"),
        text(plan.refusal ? "arrivingRefused" : plan.quarters ? "arrivingSure" : "arrivingNothing"),
      );
    });

  const take = () =>
    work(async () => {
      const plan = await send(false);
      show($("arrive-take"), false);
      place($("arrive-plan"), plan.refusal ? planned(plan) : null);
      say($("arrive-state"), text(plan.refusal ? "arrivingRefused" : "arrivingDone", { n: number(plan.quarters) }));
      await list();
      changed();
    });

  const undo = (each) =>
    work(async () => {
      await ask(`${address()}/${each.number}`, { method: "DELETE" });
      say($("arrive-state"), text("arrivingOut", { n: each.number }));
      await list();
      changed();
    });

  async function list() {
    const imports = (await (await ask(address())).json()).filter((each) => each.state === "done");
    place(
      $("arrived"),
      imports.map((each, index) => {
        const words = text("arrivedOne", {
          n: each.number,
          format: each.format,
          from: day(each.from),
          to: day(each.to),
          quarters: number(each.quarters),
        });
        const button = make("button", { type: "button", textContent: text("arrivingUndo") });
        button.dataset.number = each.number;
        return make("li", { "data-key": String(each.number) }, `${words} `, index === 0 ? button : null);
      }),
    );
  }

  function chosen(files) {
    [file] = files;
    if (!file) return;
    if ($("arrive-key").value) useAdminKey($("arrive-key").value);
    $("arrive-key").value = "";
    look();
  }

  $("arrived").addEventListener("click", (event) => {
    const chosenOne = event.target.closest("button")?.dataset.number;
    if (chosenOne) undo({ number: chosenOne });
  });
  $("arrive-file").addEventListener("change", () => {
    if ($("arrive-file").files[0] !== file) chosen($("arrive-file").files);
  });
  $("arrive-take").addEventListener("click", take);
  $("arrive").addEventListener("submit", (event) => {
    event.preventDefault();
    chosen(file ? [file] : $("arrive-file").files);
  });
  for (const name of ["dragover", "drop"])
    $("arriving").addEventListener(name, (event) => {
      event.preventDefault();
      if (name !== "drop" || !event.dataTransfer.files.length) return;
      chosen(event.dataTransfer.files);
      // So that its name is to be read beside the button that chooses one.
      $("arrive-file").files = event.dataTransfer.files;
    });
  show($("arrive-key-choice"), !hasAdminKey());
  // Whoever is quick has chosen already.
  if ($("arrive-file").files.length) chosen($("arrive-file").files);
  else if (hasAdminKey()) work(list);
}

/** What a plan says, in the page's language; what only ingest can say is in English. */
function planned(plan) {
  const lines = plan.devices.flatMap((each) => [
    text("arrivingValues", {
      serial: each.serial,
      values: number(each.values),
      from: day(each.from),
      to: day(each.to),
      estimated: number(each.estimated),
      unknown: number(each.unknown),
    }),
    each.overlapping
      ? text("arrivingOverlap", { n: number(each.overlapping), most: number(each.greatestDifference) })
      : text(each.sameSerial ? "arrivingSameSerial" : "arrivingNoOverlap"),
    text("arrivingChanges", { added: number(each.added), replaced: number(each.replaced) }),
  ]);
  const refused = plan.refused.map(({ line, cause }) => make("li", { lang: "en" }, `${line}: ${cause}`));
  return [
    ...lines.map((line) => make("li", {}, line)),
    plan.refusedRows
      ? make("li", {}, text("arrivingRows", { n: number(plan.refusedRows) }), make("ul", {}, ...refused))
      : null,
    plan.refusal ? make("li", { lang: "en" }, plan.refusal) : null,
  ];
}
