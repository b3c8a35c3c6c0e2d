// What the viewer has chosen, kept in this browser; where it keeps nothing, choices last as long as the page.
const PREFIX = "sem-";
const here = new Map();

/** The choice of that name, or null. */
export function kept(name) {
  try {
    return globalThis.localStorage?.getItem(PREFIX + name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}

/** Remembers a choice, or with null forgets it. */
export function keep(name, value) {
  here.set(name, value);
  try {
    if (value == null) globalThis.localStorage?.removeItem(PREFIX + name);
    else globalThis.localStorage?.setItem(PREFIX + name, value);
  } catch {
    // It is kept here.
  }
}
