import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import {
  type Answers,
  atPayment,
  cart,
  contact,
  endedCart,
  order,
  outcome,
  paying,
  paymentStart,
  reviewedCart,
  settled,
  shopOf,
  start,
  stored,
} from './store.fixture.js';

describe('the way to the payment', () => {
  it('goes from contact to delivery to review', async () => {
    const { store, facts } = shopOf({
      stored,
      answers: { getCart: cart(), saveContact: cart({ contact }), chooseShipment: reviewedCart() },
    });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'contact');
    await store.dispatch('contact-save', { contact });
    assert.equal(store.state.checkout.step, 'delivery');
    await store.dispatch('shipment-choose', { shipmentModeId: '5' });
    assert.equal(store.state.checkout.step, 'review');
    assert.deepEqual(
      facts.filter(({ name }) => name === 'checkout-step-changed').map(({ detail }) => detail),
      [{ step: 'delivery' }, { step: 'review' }],
    );
  });

  it('stays at the step when the relay refuses what was given', async () => {
    const { store } = shopOf({
      stored,
      answers: { getCart: cart(), saveContact: new ProblemError('contact-refused') },
    });
    const problem = await store.dispatch('contact-save', { contact });
    assert.equal(problem?.code, 'contact-refused');
    assert.equal(store.state.checkout.step, 'contact');
  });

  it('notices in the form that the hold is over', async () => {
    const { store, relay } = shopOf({ stored, answers: { getCart: cart() } });
    await store.dispatch('checkout-open', { returned: false });
    relay.answers = { getCart: endedCart(), saveContact: new ProblemError('cart-ended') };
    await store.dispatch('contact-save', { contact });
    assert.equal(store.state.cart.value?.state, 'ended');
    assert.equal(store.state.lapsedLines.length, 1);
  });

  for (const [step, given] of [
    ['contact', cart()],
    ['delivery', cart({ contact })],
    ['review', reviewedCart()],
  ] as const) {
    it(`finds the ${step} step after a reload`, async () => {
      const { store } = shopOf({ stored, answers: { getCart: given } });
      await store.dispatch('checkout-open', { returned: false });
      assert.equal(store.state.checkout.step, step);
    });
  }

  for (const field of ['email', 'firstName', 'lastName', 'countryCode'] as const) {
    it(`asks for what is missing of the contact: ${field}`, async () => {
      const getCart = reviewedCart({ contact: { ...contact, [field]: '' } });
      const { store } = shopOf({ stored, answers: { getCart } });
      await store.dispatch('checkout-open', { returned: false });
      assert.equal(store.state.checkout.step, 'contact');
    });
  }

  it('is at the delivery with a contact that can not be read just now', async () => {
    const { store } = shopOf({ stored, answers: { getCart: cart({ unread: ['contact'] }) } });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'delivery');
  });

  it('goes back to the contact when a new cart knows none', async () => {
    const { store, relay } = shopOf({ stored, answers: { getCart: reviewedCart() } });
    await store.dispatch('checkout-open', { returned: false });
    relay.answers = { getCart: cart({ orderId: '4712' }) };
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'contact');
  });

  it('shows the shipment modes of the country asked for last', async () => {
    const waiting = new Map<string, (name: string) => void>();
    const { store } = shopOf({
      stored,
      answers: {
        listShipmentModes: ({ query }) =>
          new Promise((resolve) => {
            waiting.set(query.countryCode, (name) =>
              resolve({
                shipmentModes: [
                  {
                    id: '5',
                    kind: 'post',
                    name,
                    description: '',
                    fee: { amountMinor: 0, currency: { code: 'EUR', digits: 2 } },
                    addressNeeded: true,
                  },
                ],
              }),
            );
          }),
      },
    });
    const both = [
      store.dispatch('shipment-modes-load', { countryCode: 'CH' }),
      store.dispatch('shipment-modes-load', { countryCode: 'FR' }),
    ];
    await settled();
    waiting.get('FR')?.('Lettre');
    waiting.get('CH')?.('Brief');
    await Promise.all(both);
    assert.equal(store.state.checkout.shipmentModes.value?.[0]?.name, 'Lettre');
  });
});

describe('starting a payment', () => {
  it('hands over to the provider and marks the cart as being paid', async () => {
    const { store, relay } = await atPayment();
    assert.equal(store.state.checkout.step, 'payment');
    assert.equal(store.state.checkout.payment.value?.provider, 'S-PAY');
    assert.equal(store.state.cart.value?.state, 'paying');
    assert.deepEqual(relay.calls.at(-1)?.options.body, { ...start, termsAccepted: true });
  });

  it('never shows a cart that is being paid beside another step', async () => {
    const shop = shopOf({ stored, answers: { getCart: reviewedCart(), startPayment: paymentStart() } });
    await shop.store.dispatch('checkout-open', { returned: false });
    const seen: string[] = [];
    shop.store.subscribe(() => {
      const { cart: remote, checkout } = shop.store.state;
      if (remote.value?.state === 'paying') seen.push(checkout.step);
    });
    await shop.store.dispatch('payment-start', start);
    assert.deepEqual([...new Set(seen)], ['payment']);
  });

  it('is sent once for two clicks', async () => {
    const { store, calls } = shopOf({
      stored,
      answers: { getCart: reviewedCart(), startPayment: paymentStart() },
    });
    await store.dispatch('checkout-open', { returned: false });
    await Promise.all([store.dispatch('payment-start', start), store.dispatch('payment-start', start)]);
    assert.deepEqual(
      calls().filter((name) => name === 'startPayment'),
      ['startPayment'],
    );
  });

  it('is the same payment to the relay when it is tried again for want of an answer', async () => {
    const unreachable = new ProblemError('relay-unreachable');
    const { store, relay } = shopOf({
      stored,
      answers: { getCart: reviewedCart(), startPayment: unreachable },
    });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal((await store.dispatch('payment-start', start))?.code, 'relay-unreachable');
    await settled();
    relay.answers.startPayment = paymentStart();
    assert.equal(await store.dispatch('payment-start', start), null);
    const keys = relay.calls.flatMap(({ options: { key } }) => key ?? []);
    assert.equal(keys.length, 2);
    assert.equal(keys[1], keys[0]);
  });

  it('shows the new total when it has changed', async () => {
    const dearer = reviewedCart({ total: { amountMinor: 17400, currency: { code: 'EUR', digits: 2 } } });
    const { store, relay } = shopOf({ stored, answers: { getCart: reviewedCart() } });
    await store.dispatch('checkout-open', { returned: false });
    relay.answers = { getCart: dearer, startPayment: new ProblemError('total-changed') };
    const problem = await store.dispatch('payment-start', start);
    assert.equal(problem?.code, 'total-changed');
    assert.equal(store.state.checkout.step, 'review');
    assert.equal(store.state.checkout.payment.status, 'failed');
    assert.equal(store.state.cart.value?.total.amountMinor, 17400);
  });
});

describe('an order with nothing to pay', () => {
  const free = (answers: Answers) =>
    atPayment({ startPayment: { ...paymentStart(), handOver: { kind: 'none' } }, ...answers });

  it('is confirmed without a payment step', async () => {
    const { store, storage, facts } = await free({
      getPaymentOutcome: outcome({ status: 'paid', order: order() }),
    });
    assert.equal(store.state.checkout.step, 'confirmation');
    assert.equal(store.state.checkout.payment.status, 'idle');
    assert.equal((storage.values.get('orders') as { orderId: string }[])[0]?.orderId, '4711');
    assert.ok(!facts.some(({ detail }) => (detail as { step?: string }).step === 'payment'));
  });

  it('is waited for while the relay does not know yet', async () => {
    const { store } = await free({ getPaymentOutcome: outcome({ status: 'waiting' }) });
    assert.equal(store.state.checkout.step, 'payment');
  });

  it('is asked for again when the relay could not tell', async () => {
    const { store, relay } = await free({ getPaymentOutcome: new ProblemError('relay-unreachable') });
    assert.equal(store.state.checkout.payment.status, 'failed');
    relay.answers = {
      startPayment: { ...paymentStart(), handOver: { kind: 'none' } },
      getPaymentOutcome: outcome({ status: 'paid', order: order() }),
    };
    await store.dispatch('payment-start', start);
    assert.equal(store.state.checkout.step, 'confirmation');
  });
});

describe('what became of the payment', () => {
  it('confirms what the relay says is paid, and keeps the order on this device', async () => {
    const { store, relay, storage, facts } = await atPayment();
    relay.answers = { reportPayment: outcome({ status: 'paid', order: order() }) };
    await store.dispatch('payment-report', { reported: 'success' });
    assert.equal(store.state.checkout.step, 'confirmation');
    assert.equal(store.state.checkout.order?.orderId, '4711');
    assert.equal(store.state.cart.value, null);
    const bought = { at: order().purchasedAt, of: [] };
    assert.deepEqual(storage.values.get('orders'), [
      { orderId: '4711', token: 't1', isConfirmed: true, bought },
    ]);
    assert.deepEqual(
      facts.filter(({ name }) => name === 'order-completed'),
      [
        {
          name: 'order-completed',
          detail: { orderId: '4711', ticketCount: 0, totalMinor: 16800, currency: 'EUR', currencyDigits: 2 },
        },
      ],
    );
  });

  it('tells once of an order that callback and polling both find paid', async () => {
    const { store, relay, clock, factNames } = await atPayment();
    const paid = outcome({ status: 'paid', order: order() });
    const answers: (() => void)[] = [];
    const late = () => new Promise<typeof paid>((resolve) => answers.push(() => resolve(paid)));
    relay.answers = { reportPayment: late, getPaymentOutcome: late };
    const report = store.dispatch('payment-report', { reported: 'success' });
    await clock.pass(4000);
    for (const answer of answers) answer();
    assert.equal(await report, null);
    await settled();
    assert.equal(factNames().filter((name) => name === 'order-completed').length, 1);
    assert.equal(store.state.checkout.step, 'confirmation');
  });

  it('waits when the bank has not decided, and asks until it has', async () => {
    const { store, relay, clock } = await atPayment();
    relay.answers = {
      reportPayment: outcome({ cart: paying() }),
      getPaymentOutcome: outcome({ cart: paying() }),
    };
    await store.dispatch('payment-report', { reported: 'success' });
    assert.equal(store.state.checkout.outcome?.status, 'waiting');
    await clock.pass(60_000);
    assert.equal(store.state.checkout.step, 'payment');
    relay.answers = { getPaymentOutcome: outcome({ status: 'paid', order: order() }) };
    await clock.pass(20_000);
    assert.equal(store.state.checkout.step, 'confirmation');
  });

  it('finds a paid order although the widget never calls back', async () => {
    const { store, clock } = await atPayment({
      getPaymentOutcome: outcome({ status: 'paid', order: order() }),
    });
    await clock.pass(4000);
    assert.equal(store.state.checkout.step, 'confirmation');
  });

  it('does not give up asking while the relay is away', async () => {
    const { store, relay, clock } = await atPayment({
      getPaymentOutcome: new ProblemError('relay-unreachable'),
    });
    await clock.pass(30_000);
    relay.answers = { getPaymentOutcome: outcome({ status: 'paid', order: order() }) };
    await clock.pass(20_000);
    assert.equal(store.state.checkout.step, 'confirmation');
  });

  for (const [status, step] of [
    ['refused', 'payment'],
    ['cancelled', 'review'],
  ] as const) {
    it(`is at the ${step} when it was ${status}, and tells once`, async () => {
      const { store, relay, facts } = await atPayment();
      relay.answers = { reportPayment: outcome({ status, cart: reviewedCart() }) };
      await store.dispatch('payment-report', { reported: 'failure' });
      await store.dispatch('payment-report', { reported: 'failure' });
      assert.equal(store.state.checkout.step, step);
      assert.equal(store.state.checkout.payment.status, 'idle');
      assert.equal(store.state.checkout.outcome?.status, status);
      assert.equal(store.state.cart.value?.state, 'open');
      assert.deepEqual(
        facts.filter(({ name }) => name === 'payment-failed'),
        [{ name: 'payment-failed', detail: { status } }],
      );
    });
  }

  it('remembers the refusal until the next answer, while a fresh payment is under way', async () => {
    const { store, relay } = await atPayment();
    relay.answers = {
      reportPayment: outcome({ status: 'refused', cart: reviewedCart() }),
      startPayment: paymentStart(),
    };
    await store.dispatch('payment-report', { reported: 'failure' });
    await store.dispatch('payment-start', start);
    assert.equal(store.state.checkout.payment.status, 'ready');
    assert.equal(store.state.checkout.outcome?.status, 'refused');
    relay.answers = { leavePayment: outcome({ status: 'cancelled', cart: reviewedCart() }) };
    await store.dispatch('payment-leave', {});
    assert.equal(store.state.checkout.step, 'review');
    assert.equal(store.state.checkout.outcome?.status, 'cancelled');
  });

  it('says that the hold is over when it ran out in the payment', async () => {
    const { store, relay, factNames } = await atPayment();
    relay.answers = { reportPayment: outcome({ status: 'expired', cart: endedCart() }) };
    await store.dispatch('payment-report', { reported: 'failure' });
    assert.equal(store.state.cart.value?.state, 'ended');
    assert.ok(factNames().includes('hold-expired'));
  });

  it('takes the payment back on leaving, unless it was paid meanwhile', async () => {
    const { store, relay } = await atPayment();
    relay.answers = { leavePayment: outcome({ status: 'cancelled', cart: reviewedCart() }) };
    await store.dispatch('payment-leave', {});
    assert.equal(store.state.checkout.step, 'review');
    assert.equal(store.state.checkout.payment.status, 'idle');
    relay.answers = {
      startPayment: paymentStart(),
      leavePayment: outcome({ status: 'paid', order: order() }),
    };
    await store.dispatch('payment-start', start);
    await store.dispatch('payment-leave', {});
    assert.equal(store.state.checkout.step, 'confirmation');
  });

  it('ignores an answer about the payment before that comes late', async () => {
    const { store, relay, clock } = await atPayment();
    const late: (() => void)[] = [];
    relay.answers = {
      getPaymentOutcome: () =>
        new Promise((resolve) =>
          late.push(() => resolve(outcome({ status: 'cancelled', cart: reviewedCart() }))),
        ),
      leavePayment: outcome({ status: 'cancelled', cart: reviewedCart() }),
      startPayment: paymentStart(),
    };
    await clock.pass(4000);
    await store.dispatch('payment-leave', {});
    await store.dispatch('payment-start', start);
    for (const answer of late) answer();
    await settled();
    assert.equal(store.state.checkout.step, 'payment');
    assert.equal(store.state.checkout.payment.status, 'ready');
  });
});
