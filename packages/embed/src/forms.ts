import { loaders } from './loaders.js';

/**
 * For a CMS that strips unknown tags: `<div data-s360="event-list" data-layout="cards">` becomes `<s360-event-list
 * layout="cards">`. What the div holds becomes the fallback content, and its id and classes stay.
 */
export function upgradeForms(root: Element): void {
  for (const form of [root, ...root.querySelectorAll('[data-s360]')]) {
    const name = form.getAttribute('data-s360');
    if (name === null) continue;
    const tag = `s360-${name}`;
    if (tag in loaders || name === 'shop') form.replaceWith(elementFor(form, tag));
    else if (!form.hasAttribute('data-s360-unknown')) {
      form.setAttribute('data-s360-unknown', '');
      console.warn(`data-s360="${name}" is no widget of this kit.`);
    }
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
