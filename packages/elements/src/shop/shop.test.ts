import { expect } from '@open-wc/testing';
import { programmeSlice } from '@s360-widgets/store';
import { html, nothing, render, type TemplateResult } from 'lit';
import { ShopElement } from '../base/element.js';
import { explain } from '../base/explain.js';
import { programme } from '../pieces/programme.fixture.js';
import { refuse, settled, within } from '../pieces/shop.fixture.js';
import { startDefaultShop } from './default-shop.js';
import { languageAt, readLanguage } from './language.js';
import type { Outside } from './provide.js';
import './shop.js';

/** The least that a widget of a shop can be: says how many events there are and when the first begins. */
class ProbeList extends ShopElement {
  protected override readonly slices = [programmeSlice];
  protected override readonly wordGroups = ['base'] as const;

  protected override load(): void {
    void this.store?.dispatch('events-load', {});
  }

  protected override updated(): void {
    void explain(this, this.shop);
  }

  protected override render(): unknown {
    const { words, store } = this;
    const events = store?.state.events;
    if (!words || !events) return nothing;
    if (events.status === 'failed') return html`<p class="said">${words.base.relay.downTitle}</p>`;
    const list = events.value;
    if (!list) return nothing;
    const first = words.format.date('2026-11-28T19:00:00+01:00', list.timeZone);
    return html`<p class="said">${words.base.list.events(list.events.length)}, ${first}</p>`;
  }
}

customElements.define('probe-list', ProbeList);

/** A relay that answers the programme, and tells in which language it was asked. */
const outside = (asked: string[] = []): Outside => ({
  client: {
    async call(name, options): Promise<never> {
      if (name !== 'listEvents') throw refuse('relay-unreachable');
      asked.push((options as unknown as { query: { lang: string } }).query.lang);
      return structuredClone(programme) as never;
    },
  },
});

const page = document.createElement('div');

async function show(template: TemplateResult): Promise<HTMLElement> {
  document.body.append(page);
  render(template, page);
  const list = page.querySelector<HTMLElement>('probe-list')!;
  for (let tries = 0; tries < 100 && !within(list).has('.said'); tries++) await settled(page);
  return list;
}

describe('<s360-shop>', () => {
  afterEach(() => {
    render(html``, page);
    page.remove();
  });

  it('gives its children one store, and leaves no box in the page', async () => {
    const list = await show(html`<s360-shop .outside=${outside()}><probe-list></probe-list></s360-shop>`);
    expect(within(list).text).to.contain('4 events');
    expect(getComputedStyle(page.querySelector('s360-shop')!).display).to.equal('contents');
  });

  it('reads en_US as English, and writes its dates so', async () => {
    const asked: string[] = [];
    const list = await show(
      html`<s360-shop lang="en_US" .outside=${outside(asked)}><probe-list></probe-list></s360-shop>`,
    );
    expect(asked).to.deep.equal(['en']);
    expect(within(list).text).to.contain('Sat, Nov 28');
  });

  it('takes the language around it, and follows a change of its own', async () => {
    const asked: string[] = [];
    const list = await show(
      html`<div lang="fr-CH">
        <s360-shop .outside=${outside(asked)}><probe-list></probe-list></s360-shop>
      </div>`,
    );
    expect(within(list).text).to.contain('4 événements');
    page.querySelector('s360-shop')!.lang = 'en';
    for (let tries = 0; tries < 100 && !within(list).text.includes('4 events'); tries++) await settled(page);
    expect(within(list).text).to.contain('4 events');
    expect(asked).to.deep.equal(['fr', 'en']);
  });

  it('speaks English where there are no messages, and still asks the relay in the page’s language', async () => {
    const asked: string[] = [];
    const list = await show(
      html`<s360-shop lang="de" .outside=${outside(asked)}><probe-list></probe-list></s360-shop>`,
    );
    expect(within(list).text).to.contain('4 events');
    expect(asked).to.deep.equal(['de']);
  });

  it('dispatches what happened as an event that the page can hear above it', async () => {
    const heard: string[] = [];
    const listen = ({ detail }: DocumentEventMap['s360-problem-raised']) => void heard.push(detail.code);
    document.addEventListener('s360-problem-raised', listen);
    const list = await show(
      html`<s360-shop .outside=${{ client: { call: () => Promise.reject(refuse('box-office-down')) } }}
        ><probe-list></probe-list
      ></s360-shop>`,
    );
    document.removeEventListener('s360-problem-raised', listen);
    expect(heard).to.deep.equal(['box-office-down']);
    expect(within(list).text).to.contain('We can’t reach the box office');
  });

  it('explains an empty widget to the page’s makers only', async () => {
    const empty = (debug: boolean) =>
      html`<s360-shop ?debug=${debug} .outside=${outside()}><probe-list topic="Oprea"></probe-list></s360-shop>`;
    const list = await show(empty(false));
    expect(within(list).has('[data-debug]')).to.equal(false);
    render(html``, page);
    const explained = await show(empty(true));
    for (let tries = 0; tries < 100 && !within(explained).has('[data-debug]'); tries++) await settled(page);
    expect(within(explained).get('[data-debug]').textContent).to.contain('topic="Oprea"');
  });

  it('takes over widgets that have joined the default shop before it came', async () => {
    startDefaultShop({ relay: location.origin });
    const late = document.createElement('div');
    late.innerHTML = '<probe-list></probe-list>';
    document.body.append(late);
    await settled(late);
    const shop = document.createElement('s360-shop');
    shop.outside = outside();
    const list = late.firstElementChild!;
    shop.append(list);
    late.append(shop);
    for (let tries = 0; tries < 100 && !within(list).text.includes('4 events'); tries++) await settled(late);
    expect(within(list).text).to.contain('4 events');
    late.remove();
  });
});

describe('a shop without a relay of its own', () => {
  const asked: string[] = [];
  const realFetch = window.fetch;
  beforeEach(() => {
    asked.length = 0;
    window.fetch = async (address) => {
      asked.push(new Request(address).url);
      return new Response('{}');
    };
  });
  afterEach(() => {
    window.fetch = realFetch;
    page.remove();
  });
  const page = document.createElement('div');
  const askedOf = (relay: string) => asked.some((url) => url.startsWith(`${relay}/v1/events`));
  const put = (markup: string) => {
    page.innerHTML = markup;
    document.body.append(page);
  };

  it('asks the relay of the shop around it, also when that is named later', async () => {
    put('<s360-shop><s360-shop><probe-list></probe-list></s360-shop></s360-shop>');
    await settled(page);
    page.querySelector('s360-shop')!.setAttribute('relay', ' https://one.example.org/ ');
    for (let tries = 0; tries < 100 && !askedOf('https://one.example.org'); tries++) await settled(page);
    expect(askedOf('https://one.example.org')).to.equal(true);
  });

  it('counts an address that can not be read as none', async () => {
    put(
      '<s360-shop relay="https://two.example.org"><s360-shop relay="localhost:80"><probe-list></probe-list></s360-shop></s360-shop>',
    );
    for (let tries = 0; tries < 100 && !askedOf('https://two.example.org'); tries++) await settled(page);
    expect(askedOf('https://two.example.org')).to.equal(true);
    expect(asked.filter((url) => url.includes('localhost:80/'))).to.deep.equal([]);
  });
});

describe('the language of a page', () => {
  it('is read from any spelling', () => {
    expect(readLanguage('en_US')).to.deep.equal({ lang: 'en', locale: 'en-US' });
    expect(readLanguage(' fr ')).to.deep.equal({ lang: 'fr', locale: 'fr' });
    expect(readLanguage('not a language')).to.equal(null);
    expect(readLanguage('')).to.equal(null);
    expect(readLanguage(null)).to.equal(null);
  });

  it('is the nearest around an element', () => {
    const outer = document.createElement('div');
    outer.lang = 'fr';
    const inner = outer.appendChild(document.createElement('p'));
    expect(languageAt(inner).lang).to.equal('fr');
    inner.lang = 'it_CH';
    expect(languageAt(inner)).to.deep.equal({ lang: 'it', locale: 'it-CH' });
  });

  it('is found through the hosts of shadow roots', () => {
    const host = document.createElement('div');
    host.lang = 'fr';
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    expect(languageAt(inner).lang).to.equal('fr');
  });
});
