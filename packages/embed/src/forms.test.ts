import { expect } from '@open-wc/testing';
import { waitUntil } from './patience.fixture.js';
import { start } from './start.js';

/** The relay of these tests answers nothing: the page's own content stays. */
start({ relay: location.origin });

let parts: HTMLElement[] = [];

function page(content: string): HTMLElement {
  const part = document.createElement('section');
  part.innerHTML = content;
  document.body.append(part);
  parts.push(part);
  return part;
}

async function widgetIn<Tag extends keyof HTMLElementTagNameMap>(
  part: Element,
  tag: Tag,
): Promise<HTMLElementTagNameMap[Tag]> {
  await waitUntil(() => part.querySelector(tag)?.shadowRoot, `<${tag}> stands in the form`);
  return part.querySelector(tag)!;
}

describe('the form that a CMS lets through', () => {
  afterEach(() => {
    for (const part of parts) part.remove();
    parts = [];
  });

  it('stays where it is, with a widget inside that has what the form says', async () => {
    const part = page(
      '<div data-s360="event-list" data-layout="list" data-event-url="/e/{id}" data-theme="dark"><a href="#">Book</a></div>',
    );
    const form = part.firstElementChild!;
    const list = await widgetIn(part, 's360-event-list');
    expect(part.firstElementChild).to.equal(form);
    expect(list.parentElement).to.equal(form);
    expect([list.layout, list.eventUrl, list.dataset.theme]).to.deep.equal(['list', '/e/{id}', 'dark']);
  });

  it('keeps its id, classes, language, direction, slot and style for itself', async () => {
    const part = page(
      '<div id="tickets" class="wide" lang="fr" dir="rtl" slot="main" style="margin: 1px" data-s360="event-list">x</div>',
    );
    const list = await widgetIn(part, 's360-event-list');
    expect(list.getAttributeNames()).to.deep.equal([]);
    const form = part.querySelector<HTMLElement>('#tickets.wide')!;
    expect([form.lang, form.dir, form.slot, form.style.margin]).to.deep.equal(['fr', 'rtl', 'main', '1px']);
  });

  it('gives its widget nothing that the widget does not know, and no handler of events', async () => {
    const part = page(
      `<div class="elementor-element" data-id="4f2c1a" data-hidden="" data-style="color: red" data-element_type="widget"
        data-onmouseover="document.title = 'pwned'" data-ON-click="document.title = 'pwned'" data-s360="event-list" data-limit="3">x</div>`,
    );
    const list = await widgetIn(part, 's360-event-list');
    expect(list.getAttributeNames()).to.deep.equal(['limit']);
    list.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(document.title).not.to.equal('pwned');
  });

  it('shows what it held as the fallback content of its widget', async () => {
    const part = page('<div data-s360="event-list"><a href="#">Book here</a></div>');
    const list = await widgetIn(part, 's360-event-list');
    const link = part.querySelector('a')!;
    await waitUntil(() => link.assignedSlot, 'the link is slotted');
    expect(link.parentElement).to.equal(list);
    expect(link.checkVisibility()).to.equal(true);
  });

  it('can be taken away by the framework that made it', async () => {
    const part = page('');
    const form = document.createElement('div');
    form.dataset.s360 = 'event-list';
    form.append('Book');
    part.append(form);
    await widgetIn(part, 's360-event-list');
    part.removeChild(form);
    expect(part.childNodes).to.have.length(0);
  });

  /** A form as a framework makes it, which goes on to change the children that it has given it. */
  async function owned() {
    const part = page('');
    const form = document.createElement('div');
    form.dataset.s360 = 'event-list';
    const linkTo = (words: string) => {
      const link = document.createElement('a');
      link.textContent = words;
      return link;
    };
    const [first, second] = [linkTo('Book'), linkTo('Call')];
    form.append(first, second);
    part.append(form);
    const list = await widgetIn(part, 's360-event-list');
    const fresh = document.createElement('b');
    fresh.textContent = 'New';
    return { part, form, first, second, fresh, list };
  }

  it('lets the framework that made it take a single child away', async () => {
    const { form, first, list } = await owned();
    expect(form.removeChild(first)).to.equal(first);
    expect(list.textContent).to.equal('Call');
    expect(list.isConnected).to.equal(true);
  });

  it('lets it put a child before another, in the place of another, and at the end', async () => {
    const { form, first, second, fresh, list } = await owned();
    expect(form.insertBefore(fresh, second)).to.equal(fresh);
    expect(list.textContent).to.equal('BookNewCall');
    const other = document.createTextNode('Other');
    expect(form.replaceChild(other, first)).to.equal(first);
    expect(list.textContent).to.equal('OtherNewCall');
    form.appendChild(first);
    expect(list.textContent).to.equal('OtherNewCallBook');
    form.insertBefore(second, null);
    expect(list.textContent).to.equal('OtherNewBookCall');
    expect([...form.childNodes]).to.deep.equal([list]);
  });

  it('lets it move a child that it owns', async () => {
    const { form, first, second, list } = await owned();
    form.insertBefore(second, first);
    expect(list.textContent).to.equal('CallBook');
  });

  it('complains of a stranger as every element does', async () => {
    const { form, fresh } = await owned();
    expect(() => form.removeChild(fresh)).to.throw(DOMException);
  });

  it('can be emptied child by child, and given up', async () => {
    const { form } = await owned();
    while (form.firstChild) form.removeChild(form.firstChild);
    expect(form.childNodes).to.have.length(0);
  });

  it('is an element like any other once it is a form no more', async () => {
    const { form, first, second, fresh } = await owned();
    delete form.dataset.s360;
    await waitUntil(() => first.parentNode === form);
    form.insertBefore(fresh, second);
    form.removeChild(first);
    expect(form.textContent).to.equal('NewCall');
    expect(Object.hasOwn(form, 'removeChild')).to.equal(false);
  });

  it('comes alive when data-s360 is set later', async () => {
    const part = page('<div data-limit="3">Book</div>');
    const form = part.querySelector('div')!;
    // By now the page has seen that this is none of ours.
    await new Promise(requestAnimationFrame);
    form.dataset.s360 = 'event-list';
    expect((await widgetIn(part, 's360-event-list')).limit).to.equal(3);
    part.removeChild(form);
  });

  it('follows what the page changes later, and gives its content back when it is a form no more', async () => {
    const part = page('<div data-s360="event-list" data-limit="3"><a href="#">Book</a></div>');
    const form = part.querySelector('div')!;
    const list = await widgetIn(part, 's360-event-list');
    form.dataset.limit = '5';
    await waitUntil(() => list.limit === 5);
    form.dataset.s360 = 'cart-button';
    const button = await widgetIn(part, 's360-cart-button');
    expect(part.querySelector('s360-event-list')).to.equal(null);
    expect(button.textContent).to.equal('Book');
    delete form.dataset.s360;
    await waitUntil(() => !part.querySelector('s360-cart-button'));
    expect(form.innerHTML).to.equal('<a href="#">Book</a>');
  });

  it('does not double the widget of a copied page', async () => {
    const part = page('<div data-s360="event-list"><a href="#">Book</a></div>');
    await widgetIn(part, 's360-event-list');
    const copy = part.firstElementChild!.cloneNode(true) as HTMLElement;
    copy.dataset.limit = '3';
    part.replaceChildren(copy);
    await waitUntil(() => copy.querySelector('s360-event-list')?.limit === 3);
    expect(copy.querySelectorAll('s360-event-list')).to.have.length(1);
  });

  it('does not stop the next one when its name is unknown', async () => {
    const warn = console.warn;
    const said: unknown[] = [];
    console.warn = (...words: unknown[]) => void said.push(...words);
    const part = page(
      '<div data-s360="eventlist">One</div><div data-s360="">Two</div><div data-s360="x<y">Three</div><div data-s360="event-list">Four</div>',
    );
    const list = await widgetIn(part, 's360-event-list');
    console.warn = warn;
    expect(list.textContent).to.equal('Four');
    expect(part.children).to.have.length(4);
    expect(said.filter((word) => String(word).startsWith('data-s360='))).to.deep.equal([
      'data-s360="eventlist" is no widget of this kit.',
      'data-s360="x<y" is no widget of this kit.',
    ]);
  });

  it('is a shop around the forms inside it', async () => {
    const part = page(
      '<div data-s360="shop" data-lang="fr"><div data-s360="event-list" data-limit="3">Réserver</div></div>',
    );
    const shop = await widgetIn(part, 's360-shop');
    const list = await widgetIn(shop, 's360-event-list');
    expect(shop.lang).to.equal('fr');
    expect(list.closest('s360-shop')).to.equal(shop);
  });
});
