import { expect } from '@open-wc/testing';
import type { PaymentStart, WidgetHandOver } from '@s360-widgets/contract';
import { endedCart, order, outcome, payingCart, readyCart } from '../pieces/purchase.fixture.js';
import { waitUntil } from '../patience.fixture.js';
import '../pieces/cart-states.js';
import { clearPages, refuse } from '../pieces/shop.fixture.js';
import { atReview as show, form, provider } from './payment.fixture.js';

/** The relay's answer to another payment of the same cart. */
const again = (start: PaymentStart): PaymentStart => structuredClone(start);

describe('the payment', () => {
  afterEach(() => {
    clearPages();
    history.replaceState(null, '', location.pathname);
  });

  it('mounts the widget once, in the light DOM, in a frame that names the provider', async () => {
    const { start, mounted } = provider();
    const { see, shown, pay, rest, calls } = await show({ startPayment: start });
    await pay();
    expect(see.focused?.textContent).to.equal('Pay €170.40');
    expect(see.get('[part="payment"]').textContent).to.match(/Secure payment\s+by S-PAY/);
    expect(form(shown)).to.have.length(1);
    expect(mounted[0]?.target).to.equal(form(shown)[0]);
    expect(calls.find(({ name }) => name === 'startPayment')?.given.body).to.deep.equal({
      totalMinor: 17040,
      termsAccepted: true,
      returnUrl: `${location.origin}${location.pathname}${location.search}${location.search ? '&' : '?'}s360-return=1`,
    });
    (shown as unknown as { requestUpdate(): void }).requestUpdate();
    await rest();
    expect(mounted).to.have.length(1);
    await expect(shown).to.be.accessible();
  });

  it('that is not begun leads to the title, below which it says why', async () => {
    const { see, pay } = await show({ startPayment: refuse('payment-refused') });
    await pay();
    expect(see.focused?.textContent).to.equal('Is everything right?');
    expect(see.get('.note [role="alert"]').textContent?.trim()).to.not.equal('');
  });

  it('has no filled button of our own beside the widget’s', async () => {
    const { start } = provider();
    const { see, pay } = await show({ startPayment: start });
    await pay();
    expect(see.all('.primary')).to.have.length(0);
    expect(see.hasButton('Back to review')).to.equal(true);
  });

  it('shows the tickets once the relay says that it is paid', async () => {
    const { start, mounted, unmounts } = provider();
    const { see, shown, pay, rest, answer, calls } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: outcome({ status: 'paid', cart: null, order: order() }) });
    mounted[0]?.onPaid();
    await rest();
    expect(calls.at(-1)?.given.body).to.deep.equal({ reported: 'success' });
    expect(see.focused?.textContent).to.contain('See you on');
    expect(form(shown)).to.have.length(0);
    expect(unmounts()).to.equal(1);
  });

  it('says whose hands a payment is in that needs people, and offers no way to pay again', async () => {
    const { start, mounted } = provider();
    const { see, shown, pay, rest, answer } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: outcome({ status: 'raised', cart: payingCart() }) });
    mounted[0]?.onPaid();
    await rest();
    await waitUntil(() => see.text.includes('Your payment is being looked after'));
    expect(see.text).to.contain(`order ${payingCart().orderId}`);
    expect(see.text).to.contain('Don’t pay again');
    expect(see.hasButton('Start a new cart')).to.equal(true);
    expect(see.hasButton('Back to review')).to.equal(false);
    expect(form(shown)).to.have.length(0);
    await expect(shown).to.be.accessible();
  });

  it('waits for the bank, says not to pay again, and offers nothing that could', async () => {
    const { start, mounted } = provider();
    const { see, shown, pay, rest, answer, clock } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: outcome({}), getPaymentOutcome: outcome({}) });
    mounted[0]?.onPaid();
    await rest();
    expect(see.get('.note [role="status"]').textContent).to.contain('We’re waiting for your bank');
    expect(see.text).to.contain('Don’t pay again');
    expect(form(shown)).to.have.length(0);
    expect(see.hasButton('Back to review')).to.equal(false);
    await expect(shown).to.be.accessible();
    answer({ getPaymentOutcome: outcome({ status: 'paid', cart: null, order: order() }) });
    await clock.pass(30);
    await rest();
    expect(see.text).to.contain('See you on');
  });

  it('can ask again when the report did not reach the relay', async () => {
    const { start, mounted } = provider();
    const { see, pay, rest, answer } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: refuse('relay-unreachable') });
    mounted[0]?.onPaid();
    await rest();
    expect(see.text).to.contain('We can’t reach the box office');
    answer({ reportPayment: outcome({ status: 'paid', cart: null, order: order() }) });
    see.button('Check again').click();
    await rest();
    expect(see.text).to.contain('See you on');
  });

  it('stays at the payment when the bank refused, with a fresh form below the note', async () => {
    const { start, mounted } = provider();
    const { see, shown, pay, rest, answer, names } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: outcome({ status: 'refused', cart: readyCart() }), startPayment: again(start) });
    mounted[0]?.onRefused();
    await rest();
    expect(see.get('h2').textContent).to.equal('Pay €170.40');
    expect(see.get('[aria-current="step"]').textContent).to.contain('Payment');
    expect(see.all('.note').map(({ textContent }) => textContent)).to.have.length(1);
    const note = see.get('[role="alert"]').textContent;
    expect(note).to.contain('Your bank refused the payment');
    expect(note).to.contain('You were not charged. Your seats are still held until 10:11.');
    expect(mounted).to.have.length(2);
    expect(form(shown)).to.have.length(1);
    expect(names().filter((name) => name === 'startPayment')).to.have.length(2);
    await expect(shown).to.be.accessible();
    answer({ reportPayment: outcome({ status: 'paid', cart: null, order: order() }) });
    mounted[1]?.onPaid();
    await rest();
    expect(see.focused?.textContent).to.contain('See you on');
  });

  it('is refused again and again, and says so each time', async () => {
    const { start, mounted } = provider();
    const { see, pay, rest, answer } = await show({ startPayment: () => again(start) });
    await pay();
    answer({ reportPayment: outcome({ status: 'refused', cart: readyCart() }) });
    for (const round of [0, 1, 2]) {
      mounted[round]?.onRefused();
      await rest();
      expect(see.get('[role="alert"]').textContent).to.contain('Your bank refused the payment');
      expect(mounted).to.have.length(round + 2);
    }
  });

  it('asks the page before the fresh form too, and offers it where the page said no', async () => {
    const { start, mounted } = provider();
    const { see, page, pay, rest, answer } = await show({ startPayment: () => again(start) });
    await pay();
    answer({ reportPayment: outcome({ status: 'refused', cart: readyCart() }) });
    page.addEventListener('s360-payment-start-request', (request) => request.preventDefault(), {
      once: true,
    });
    mounted[0]?.onRefused();
    await rest();
    expect(mounted).to.have.length(1);
    expect(see.all('.note')).to.have.length(1);
    see.button('Try another way to pay').click();
    await rest();
    expect(mounted).to.have.length(2);
  });

  it('says one thing alone when no fresh form can be had', async () => {
    const { start, mounted } = provider();
    const { see, shown, pay, rest, answer } = await show({ startPayment: start });
    await pay();
    answer({
      reportPayment: outcome({ status: 'refused', cart: readyCart() }),
      startPayment: refuse('box-office-down'),
    });
    mounted[0]?.onRefused();
    await rest();
    expect(see.all('.note')).to.have.length(1);
    expect(see.get('[role="alert"]').textContent).to.contain('The box office does not answer');
    expect(see.hasButton('Try another way to pay')).to.equal(true);
    await expect(shown).to.be.accessible();
  });

  it('does not send a refused visitor to the provider’s own page unasked', async () => {
    history.replaceState(null, '', `${location.pathname}?s360-return=1`);
    const elsewhere = {
      ...provider().start,
      handOver: { kind: 'redirect' as const, url: `${location.href}#paid-there` },
    };
    const { see } = await show({
      getCart: payingCart(),
      reportPayment: outcome({ status: 'refused', cart: readyCart() }),
      startPayment: elsewhere,
    });
    expect(location.hash).to.equal('');
    expect(see.all('.note')).to.have.length(1);
    expect(see.text).to.contain('Your bank refused the payment');
    expect(see.link('Continue payment').getAttribute('href')).to.contain('#paid-there');
  });

  it('keeps the focus when the form that had it goes', async () => {
    const { start, mounted } = provider(({ target }) => {
      const field = document.createElement('input');
      target.append(field);
      field.focus();
    });
    const { see, pay, rest, answer } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: outcome({}), getPaymentOutcome: outcome({}) });
    mounted[0]?.onPaid();
    await rest();
    expect(see.focused?.textContent).to.equal('Pay €170.40');
  });

  it('does not speak of another tab while a payment begins', async () => {
    const { start } = provider();
    // Near the end of a hold the words about another tab are at hand, and so could be said.
    const getCart = readyCart({ expiresAt: '2026-11-27T10:01:30+01:00' });
    const { see, shown, pay, rest } = await show({ getCart, startPayment: start });
    await rest();
    const said: string[] = [];
    const listen = () => said.push(...see.all('.note').map(({ textContent }) => textContent));
    const observer = new MutationObserver(listen);
    observer.observe(shown.shadowRoot!, { childList: true, subtree: true });
    await pay();
    observer.disconnect();
    expect(said).to.deep.equal([]);
  });

  it('leaves the payment on the way back, and takes the widget down', async () => {
    const { start, unmounts } = provider();
    const { see, shown, pay, answer, names } = await show({ startPayment: start });
    await pay();
    answer({ leavePayment: outcome({ status: 'cancelled', cart: readyCart() }) });
    see.button('Back to review').click();
    await waitUntil(() => see.text.includes('The payment was cancelled'), 'it is said');
    expect(names()).to.contain('leavePayment');
    expect(see.get('h2').textContent).to.equal('Is everything right?');
    expect(unmounts()).to.equal(1);
    expect(form(shown)).to.have.length(0);
  });

  it('keeps the form when the way back fails, and says why', async () => {
    const { start } = provider();
    const { see, shown, pay, rest } = await show({
      startPayment: start,
      leavePayment: refuse('relay-unreachable'),
    });
    await pay();
    see.button('Back to review').click();
    await rest();
    expect(see.get('[role="alert"]').textContent).to.contain('We can’t reach the box office');
    expect(see.has('[part="payment"]')).to.equal(true);
    expect(form(shown)).to.have.length(1);
  });

  it('says that the hold ended before it was paid', async () => {
    const { start, mounted } = provider();
    const { see, shown, pay, answer } = await show({ startPayment: start });
    await pay();
    answer({ reportPayment: outcome({ status: 'expired', cart: endedCart() }) });
    mounted[0]?.onRefused();
    await waitUntil(() => see.has('[role="alert"]'), 'something is said');
    expect(see.get('[role="alert"]').textContent).to.contain('The hold ended before the payment was made');
    expect(see.hasButton('Try the same seats')).to.equal(true);
    await expect(shown).to.be.accessible();
  });

  it('takes the widget down when the checkout leaves the page', async () => {
    const { start, unmounts } = provider();
    const { shown, pay } = await show({ startPayment: start });
    await pay();
    shown.remove();
    expect(unmounts()).to.equal(1);
    expect(form(shown)).to.have.length(0);
  });

  it('says that the form did not load, and tries again', async () => {
    const { start, mounted } = provider();
    const blocked = { ...start.handOver, integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' };
    const { see, shown, pay, rest } = await show({
      startPayment: { ...start, handOver: blocked as WidgetHandOver },
    });
    await pay();
    expect(see.get('[role="alert"]').textContent).to.contain('The payment form did not load');
    expect(mounted).to.have.length(0);
    await expect(shown).to.be.accessible();
    see.button('Try again').click();
    await rest();
    expect(see.get('[role="alert"]')).to.exist;
  });

  it('says so when nothing comes within the time limit: no endless waiting', async () => {
    const { start } = provider();
    const slow = { ...(start.handOver as WidgetHandOver), function: 'open' };
    Object.assign((window as unknown as Record<string, object>)[slow.global] ?? {}, {
      open: () => new Promise(() => {}),
    });
    const { see, pay, clock, answer, rest } = await show({
      startPayment: { ...start, handOver: slow },
    });
    answer({ getPaymentOutcome: outcome({}) });
    await pay();
    expect(see.has('[part="payment"] [role="status"]')).to.equal(true);
    await clock.pass(21);
    await rest();
    expect(see.text).to.contain('The payment form did not load');
  });

  it('can go on with a payment that a reload has left behind', async () => {
    const { start, mounted } = provider();
    const { see, shown, rest, answer, names } = await show({
      getCart: payingCart(),
      getPaymentOutcome: outcome({}),
    });
    expect(see.text).to.contain('Your payment is not finished');
    expect(see.hasButton('Back to review')).to.equal(true);
    await expect(shown).to.be.accessible();
    answer({ startPayment: start });
    see.button('Continue payment').click();
    await rest();
    expect(names().slice(-2)).to.deep.equal(['getPaymentOutcome', 'startPayment']);
    expect(mounted).to.have.length(1);
  });

  it('says what stood in the way of going on', async () => {
    const { see, rest, answer } = await show({ getCart: payingCart(), getPaymentOutcome: outcome({}) });
    answer({ startPayment: refuse('box-office-down') });
    see.button('Continue payment').click();
    await rest();
    expect(see.get('[role="alert"]').textContent).to.contain('The box office does not answer');
    expect(see.hasButton('Continue payment')).to.equal(true);
  });

  it('asks for the outcome on return from the bank, and gives the page its address back', async () => {
    history.replaceState(null, '', `${location.pathname}?keep=1&s360-return=1&ORDER=900`);
    const { see, calls } = await show({ getCart: payingCart(), reportPayment: outcome({}) });
    expect(calls.at(-1)?.given.body).to.deep.equal({ reported: 'return' });
    expect(location.search).to.equal('?keep=1');
    expect(see.text).to.contain('We’re waiting for your bank');
  });

  it('says that it goes on in another tab, and can be taken over here', async () => {
    const { see, shown, store, rest, answer } = await show({ getCart: readyCart() });
    answer({ getCart: payingCart(), getPaymentOutcome: outcome({}) });
    await store.dispatch('cart-load', {});
    await rest();
    expect(see.text).to.contain('A payment for this cart is under way');
    await expect(shown).to.be.accessible();
    see.button('Go on here').click();
    await rest();
    expect(see.hasButton('Continue payment')).to.equal(true);
  });

  it('leads to the provider’s own page where there is no widget', async () => {
    const { start } = provider();
    const elsewhere = {
      ...start,
      handOver: { kind: 'redirect' as const, url: `${location.href}#paid-there` },
    };
    const { see, pay } = await show({ startPayment: elsewhere });
    await pay();
    expect(location.hash).to.equal('#paid-there');
    expect(see.link('Continue payment').getAttribute('href')).to.contain('#paid-there');
  });
});
