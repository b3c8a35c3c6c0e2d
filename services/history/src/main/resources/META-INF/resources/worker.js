// The service worker: asks history first, always; only where nobody answers the page comes from what the last visit kept.
// The figures are kept by the page itself (page/figures.js), which knows what only a key opens.
const PAGE = "sem-page";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.includes("/api/") || pathname.includes("/q/"))
    return;
  event.respondWith(fetch(request).catch((failure) => kept(request, failure)));
});

async function kept(request, failure) {
  const cache = await caches.open(PAGE);
  const found = await cache.match(request.mode === "navigate" ? "./" : request, {
    ignoreSearch: true,
    ignoreVary: true,
  });
  if (!found) throw failure;
  return found;
}
