import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { start } from './start.js';

// The tag stays as it is before its code is there, however soon that would come.
customElements.define('s360-cart', class extends HTMLElement {});

start({ relay: location.origin });

describe('the room of a tag', () => {
  const page = document.createElement('main');
  afterEach(() => page.remove());

  /** A page as a host writes it: its own header, a tag, its own footer. */
  async function open(content: string): Promise<{ tag: Element; footer: DOMRect }> {
    page.innerHTML = `<p style="block-size: 120px">Theatre</p>${content}<footer>Imprint</footer>`;
    document.body.append(page);
    await new Promise(requestAnimationFrame);
    const tag = page.children[1]!;
    return { tag, footer: page.querySelector('footer')!.getBoundingClientRect() };
  }

  it('ends at the lower edge of the window, so that what is below waits just under it', async () => {
    const { footer } = await open('<s360-cart></s360-cart>');
    expect(footer.top).to.be.closeTo(innerHeight, 1);
  });

  it('is half a window at least for a tag far down a page', async () => {
    const { tag } = await open('<div><p style="block-size: 3000px"></p><s360-cart></s360-cart></div>');
    expect(tag.lastElementChild!.getBoundingClientRect().height).to.be.closeTo(innerHeight / 2, 1);
  });

  it('is what the page names', async () => {
    const { tag } = await open('<s360-cart style="--s360-reserve: 200px"></s360-cart>');
    expect(tag.getBoundingClientRect().height).to.equal(200);
  });

  it('is none for a teaser without filters, nor for what is hidden, nor on paper', async () => {
    const { tag: teaser } = await open('<s360-event-list filters-hidden></s360-event-list>');
    expect(getComputedStyle(teaser).minBlockSize).to.equal('0px');
    const { tag: hidden } = await open('<s360-cart hidden></s360-cart>');
    expect(hidden.getBoundingClientRect().height).to.equal(0);
    await emulateMedia({ media: 'print' });
    try {
      const { tag: printed } = await open('<s360-cart></s360-cart>');
      expect(getComputedStyle(printed).minBlockSize).to.equal('0px');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });
});
