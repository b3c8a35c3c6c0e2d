// What makes the page an app: a service worker that has the page itself when nobody answers. Fetched where there can be one.
const NAME = "sem-page";

/** Keeps the page and the parts of it that this visit has used, and lets the worker serve them. */
export async function install() {
  await navigator.serviceWorker.register("worker.js", { updateViaCache: "none" });
  const cache = await caches.open(NAME);
  const used = performance.getEntriesByType("resource").map(({ name }) => name);
  const ours = used.filter(
    (name) => name.startsWith(document.baseURI.replace(/[^/]*$/, "")) && !name.includes("/api/"),
  );
  await Promise.all(["./", "manifest.webmanifest", ...new Set(ours)].map((name) => cache.add(name).catch(() => null)));
  document.documentElement.dataset.installed = "";
}
