import { expect } from '@open-wc/testing';
import { waitUntil } from './patience.fixture.js';
import { start } from './start.js';

/** The relay of these tests answers nothing: the page's own content stays. */
const relay = location.origin;

function put(content: string): HTMLElement {
  const part = document.createElement('section');
  part.innerHTML = content;
  document.body.append(part);
  return part;
}

const isAlive = (tag: string) => waitUntil(() => !!customElements.get(tag), `<${tag}> is defined`);

describe('the script of a page', () => {
  let parts: HTMLElement[] = [];
  const page = (content: string) => {
    const part = put(content);
    parts.push(part);
    return part;
  };
  afterEach(() => {
    for (const part of parts) part.remove();
    parts = [];
  });

  it('brings to life the tags that are there, and loads no others', async () => {
    page('<s360-event-list><a href="#">Book here</a></s360-event-list>');
    start({ relay });
    await isAlive('s360-event-list');
    expect(customElements.get('s360-checkout')).to.equal(undefined);
  });

  it('brings to life tags that come later, wherever they stand', async () => {
    const part = page('');
    part.innerHTML = '<div><p><s360-event event-id="101"></s360-event></p></div>';
    await isAlive('s360-event');
  });

  it('brings to life a tag that another widget is about to show', async () => {
    const part = page('<p></p>');
    part.firstElementChild!.dispatchEvent(
      new CustomEvent('s360-element-needed', {
        bubbles: true,
        composed: true,
        detail: { tag: 's360-cart-button' },
      }),
    );
    await isAlive('s360-cart-button');
  });

  it('does no harm when it runs twice', async () => {
    start({ relay });
    const part = page('<s360-event-list></s360-event-list>');
    const list = part.querySelector('s360-event-list')!;
    await waitUntil(
      () => list.shadowRoot?.textContent?.includes('We can’t reach the box office'),
      'says it once',
    );
    expect(list.shadowRoot!.querySelectorAll('[part="notice"]')).to.have.length(1);
  });
});
