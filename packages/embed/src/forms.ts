/**
 * For a CMS that strips unknown tags: `<div data-s360="event-list" data-layout="cards">` gets an `<s360-event-list layout="cards">`
 * inside, with what the div held as its fallback content. The div stays, with all that it has, so that whoever made it can
 * style it, change it and take it away again.
 */

/** Has a tag defined for a form. @returns whether it is; undefined for what is no widget of this kit */
export type Define = (tag: string, form: Element) => Promise<boolean> | undefined;

/** Forms and the elements that stand in them. */
const elements = new WeakMap<Element, Element>();

/** Upgrades the forms in a part of a page, itself included; those that are upgraded follow what has changed. */
export function upgradeForms(root: Element, define: Define): void {
  for (const form of [root, ...root.querySelectorAll('[data-s360]')])
    upgrade(form, define).catch((error: unknown) => console.warn(error));
}

async function upgrade(form: Element, define: Define): Promise<void> {
  const tag = tagOf(form);
  const old = elements.get(form);
  if (old && old.localName !== tag) takeOut(form, old);
  if (!tag || (old && old.localName === tag)) return;
  const isDefined = define(tag, form);
  if (!isDefined) return console.warn(`data-s360="${tag.slice(5)}" is no widget of this kit.`);
  if ((await isDefined) && tagOf(form) === tag && !elements.has(form)) putIn(form, tag);
}

function tagOf(form: Element): string | null {
  const name = form.getAttribute('data-s360')?.trim();
  return name ? `s360-${name}` : null;
}

/** Attributes come first, so that the element never shows what it was not asked for. A copy of a living page has its element. */
function putIn(form: Element, tag: string): void {
  const copied = [...form.children].find(({ localName }) => localName === tag);
  const element = copied ?? document.createElement(tag);
  for (const name of form.getAttributeNames()) follow(form, element, name);
  if (!copied) {
    element.append(...form.childNodes);
    form.append(element);
  }
  lend(form, element);
  elements.set(form, element);
  new MutationObserver((records) => {
    if (elements.get(form) !== element) return;
    for (const { attributeName } of records) follow(form, element, attributeName ?? '');
  }).observe(form, { attributes: true });
}

/** What frameworks change children by: the last node tells whose they are. */
const changes = ['appendChild', 'insertBefore', 'removeChild', 'replaceChild'] as const;

/** A framework that made the form goes on to change the children that it gave it, which stand in the element now. */
function lend(form: Element, element: Element): void {
  for (const name of changes) {
    const change = Node.prototype[name] as (...nodes: Node[]) => Node;
    const value = (...nodes: Node[]) =>
      change.apply(nodes.at(-1)?.parentNode === form ? form : element, nodes);
    Object.defineProperty(form, name, { configurable: true, value });
  }
}

function takeOut(form: Element, element: Element): void {
  elements.delete(form);
  for (const name of changes) Reflect.deleteProperty(form, name);
  element.replaceWith(...element.childNodes);
}

/**
 * `data-layout` of the form becomes `layout` of the element if it observes that; `data-theme`, by which pages choose light or dark,
 * keeps its name. Nothing that a page may say becomes a handler of events.
 */
function follow(form: Element, element: Element, name: string): void {
  const attribute = name === 'data-theme' ? name : name.replace(/^data-/, '');
  const { observedAttributes = [] } = element.constructor as { observedAttributes?: readonly string[] };
  const isWanted =
    name.startsWith('data-') &&
    (attribute === name || observedAttributes.includes(attribute)) &&
    !attribute.startsWith('on');
  if (!isWanted) return;
  const value = form.getAttribute(name);
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}
