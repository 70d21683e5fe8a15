import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { cart, euros, event, line, passLine, shop } from '../pieces/purchase.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './cart.js';

const [first, second] = line.tickets;
const plainCart = cart();
/** A code that halves one of two seats. */
const halved = cart({
  lines: [{ ...line, tickets: [{ ...first!, price: euros(4200), fullPrice: euros(8400) }, second!] }],
  promoCode: { code: 'DUO50', name: 'Duo offer' },
});

async function show({ answers, ...given }: Given = {}) {
  const shopOf = await shopWith(html`<s360-cart checkout-url="#checkout"></s360-cart>`, {
    kept: { 'cart-token': 't' },
    answers: { getShop: { ...shop, promoCodes: true }, getCart: plainCart, getEvent: event, ...answers },
    ...given,
  });
  const shown = shopOf.page.querySelector('s360-cart') as HTMLElement;
  const see = within(shown);
  const rest = () => settled(shopOf.page);
  const open = async () => {
    see.button(given.lang === 'fr' ? 'Un code promo ?' : 'Have a promo code?').click();
    await rest();
  };
  const redeem = async (code: string) => {
    see.fill('#promo-code', code);
    await sendKeys({ press: 'Enter' });
    await rest();
  };
  return { ...shopOf, shown, see, rest, open, redeem };
}

describe('promo codes in <s360-cart>', () => {
  afterEach(clearPages);

  it('are offered where the shop takes them, and a field opens with the focus in it', async () => {
    const { see, shown, open } = await show();
    expect(see.all('#promo-code')).to.have.length(0);
    await open();
    await waitUntil(() => see.focused?.id === 'promo-code', 'the field has no focus');
    await expect(shown).to.be.accessible();
  });

  it('are not spoken of where the shop takes none', async () => {
    const { see } = await show({ answers: { getShop: shop } });
    expect(see.text).to.not.contain('promo code');
  });

  it('say what costs less, instead of what, for how many, and the new total', async () => {
    const { see, shown, answer, calls, open, redeem } = await show();
    await open();
    answer({ redeemPromoCode: halved });
    await redeem(' duo50 ');
    expect(calls.at(-1)?.given.body).to.deep.equal({ code: 'duo50' });
    expect(see.get('.promo').textContent).to.match(/DUO50 applied\s+Duo offer, for 1 of 2 tickets/);
    expect(
      see.all('.ticket-price').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['€84.00instead of €42.00', '€84.00']);
    expect(see.text).to.contain('DUO50 applied. The total is now €128.40.');
    expect(see.focused?.getAttribute('aria-label')).to.equal('Remove the code DUO50');
    await expect(shown).to.be.accessible();
  });

  it('that are refused say why beside the field, and the cart stays', async () => {
    const { see, shown, answer, open, redeem } = await show({
      answers: { redeemPromoCode: refuse('promo-code-ended') },
    });
    await open();
    await redeem('AUTUMN');
    const field = see.get<HTMLInputElement>('#promo-code');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(see.get(`#${field.getAttribute('aria-describedby')}`).textContent).to.contain(
      'This code has ended.',
    );
    expect(field.value).to.equal('AUTUMN');
    expect(see.focused).to.equal(field);
    expect(see.text).to.contain('seat 18');
    await expect(shown).to.be.accessible();
    answer({ redeemPromoCode: halved });
    await redeem('DUO50');
    expect(see.text).to.contain('DUO50 applied').and.not.contain('This code has ended');
  });

  it('that the cart has already are shown at once, and can be taken away', async () => {
    const { see, answer, rest } = await show({ answers: { getCart: halved } });
    await rest();
    expect(see.text).to.contain('DUO50 applied');
    answer({ removePromoCode: plainCart });
    see.button('Remove the code DUO50').click();
    await rest();
    expect(see.text).to.not.contain('DUO50 applied').and.not.contain('instead of');
    expect(see.text).to.contain('Code removed. The total is now');
    expect(see.focused?.id).to.equal('promo-code');
  });

  it('that make nothing cheaper say so', async () => {
    const { see, rest } = await show({
      answers: { getCart: cart({ promoCode: { code: 'OPERA', name: '' } }) },
    });
    await rest();
    expect(see.text).to.contain('OPERA applied').and.contain('Nothing in your cart costs less with it.');
  });

  it('that nobody has typed are not sent', async () => {
    const { calls, open, redeem } = await show();
    await open();
    const before = calls.length;
    await redeem('   ');
    expect(calls.length).to.equal(before);
  });

  it('leave places of one tariff apart where only some of them are reduced', async () => {
    const [one, other] = passLine.tickets;
    const tickets = [{ ...one!, price: euros(400), fullPrice: euros(800) }, other!];
    const { see, rest } = await show({
      answers: {
        getCart: cart({
          lines: [{ ...passLine, tickets }],
          promoCode: { code: 'DUO50', name: 'Duo offer' },
        }),
      },
    });
    await rest();
    expect(see.all('.ticket-title').map(({ textContent }) => textContent)).to.deep.equal([
      '1 ticket',
      '1 ticket',
    ]);
  });

  it('speak French', async () => {
    const { see, answer, open, redeem } = await show({ lang: 'fr' });
    await open();
    answer({ redeemPromoCode: halved });
    await redeem('DUO50');
    expect(see.text).to.contain('DUO50 appliqué').and.contain('Duo offer, pour 1 de vos 2 billets');
  });
});
