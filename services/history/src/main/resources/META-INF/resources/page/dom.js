// Making elements, and bringing what stands on the page up to date in place: what has not changed is not touched, so that
// nothing loses its focus, its selection or its place when figures change.

/** The element of that id, which index.html holds. */
export const $ = (id) => document.getElementById(id);

/**
 * Makes an element.
 *
 * @param tag its name
 * @param attributes properties where the element has them (className, textContent, href), else attributes; style is an object
 * @param children elements and strings; what is null is left out
 */
export function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children, (made, name) => name in made);
}

/** Makes an element of a drawing, which has attributes only. */
export function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children, () => false);
}

function filled(made, attributes, children, isProperty) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null) continue;
    if (name === "style") Object.assign(made.style, value);
    else if (isProperty(made, name)) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

/** Writes words where they differ: what has not changed is neither drawn nor spoken again. */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** Shows an element or does not. */
export function show(element, shown) {
  element.hidden = !shown;
}

const keyOf = (node) => node.id || node.dataset?.key || "";
const alike = (one, other) => one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

// What is being placed, and what was wanted meanwhile: taking away what has the focus ends it, and who hears that may
// want something else in the same place.
const underWay = new Set();
const wantedMeanwhile = new Map();

/**
 * Lets an element hold these children. Those that are there already, by their id, their data-key or their place, stay and
 * only become what they should be. When what has the focus goes away, the heading of its section has it.
 */
export function place(parent, ...wanted) {
  if (underWay.has(parent)) {
    wantedMeanwhile.set(parent, wanted);
    return;
  }
  underWay.add(parent);
  try {
    placeNow(parent, wanted);
  } finally {
    underWay.delete(parent);
  }
  const meanwhile = wantedMeanwhile.get(parent);
  if (wantedMeanwhile.delete(parent)) place(parent, ...meanwhile);
}

function placeNow(parent, wanted) {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const section = focused?.closest("section");
  fill(
    parent,
    wanted
      .flat()
      .filter((child) => child != null)
      .map(node),
  );
  if (focused && !focused.isConnected) section?.querySelector("h2")?.focus({ preventScroll: true });
}

const node = (child) => (typeof child === "string" ? document.createTextNode(child) : child);

function fill(parent, wanted) {
  const there = new Map([...parent.children].filter(keyOf).map((child) => [keyOf(child), child]));
  const keys = new Set(wanted.map(keyOf).filter(Boolean));
  let next = parent.firstChild;
  for (const child of wanted) {
    const key = keyOf(child);
    while (next && keyOf(next) && keyOf(next) !== key && !keys.has(keyOf(next))) next = removed(next);
    const found = key ? there.get(key) : next && !keyOf(next) ? next : null;
    if (!found || !alike(found, child)) {
      parent.insertBefore(child, next);
    } else {
      if (found === next) next = next.nextSibling;
      else parent.insertBefore(found, next);
      become(found, child);
    }
  }
  while (next) next = removed(next);
}

function removed(child) {
  const after = child.nextSibling;
  child.remove();
  return after;
}

function become(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (name !== "style" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== "style" && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  // By the object model: the page's rules forbid styles that are written as attributes.
  if (old.style.cssText !== fresh.style.cssText) old.style.cssText = fresh.style.cssText;
  fill(old, [...fresh.childNodes]);
}
