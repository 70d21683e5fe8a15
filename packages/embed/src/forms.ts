/**
 * For a CMS that strips unknown tags: `<div data-s360="event-list" data-layout="cards">` becomes `<s360-event-list
 * layout="cards">`. What the div holds becomes the fallback content, and its id and classes stay.
 * @param tags the kit's own
 */
export function upgradeForms(root: Element, tags: readonly string[]): void {
  for (const form of [root, ...root.querySelectorAll('[data-s360]')]) {
    const name = form.getAttribute('data-s360');
    if (name === null) continue;
    const tag = `s360-${name}`;
    if (tags.includes(tag)) form.replaceWith(elementFor(form, tag));
    else console.warn(`data-s360="${name}" is no widget of this kit.`);
  }
}

function elementFor(form: Element, tag: string): Element {
  const element = document.createElement(tag);
  for (const { name, value } of form.attributes) {
    if (name !== 'data-s360') element.setAttribute(name.replace(/^data-(?!theme$)/, ''), value);
  }
  element.append(...form.childNodes);
  return element;
}
