import { expect } from '@open-wc/testing';
import type { ProblemCode } from '@s360-widgets/contract/problem';
import { html } from 'lit';
import { messages as english } from '../locales/en.problems.js';
import { messages as french } from '../locales/fr.problems.js';
import { cart, line, shop } from '../pieces/purchase.fixture.js';
import { clearPages, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './cart.js';

const codes = Object.keys(english) as ProblemCode[];
const words = { en: english, fr: french };
const removes = {
  en: ['Remove Stalls right, row H, seat 18', 'Remove 1 ticket'],
  fr: [/^Retirer .*18/, /^Retirer 1 billet/],
};

/** Removes a ticket, which the relay refuses with the code, be it one of other endpoints, and gives all that is then said. */
async function refusedWith(code: ProblemCode, lang: 'en' | 'fr'): Promise<string> {
  const { page } = await shopWith(html`<s360-cart></s360-cart>`, {
    lang,
    isRelayOther: true,
    kept: { 'cart-token': 't' },
    answers: { getShop: shop, getCart: cart({ lines: [line] }), removeTickets: refuse(code) },
  });
  const see = within(page.querySelector('s360-cart') as HTMLElement);
  for (const name of removes[lang]) {
    see.button(name).click();
    await settled(page);
  }
  return see.text;
}

describe('each problem that the relay can answer', () => {
  afterEach(clearPages);

  for (const lang of ['en', 'fr'] as const) {
    for (const code of codes) {
      it(`says in ${lang} what happened and what to do: ${code}`, async () => {
        const said = await refusedWith(code, lang);
        expect(said).to.contain(words[lang][code].title);
        expect(said).to.contain(words[lang][code].text);
      });
    }
  }
});
