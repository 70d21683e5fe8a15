import { expect } from '@open-wc/testing';
import { html, type ReactiveElement } from 'lit';
import { colourFaults } from '../base/ground.faults.js';
import { everyElement, showElement } from '../every-element.fixture.js';
import '../base/ground.colours.js';
import { waitUntil } from '../patience.fixture.js';
import { clearPages } from '../pieces/shop.fixture.js';
import { unreadable } from './readable.fixture.js';

const photo =
  'url("data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 width=%278%27 height=%278%27%3E%3Cpath fill=%27%23777%27 d=%27M0 0h8v8H0z%27/%3E%3C/svg%3E")';

/** Pages as hosts write them. */
const hosts: Record<string, string> = {
  white: 'color: #222; background: #fff',
  'white without colours of its own': '',
  'grey text on white': 'color: #767676; background: #fff',
  'text too pale for white': 'color: #aaa; background: #fff',
  cream: 'color: #1e1a14; background: #f8f3e8',
  'dark without color-scheme': 'color: #eee; background: #111',
  'black without color-scheme': 'color: #fff; background: #000',
  'dark with color-scheme': 'color-scheme: dark; color: #eee; background: #111',
  'white, in a dark color-scheme': 'color-scheme: dark; color: #222; background: #fff',
  slate: 'color: #e6e6e6; background: #1e293b',
  'light grey': 'color: #222; background: #ccc',
  'middle grey, black ink': 'color: #000; background: #808080',
  'middle grey, white ink': 'color: #fff; background: #767676',
  'dark grey': 'color: #ddd; background: #3a3a3a',
  'brand red': 'color: #fff; background: #c8102e',
  'brand green': 'color: #fff; background: #0a5c36',
  'brand blue': 'color: #fff; background: #0057b8',
  'brand yellow': 'color: #000; background: #ffcc00',
  'brand orange, white ink that can’t be read': 'color: #fff; background: #ff7a00',
  'half transparent on black': 'color: #eee; background: linear-gradient(#000, #000), #000',
  'a photo, white ink': `color: #fff; background: ${photo}`,
  'a photo, black ink': `color: #000; background: ${photo}`,
  'a photo that no style tells of': 'color: #fff; background: #fff',
  'a pale accent on white': '--s360-color-accent: #ffd84d',
  'a ground by token': 'color: #f4f4f4; --s360-color-ground: #102418; background: #102418',
  'an accent of the brand': 'color: #fff; background: #123; --s360-color-accent: #ff2a6d',
};

describe('ink and ground', () => {
  afterEach(clearPages);

  for (const [name, element] of Object.entries(everyElement))
    it(`all text of the ${name} can be read on every host page`, async () => {
      const faults: Record<string, unknown> = {};
      for (const [host, look] of Object.entries(hosts)) {
        const { element: shown } = await showElement(element, look || 'color: canvastext');
        const found = unreadable(shown);
        if (found.length) faults[host] = found.slice(0, 6);
        clearPages();
      }
      expect(JSON.stringify(faults, null, 1)).to.equal('{}');
    }).timeout(60_000);

  it('follows a page that turns dark later, by a class of its own', async () => {
    const { page, element } = await showElement(everyElement.checkout!);
    page.style.color = '#eee';
    page.style.background = '#111';
    await waitUntil(() => getComputedStyle(element).colorScheme === 'dark', 'the element is dark as well');
    expect(unreadable(element)).to.deep.equal([]);
  });

  it('comes to rest on a dark page: following the page does not set off another look at it', async () => {
    const { element } = await showElement(everyElement.checkout!, 'color: #eee; background: #111');
    const frames = async (count: number) => {
      for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
    };
    await frames(30);
    let ends = 0;
    element.addEventListener('transitionend', () => ends++);
    await frames(30);
    expect(ends).to.equal(0);
  });

  it('follows an accent that comes later', async () => {
    const { page, element } = await showElement(everyElement.checkout!);
    page.style.setProperty('--s360-color-accent', '#ffd84d');
    const button = element.shadowRoot!.querySelector('.primary')!;
    await waitUntil(() => getComputedStyle(button).color !== 'rgb(255, 255, 255)', 'text on it is dark');
    expect(unreadable(element)).to.deep.equal([]);
  });

  it('paints nothing on a page whose ink can be read', async () => {
    const { element } = await showElement(everyElement['my orders']!, 'color: #eee; background: #111');
    expect(getComputedStyle(element).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });

  for (const theme of ['light', 'dark'])
    it(`data-theme="${theme}" decides on any page, on an element and on the shop`, async () => {
      for (const look of ['color: #222; background: #fff', 'color: #eee; background: #111']) {
        const own = {
          ...everyElement.checkout!,
          template: html`<s360-checkout data-theme=${theme}></s360-checkout>`,
        };
        const { element } = await showElement(own, look);
        expect(getComputedStyle(element).colorScheme).to.equal(theme);
        expect(unreadable(element)).to.deep.equal([]);
        clearPages();
      }
    });

  it('tells the page’s makers which of their colours can’t be read, and nothing when all can', async () => {
    const faultsOf = async (look: string) => {
      const { element } = await showElement(everyElement.checkout!, look);
      return colourFaults(element as unknown as ReactiveElement).map(({ kind }) => kind);
    };
    expect(await faultsOf('color: #222; background: #fff')).to.deep.equal([]);
    expect(await faultsOf('color: #eee; background: #111')).to.deep.equal([]);
    expect(await faultsOf('color: #aaa; background: #fff')).to.deep.equal(['page']);
    expect(await faultsOf('color: #fff; background: linear-gradient(#123, #321)')).to.deep.equal(['picture']);
    expect(await faultsOf('--s360-color-ink: #999; --s360-color-ground: #888')).to.deep.equal(['tokens']);
    expect(await faultsOf('--s360-color-accent: oklch(.56 .12 195)')).to.deep.equal(['accent']);
  });
});
