// What leaves the page: files, and paper.
import * as api from "./api.js";
import { make } from "./dom.js";

/** Files that only a key opens are fetched: a plain link could not carry it. */
export function fetchFiles(explain) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[download]");
    if (!link || !api.hasKey()) return;
    event.preventDefault();
    const { download, href } = link;
    api
      .file(href)
      .then((blob) => {
        const url = URL.createObjectURL(blob);
        make("a", { href: url, download }).click();
        URL.revokeObjectURL(url);
      })
      .catch(explain);
  });
}

/** What is folded on the screen is unfolded on paper, which nobody can press. */
export function unfoldOnPaper() {
  addEventListener("beforeprint", () => {
    const closed = [...document.querySelectorAll("main details:not([open])")];
    const unfold = (is) => closed.forEach((each) => each.toggleAttribute("open", is));
    unfold(true);
    addEventListener("afterprint", () => unfold(false), { once: true });
  });
}
