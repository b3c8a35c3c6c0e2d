// What is typed from a supplier's card as the document that a contract is kept in (docs/contracts.example.yaml). Pure.

/** The end of netting in the Netherlands. */
const NETTING_ENDS = "2027-01-01";

/** A number as it is typed, with a comma or a point, as documents write it. */
const decimal = (typed) => typed.trim().replace(",", ".").replace(/^\+/, "");

const negative = (typed) => {
  const number = decimal(typed);
  return number.startsWith("-") ? number.slice(1) : `-${number}`;
};

/** Which kind of price each kind of contract has: fixed, by the meter's tariffs, or after the day-ahead price by this step. */
export const KINDS = { fixed: null, bands: null, month: "month", hour: "hour", quarter: "quarter" };

const STEPS = new Set(["month", "hour", "quarter"]);

/** Whether prices follow the day-ahead price. */
export const isSpot = (kind) => STEPS.has(kind);

/** The country of an area: a set's name, or a country itself where the grid is in one's prices. */
export const countryOf = (area) => (area.startsWith("netherlands") || area.endsWith("NL") ? "NL" : "BE");

/** The names of the sets that a home in an area lies on, of those there are. */
export function setsOf(area, utility, sets) {
  if (area.startsWith("all-")) return [];
  const levies = { BE: "belgium-", NL: "netherlands-" }[countryOf(area)];
  const mine = sets.filter((each) => each.utility === utility);
  return [
    ...mine.filter((each) => each.owner === "grid" && each.name === area),
    ...mine.filter((each) => each.owner === "levy" && each.name.startsWith(levies)),
  ];
}

/** The formula of what is paid, or with earned of what comes back. */
function formula(factor, plus, earned) {
  const a = earned ? negative(factor) : decimal(factor);
  const b = earned ? negative(plus || "0") : decimal(plus || "0");
  return b.startsWith("-") ? `${a} * spot - ${b.slice(1)}` : `${a} * spot + ${b}`;
}

function bands(day, night, country, sign) {
  // The meter's tariffs 1 and 2 mean opposite things in Belgium and in the Netherlands.
  const [high, low] = country === "NL" ? ["2", "1"] : ["1", "2"];
  return [
    { name: "high", tariff: high, price: sign(day) },
    { name: "low", tariff: low, price: sign(night) },
  ];
}

function priced(typed, flow, country) {
  const earned = flow === "export";
  const sign = earned ? negative : decimal;
  const of = earned
    ? { one: typed.earned, factor: typed.earnedFactor, plus: typed.earnedPlus }
    : { one: typed.price, factor: typed.factor, plus: typed.plus };
  if (isSpot(typed.kind)) return { formula: formula(of.factor, of.plus, earned), step: KINDS[typed.kind] };
  if (typed.kind === "bands" && !earned) return { bands: bands(typed.day, typed.night, country, sign) };
  return { price: sign(of.one) };
}

/** Each component once, or where the year is netted until a day, before and after it. */
function netted(component, typed, nettedUntil) {
  if (!nettedUntil) return [component];
  if (nettedUntil === "always") return [{ ...component, net: "year" }];
  if (typed.from >= nettedUntil) return [component];
  return [
    { ...component, until: nettedUntil, net: "year" },
    { ...component, from: nettedUntil },
  ];
}

/** Until when the year's import and export are taken from each other; null: never. */
function netsUntil(typed, country) {
  if (typed.utility !== "electricity" || isSpot(typed.kind)) return null;
  if (typed.facts.compensation === "yes") return "always";
  return country === "NL" && typed.netting ? NETTING_ENDS : null;
}

function energy(typed, country, vat) {
  const nettedUntil = netsUntil(typed, country);
  const main = {
    name: typed.utility === "electricity" ? "energy" : typed.utility,
    flow: "import",
    unit: typed.unit,
    vat,
  };
  const lines = netted({ ...main, ...priced(typed, "import", country) }, typed, nettedUntil);
  const hasExport = typed.utility === "electricity" && (isSpot(typed.kind) ? typed.earnedFactor : typed.earned);
  if (!hasExport) return lines;
  const fed = { name: "injection", flow: "export", unit: typed.unit, vat: "none" };
  return [...lines, ...netted({ ...fed, ...priced(typed, "export", country) }, typed, nettedUntil)];
}

/** The document of what is typed; sets are those of setsOf. */
export function documentOf(meter, typed, sets) {
  const country = countryOf(typed.area);
  const vat = typed.vat === "none" ? "none" : `${decimal(typed.percent)}${typed.vat === "included" ? " included" : ""}`;
  const components = energy(typed, country, vat);
  if (typed.more)
    components.push({ name: "certificates", flow: "import", unit: typed.unit, vat, price: decimal(typed.more) });
  if (typed.fee)
    components.push({
      name: typed.feeUnit === "EUR/year" ? "yearly fee" : "monthly fee",
      unit: typed.feeUnit,
      vat,
      price: decimal(typed.fee),
    });
  const facts = Object.fromEntries(
    sets.flatMap((set) => set.facts).flatMap(({ name }) => (typed.facts[name] ? [[name, typed.facts[name]]] : [])),
  );
  const contract = {
    name: typed.name,
    utility: typed.utility,
    meter,
    from: typed.from,
    ...(typed.until ? { until: typed.until } : {}),
    ...(typed.utility === "electricity" ? { area: country } : {}),
    ...(sets.length ? { sets: sets.map(({ name }) => name) } : {}),
    ...(Object.keys(facts).length ? { facts } : {}),
    ...(typed.assume ? { "assume-last": "true" } : {}),
    components,
  };
  return { contracts: [contract] };
}
