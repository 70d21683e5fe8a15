import type { EventDetail } from '@s360-widgets/contract';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { detail, pass } from '../pieces/programme.fixture.js';
import { clearPages, settled, shopWith } from '../pieces/shop.fixture.js';
import { structuredData } from './event.structured-data.js';
import './event.js';

const url = 'https://opera.example/flute';

interface Said {
  readonly '@type': string;
  readonly name: string;
  readonly startDate?: string;
  readonly eventStatus?: string;
  readonly offers?: readonly { readonly price: string; readonly availability: string }[];
}
const said = (event: EventDetail) => structuredData(event, url) as Said[];

const inHead = () => [...document.head.querySelectorAll<HTMLScriptElement>('script[data-ticket-event]')];

describe('an event as search engines read it', () => {
  it('is each date that is to come, with the prices that the page names', () => {
    const [first, ...others] = said(detail());
    expect(others).to.have.length(2);
    expect(first).to.deep.include({
      '@type': 'Event',
      name: 'The Magic Flute',
      url,
      description: 'Three riddles & a flute <b>',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: 'Opera House', address: 'Theatre Square 1' },
    });
    expect(first?.offers?.map(({ price, availability }) => [price, availability])).to.deep.equal([
      ['84.00', 'https://schema.org/InStock'],
      ['56.00', 'https://schema.org/SoldOut'],
    ]);
  });

  for (const [digits, price] of [
    [0, '8400'],
    [3, '8.400'],
  ] as const) {
    it(`has amounts with the ${digits} digits of their currency`, () => {
      const [first] = said(detail({ currency: { code: 'CHF', digits } }));
      expect(first?.offers?.[0]?.price).to.equal(price);
    });
  }

  it('says that a date is cancelled, and offers nothing for it; one that is over or moved is not said', () => {
    const [one, two, three] = detail().performances;
    const performances = [
      { ...one!, saleState: 'cancelled' as const },
      { ...two!, saleState: 'ended' as const },
      { ...three!, saleState: 'moved' as const },
    ];
    const [cancelled, ...others] = said(detail({ performances }));
    expect(others).to.be.empty;
    expect(cancelled).to.deep.include({
      eventStatus: 'https://schema.org/EventCancelled',
      offers: undefined,
    });
  });

  it('is a product where it is a pass', () => {
    const [only, ...others] = said(pass);
    expect(others).to.be.empty;
    expect(only?.['@type']).to.equal('Product');
    expect(only?.offers).not.to.be.empty;
  });
});

describe('the page’s head', () => {
  const plain = html`<s360-event event-id="101"></s360-event>`;
  const own = document.createElement('script');
  own.type = 'application/ld+json';

  afterEach(() => {
    own.remove();
    clearPages();
  });

  async function show(template = plain) {
    const shop = await shopWith(template, { answers: { getEvent: detail({ title: '</script><b>' }) } });
    await settled(shop.page);
    return shop;
  }

  it('has the event as long as the element is there, and nothing in it is markup', async () => {
    const { page } = await show();
    const [script, ...others] = inHead();
    expect(others).to.be.empty;
    expect((JSON.parse(script?.text ?? '') as Said[])[0]).to.include({ name: '</script><b>' });
    expect(script?.outerHTML).not.to.contain('<b>');
    page.querySelector('s360-event')?.remove();
    expect(inHead()).to.be.empty;
  });

  it('has it once, whoever shows it', async () => {
    await show(html`${plain}${plain}`);
    expect(inHead()).to.have.length(1);
  });

  for (const type of ['"Event"', '["MusicEvent", "Event"]']) {
    it(`is left alone where the page itself says what is on, as ${type}`, async () => {
      own.text = `{"@context":"https://schema.org","@type": ${type},"name":"Ours"}`;
      document.head.append(own);
      await show();
      expect(inHead()).to.be.empty;
    });
  }
});
