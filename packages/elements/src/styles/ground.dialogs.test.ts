import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { everyElement, showElement } from '../every-element.fixture.js';
import { programme } from '../pieces/programme.fixture.js';
import { clearPages, settled } from '../pieces/shop.fixture.js';
import { unreadable } from './readable.fixture.js';

const list = everyElement['event list, cards']!;
const orders = everyElement['my orders']!;
const press = (root: ParentNode, name: RegExp) =>
  [...root.querySelectorAll('button')]
    .find((button) => name.test(button.getAttribute('aria-label') ?? button.textContent?.trim() ?? ''))!
    .click();

const hosts: Record<string, string> = {
  white: 'color: #222; background: #fff',
  'dark without color-scheme': 'color: #eee; background: #111',
  'brand red': 'color: #fff; background: #c8102e',
  'brand yellow': 'color: #000; background: #ffcc00',
  'text too pale for white': 'color: #aaa; background: #fff',
  'a picture': 'color: #fff; background: linear-gradient(#123, #321)',
};

describe('what opens over a page', () => {
  afterEach(clearPages);

  for (const [host, look] of Object.entries(hosts)) {
    it(`has filters that can be read: ${host}`, async () => {
      const { element, page } = await showElement(list, `${look}; inline-size: 360px`);
      press(element.shadowRoot!, /^Filters/);
      await settled(page);
      const sheet = element.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]')!;
      expect(sheet.textContent).to.contain('Show');
      expect(unreadable(element)).to.deep.equal([]);
    });

    it(`has an entry code on white, and words that can be read: ${host}`, async () => {
      const { element, page } = await showElement(orders, look);
      press(element.shadowRoot!, /^Full screen/);
      await settled(page);
      const view = element.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]')!;
      expect(view.textContent).to.contain('bright');
      expect(getComputedStyle(view).backgroundColor).to.equal('rgb(255, 255, 255)');
      expect(unreadable(element)).to.deep.equal([]);
    });
  }
});

describe('a theme of the shop', () => {
  afterEach(clearPages);

  for (const theme of ['light', 'dark'])
    for (const [host, look] of Object.entries(hosts))
      it(`"${theme}" holds for what is below it: ${host}`, async () => {
        const client = { call: async (): Promise<never> => structuredClone(programme) as never };
        const below = html`<s360-shop data-theme=${theme} .outside=${{ client }}>
          <s360-event-list></s360-event-list>
        </s360-shop>`;
        const { element } = await showElement({ ...list, template: below }, look);
        expect(element.shadowRoot!.querySelector('.card')).to.not.equal(null);
        expect(getComputedStyle(element).colorScheme).to.equal(theme);
        expect(unreadable(element)).to.deep.equal([]);
      });
});
