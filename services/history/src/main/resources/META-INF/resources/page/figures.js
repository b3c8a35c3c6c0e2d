// The last known figures, kept in this browser for when nobody answers: each with the instant at which it was so.
const NAME = "sem-figures";

/** Keeps an answer; where the browser keeps nothing (no https, no room) it is not kept. */
export async function store(path, answer) {
  try {
    const cache = await globalThis.caches?.open(NAME);
    await cache?.put(path, Response.json({ at: new Date().toISOString(), answer }));
  } catch {
    // Without it there is nothing to show when nobody answers.
  }
}

/** The answer that was kept, with its instant, or null. */
export async function last(path) {
  try {
    const cache = await globalThis.caches?.open(NAME);
    return (await (await cache?.match(path))?.json()) ?? null;
  } catch {
    return null;
  }
}
