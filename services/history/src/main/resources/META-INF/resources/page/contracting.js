// Setting up a contract: choose where the home is and how the supplier charges, type the numbers from the card, see the month before
// by it, keep it. What is odd is asked about; history and ingest read it as they read a file.
import * as api from "./api.js";
import { askAsAdmin, hasAdminKey, useAdminKey } from "./adminkey.js";
import { billTable, missingWords } from "./bill-lines.js";
import { documentOf, setsOf } from "./contract-document.js";
import { fields } from "./contract-fields.js";
import { dateWords, localDate } from "./dates.js";
import { $, make, place, say, show } from "./dom.js";
import { money, number } from "./numbers.js";
import { lineWords, ruleWords } from "./rules.js";
import { has, learn, text } from "./words.js";

/** History looks at what is kept each five seconds. */
const COUNTS_AFTER_MS = 6_000;

const day = (date) => dateWords(localDate(date), { day: "numeric", month: "short", year: "numeric" });

let sets = [];
let agreed = [];
/** What was looked at last, which alone may be kept. */
let looked = null;

/** Draws the form once it is unfolded; told which meter. */
export async function setUp(meter) {
  await learn("contract");
  place($("contract-room"), ...room());
  const [known, mine] = await Promise.all([api.tariffSets(), api.contracts(meter())]);
  ({ sets } = known);
  agreed = mine.contracts;
  draw();
  draw();
  const form = $("contract-form");
  form.addEventListener("input", ({ target }) => target.id === "contract-key" || keepable(null));
  form.addEventListener("change", () => {
    // What is chosen may take the place of another choice: fields follow what stands there then.
    draw();
    draw();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Read before: fields that are disabled meanwhile say nothing.
    const values = typed();
    work(() => (event.submitter?.id === "contract-keep" ? keep(meter()) : look(meter(), values)));
  });
  $("contracts-agreed").addEventListener("click", (event) => {
    const { name } = event.target.closest("button")?.dataset ?? {};
    if (name) work(() => remove(meter(), name));
  });
  $("language").addEventListener("change", () => setTimeout(draw, 500));
}

/** What stands around the fields. */
const room = () => [
  make("p", { "data-text": "contractWhat" }, text("contractWhat")),
  make("ul", { id: "contracts-agreed", "data-label": "contractsAgreed", "aria-label": text("contractsAgreed") }),
  make(
    "form",
    { id: "contract-form" },
    make(
      "fieldset",
      { id: "contract-all", className: "plain" },
      make("div", { id: "contract-fields" }),
      make("p", { className: "links" }, make("button", { "data-text": "contractLook" }, text("contractLook"))),
      make("ul", { id: "contract-odd" }),
      make("div", { id: "contract-month" }),
      make(
        "p",
        { id: "contract-key-choice" },
        make("label", { htmlFor: "contract-key", "data-text": "contractKey" }, text("contractKey")),
        " ",
        make("input", { id: "contract-key", type: "password", autocomplete: "off" }),
      ),
      make("p", { className: "links" }, make("button", { id: "contract-keep", hidden: true })),
    ),
  ),
  make("p", { id: "contract-state", role: "status" }),
];

/** What is typed. */
function typed() {
  const values = Object.fromEntries(new FormData($("contract-form")));
  const facts = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith("fact-"))
      .map(([name, value]) => [name.slice(5), value.replace(",", ".")]),
  );
  return { utility: "electricity", area: "all-BE", kind: "fixed", ...values, facts };
}

/** Draws what fits what is chosen; what is typed stays. */
function draw() {
  const values = typed();
  place($("contract-fields"), ...fields(values, sets));
  place(
    $("contracts-agreed"),
    agreed.map((each) =>
      make(
        "li",
        { "data-key": each.name },
        `${each.name}: ${agreedWords(each)} `,
        each.said === "page"
          ? make("button", { type: "button", "data-name": each.name }, text("contractRemove", { name: each.name }))
          : null,
        each.fault ? make("span", { lang: "en" }, ` ${each.fault}.`) : null,
      ),
    ),
  );
  show($("contract-key-choice"), !hasAdminKey());
}

function agreedWords({ utility, from, until, said, fault }) {
  if (fault) return text("contractCountsNot");
  const days = text(until ? "contractFromUntil" : "contractSince", { from: day(from), until: until ? day(until) : "" });
  return `${text(`utility-${utility}`)}, ${days}, ${text(`said-${said}`)}`;
}

function keepable(what) {
  looked = what;
  show($("contract-keep"), Boolean(what));
}

async function look(meter, values) {
  keepable(null);
  place($("contract-odd"));
  place($("contract-month"));
  const contract = documentOf(meter, values, setsOf(values.area, values.utility, sets));
  // The month before says more; a meter that is new has only the running one.
  let answer = await api.tryContract(meter, contract, -1);
  if (answer.bill.coverage == null || answer.bill.coverage === 0) answer = await api.tryContract(meter, contract, 0);
  const { questions, bill } = answer;
  place(
    $("contract-odd"),
    questions.map((each) => make("li", {}, questionWords(each))),
  );
  place(
    $("contract-month"),
    make("p", {}, monthWords(bill)),
    make(
      "div",
      { className: "scroll stack bill", tabIndex: 0, role: "region", "aria-label": text("contractMonthTable") },
      billTable(bill),
    ),
    make("ul", { className: "small" }, ...(bill.missing ?? []).map((each) => make("li", {}, missingWords(each)))),
  );
  say($("contract-state"), text(questions.length ? "contractOdd" : "contractFine"));
  say($("contract-keep"), text(questions.length ? "contractKeepAllTheSame" : "contractKeep"));
  keepable({ name: values.name, contract });
}

function monthWords(bill) {
  const month = dateWords(localDate(bill.from), { month: "long", year: "numeric" });
  return bill.total == null
    ? text("contractMonthUnknown", { month })
    : text("contractMonth", { month, total: money(bill.total) });
}

function questionWords({ reason, line, number: value, unit, written, detail }) {
  if (!has(`odd-${reason}`)) return detail;
  return text(`odd-${reason}`, {
    line: lineWords(line),
    value:
      value == null ? "" : `${number(value, Math.abs(value) < 1 ? 4 : 2)}${unit ? `\u00a0${ruleWords(unit)}` : ""}`,
    written: written && unit ? ruleWords(written) : (written ?? ""),
  });
}

async function keep(meter) {
  const { name, contract } = looked;
  givenKey();
  await askAsAdmin(api.contractAddress(meter, name), {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(contract),
  });
  keepable(null);
  counts("contractKept", name);
}

async function remove(meter, name) {
  givenKey();
  await askAsAdmin(api.contractAddress(meter, name), { method: "DELETE" });
  counts("contractRemoved", name);
}

function givenKey() {
  if ($("contract-key").value) useAdminKey($("contract-key").value);
  $("contract-key").value = "";
}

/** Everything on the page may cost something else now. */
function counts(words, name) {
  say($("contract-state"), text(words, { name }));
  setTimeout(() => location.reload(), COUNTS_AFTER_MS);
}

/** Does something that takes a while; what goes wrong is said. */
async function work(what) {
  say($("contract-state"), text("contractWait"));
  $("contract-all").disabled = true;
  try {
    await what();
  } catch (failure) {
    say($("contract-state"), failure.message);
  } finally {
    $("contract-all").disabled = false;
    show($("contract-key-choice"), !hasAdminKey());
  }
}
