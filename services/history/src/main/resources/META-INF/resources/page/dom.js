// Making and finding elements, so that no other module touches markup as text.

/** The element of that id, which index.html holds. */
export const $ = (id) => document.getElementById(id);

/**
 * Makes an element.
 *
 * @param tag its name
 * @param attributes properties where the element has them (className, textContent, href, onclick), else attributes
 * @param children elements and strings; what is null is left out
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null) continue;
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

/** Writes words where they differ: what has not changed is neither drawn nor spoken again. */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
