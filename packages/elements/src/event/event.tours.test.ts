import type { EventDetail } from '@s360-widgets/contract';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { cart as cartOf } from '../pieces/purchase.fixture.js';
import { guidedPass } from '../pieces/programme.fixture.js';
import { clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './event.js';
// Late in a page, here at once: what is looked at is what it shows.
import './event.tours.js';

const opened = () => ({ token: 't', cart: cartOf() });

async function show(getEvent: EventDetail = guidedPass, lang: 'en' | 'fr' = 'en') {
  const template = html`<s360-event event-id="109"></s360-event>`;
  const shop = await shopWith(template, { answers: { getEvent, openCart: opened() }, lang });
  const shown = shop.page.querySelector('s360-event')!;
  const see = within(shown);
  await settled(shop.page);
  const radios = (name: string) => see.all(`input[name=${name}]`) as HTMLInputElement[];
  const labelOf = (radio: Element) => radio.closest('label')?.textContent.replace(/\s+/g, ' ').trim();
  return {
    ...{ ...shop, shown, see },
    offered: (name: 'language' | 'theme') => radios(name).map(labelOf),
    picked: (name: 'language' | 'theme') =>
      radios(name)
        .filter((radio) => radio.checked)
        .map(labelOf),
    days: () => see.all('.day .unseen:not(input)').map(({ textContent }) => textContent.trim()),
    choose: async (text: RegExp) => {
      const label = see.all('label').find((each) => text.test(each.textContent));
      label?.querySelector('input')?.click();
      await settled(shop.page);
    },
    press: async (name: string) => {
      see.button(name).click();
      await settled(shop.page);
    },
  };
}

const withTours = (tours: (readonly [language: string, theme: string])[]): EventDetail => ({
  ...guidedPass,
  items: guidedPass.items.map((item) => ({
    ...item,
    timeslots: item.timeslots.map((slot) => ({
      ...slot,
      tours: tours.map(([languageCode, themeId]) => ({ languageCode, themeId })),
    })),
  })),
});

describe('<s360-event> of guided visits', () => {
  afterEach(clearPages);

  it('asks for language and theme, the page’s language being chosen, and passes an audit', async () => {
    const { see, offered, picked, shown } = await show();
    expect(see.text).to.contain('Language of the visit').and.contain('Theme');
    expect(offered('language')).to.deep.equal(['English', 'German', 'Italian']);
    expect(picked('language')).to.deep.equal(['English']);
    expect(picked('theme'), 'there is one in English').to.deep.equal(['Highlights']);
    expect(see.text).to.contain('In English · Highlights');
    await expect(shown).to.be.accessible();
  });

  it('chooses no language for a visitor whose own is not spoken, and says what to do', async () => {
    const { see, picked, press } = await show(guidedPass, 'fr');
    expect(picked('language')).to.deep.equal([]);
    await press('Un de plus, Full price');
    expect(see.text).to.contain('Choisissez une langue pour continuer.');
    expect(see.button('Ajouter au panier').getAttribute('aria-disabled')).to.equal('true');
  });

  it('offers the days on which there is something for the choice, and says so of the others', async () => {
    const { days, choose, see } = await show();
    expect(days().map((day) => day.split(', ').at(-1))).to.deep.equal([
      'On sale',
      'Nothing left for your choice',
      'Nothing left for your choice',
    ]);
    await choose(/2 December/);
    expect(see.text)
      .to.contain('Nothing left for your choice')
      .and.contain('There are tickets on other dates.');
    expect(see.all('.stepper')).to.have.length(0);
  });

  it('says of a theme in which languages it is given, and goes over to one when it is chosen', async () => {
    const { offered, picked, choose, see } = await show();
    expect(offered('theme')).to.deep.equal(['Highlights', 'The garden In German and Italian']);
    await choose(/^\s*The garden/);
    expect(picked('language'), 'there are two').to.deep.equal([]);
    expect(offered('language')).to.deep.equal(['English For other themes', 'German', 'Italian']);
    await choose(/^\s*Italian/);
    expect(picked('theme')).to.deep.equal(['The garden']);
    expect(see.text).to.contain('In Italian · The garden');
  });

  it('lets a theme go that is not given in the language chosen after it', async () => {
    const { picked, choose, see } = await show();
    await choose(/^\s*German/);
    expect(picked('theme'), 'two in German').to.deep.equal([]);
    await choose(/^\s*The garden/);
    await choose(/^\s*English/);
    expect(picked('theme'), 'the one in English').to.deep.equal(['Highlights']);
    expect(see.text).to.contain('In English · Highlights');
  });

  it('asks for a theme before anything goes into the cart, which gets both', async () => {
    const { see, choose, press, calls } = await show();
    await choose(/^\s*German/);
    await press('One more, Full price');
    expect(see.text).to.contain('Choose a theme to go on.');
    await press('Add to cart');
    expect(calls.some(({ name }) => name === 'openCart')).to.equal(false);
    await choose(/^\s*The garden/);
    await press('Add to cart');
    expect(calls.find(({ name }) => name === 'openCart')?.given.body).to.deep.include({
      items: [
        {
          ...{ kind: 'item', eventId: '109', itemId: '63', timeslotId: '74' },
          tariffs: [{ tariffId: '1', quantity: 1 }],
          tour: { languageCode: 'de', themeId: '32' },
        },
      ],
    });
  });

  it('asks nothing where there is one language and one theme', async () => {
    const { see, offered } = await show(withTours([['de', '32']]));
    expect([...offered('language'), ...offered('theme')]).to.deep.equal([]);
    expect(see.text).to.contain('In German · The garden');
  });

  it('asks for the theme alone where there is one language', async () => {
    const { offered } = await show(
      withTours([
        ['de', '31'],
        ['de', '32'],
      ]),
    );
    expect(offered('language')).to.deep.equal([]);
    expect(offered('theme')).to.deep.equal(['Highlights', 'The garden']);
  });

  it('offers everything of times of which it is not known what can be had', async () => {
    const [item] = guidedPass.items;
    const timeslots = item!.timeslots.map(({ tours: _, ...slot }) => slot);
    const { offered } = await show({ ...guidedPass, items: [{ ...item!, timeslots }] });
    expect(offered('language')).to.deep.equal(['English', 'French', 'German', 'Italian']);
    expect(offered('theme')).to.deep.equal(['Highlights', 'The garden']);
  });

  it('says that everything is gone, and asks nothing then', async () => {
    const { see, offered } = await show(withTours([]));
    expect([...offered('language'), ...offered('theme')]).to.deep.equal([]);
    expect(see.text).to.contain('Sold out for now').and.not.contain('for your choice');
  });

  it('goes from language to language by the arrow keys, with one tab stop', async () => {
    const { see, page, picked, shown } = await show();
    see.get('input[name=language]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await settled(page);
    expect(picked('language')).to.deep.equal(['German']);
    await sendKeys({ press: 'Tab' });
    expect((shown.shadowRoot?.activeElement as HTMLInputElement | null)?.name).to.equal('theme');
  });
});
