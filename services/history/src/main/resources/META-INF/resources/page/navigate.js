// Which view is open: by links, by keys, by the browser's own buttons.
import * as address from "./address.js";
import { $ } from "./dom.js";
import { kept } from "./remembered.js";
import { PERIODS } from "./address.js";
import { TABLE } from "./periods.js";
import { state, viewHere } from "./state.js";

/** What keeps its own keys. */
const OWN_KEYS = "input, select, textarea, .scroll, summary, #chart, #curve";

/** Opens views by open, from now on. */
export function navigate(open) {
  /** Opens a view as a new entry of the browser's history. */
  const go = (view) => {
    history.pushState(null, "", address.write({ ...view, meter: view.meter ?? viewHere().meter }));
    open(view);
  };

  // A click on a link to a view opens it here, unless another tab was asked for.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-view]");
    if (!link?.hasAttribute("href") || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(address.read(new URL(link.getAttribute("href"), location.href).search));
    if (!("keep" in link.dataset) && $("period").getBoundingClientRect().top > innerHeight * 0.6)
      $("period").scrollIntoView();
  });
  addEventListener("popstate", () => open(address.read(location.search)));
  addEventListener("keydown", (event) => {
    if (event.target.closest?.(OWN_KEYS) || event.altKey || event.ctrlKey || event.metaKey || kept("keys") === "off")
      return;
    const period = PERIODS.find((each) => TABLE[each].key === event.key.toLowerCase());
    if (period) go({ ...state.view, period, offset: 0, step: null });
    else if (event.key === "ArrowLeft") $("earlier").click();
    else if (event.key === "ArrowRight") $("later").click();
  });
  return go;
}
