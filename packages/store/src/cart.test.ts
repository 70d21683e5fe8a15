import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartItem } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { cart, endedCart, inMinutes, line, settled, shopOf } from './store.fixture.js';

const items: CartItem[] = [
  {
    kind: 'seats',
    performanceId: '12',
    seats: [{ seatId: '9018', seatCategoryId: '21', tariffId: '31' }],
  },
];

describe('adding to the cart', () => {
  it('opens a cart, keeps its token and tells the other tab', async () => {
    const { store, storage, otherTab, facts } = shopOf({
      answers: { openCart: { token: 't1', cart: cart() } },
    });
    const heard: unknown[] = [];
    otherTab.listen((message) => heard.push(message));
    assert.equal(await store.dispatch('cart-add', { items }), null);
    assert.equal(storage.values.get('cart-token'), 't1');
    assert.equal(store.state.cart.value?.ticketCount, 2);
    assert.deepEqual(heard, [{ kind: 'cart', cart: cart(), token: 't1' }]);
    assert.deepEqual(facts, [
      {
        name: 'cart-changed',
        detail: {
          ticketCount: 2,
          totalMinor: 16800,
          currency: 'EUR',
          currencyDigits: 2,
          expiresAt: inMinutes(15),
        },
      },
    ]);
  });

  it('adds to the cart of before on a page that has not read it yet', async () => {
    const { store, calls } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: { getCart: cart(), addToCart: cart({ lines: [line(), line()] }) },
    });
    await store.dispatch('cart-add', { items });
    assert.deepEqual(calls(), ['getCart', 'addToCart']);
  });

  for (const code of ['cart-ended', 'cart-token-invalid'] as const) {
    it(`opens a new cart when the relay says ${code}`, async () => {
      const { store, storage } = shopOf({
        stored: { 'cart-token': 't1' },
        answers: {
          getCart: cart(),
          addToCart: new ProblemError(code),
          openCart: { token: 't2', cart: cart({ orderId: '4712' }) },
        },
      });
      await store.dispatch('cart-load', {});
      assert.equal(await store.dispatch('cart-add', { items }), null);
      assert.equal(storage.values.get('cart-token'), 't2');
      assert.equal(store.state.cart.value?.orderId, '4712');
    });
  }

  it('leaves a cart alone whose payment is under way, and reads it again', async () => {
    const { store, calls, storage } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: { getCart: cart({ state: 'paying' }), addToCart: new ProblemError('payment-in-progress') },
    });
    const problem = await store.dispatch('cart-add', { items });
    assert.equal(problem?.code, 'payment-in-progress');
    assert.deepEqual(calls(), ['getCart', 'addToCart', 'getCart']);
    assert.equal(storage.values.get('cart-token'), 't1');
  });

  it('keeps the cart as it was when seats have gone', async () => {
    const { store } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: { getCart: cart(), addToCart: new ProblemError('seats-taken', { seatIds: ['9018'] }) },
    });
    const problem = await store.dispatch('cart-add', { items });
    assert.deepEqual(problem?.details.seatIds, ['9018']);
    assert.deepEqual(store.state.cart, { status: 'ready', value: cart() });
  });

  it('sends one change after the other, never two at once', async () => {
    const waiting: (() => void)[] = [];
    const { store, calls } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: {
        getCart: cart(),
        removeTickets: () => new Promise((resolve) => waiting.push(() => resolve(cart({ lines: [] })))),
        changeTicket: cart(),
      },
    });
    await store.dispatch('cart-load', {});
    const removed = store.dispatch('tickets-remove', { ticketIds: ['1'] });
    const changed = store.dispatch('ticket-change', { ticketId: '2', tariffId: '32' });
    await settled();
    assert.deepEqual(calls(), ['getCart', 'removeTickets']);
    assert.equal(store.state.cart.status, 'loading');
    assert.equal(store.state.cart.value?.ticketCount, 2);
    waiting[0]?.();
    await Promise.all([removed, changed]);
    assert.deepEqual(calls(), ['getCart', 'removeTickets', 'changeTicket']);
  });

  it('reads the cart again when nobody knows whether a change went through', async () => {
    const { store, calls } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: { getCart: cart(), removeTickets: new ProblemError('relay-unreachable') },
    });
    await store.dispatch('cart-load', {});
    const problem = await store.dispatch('tickets-remove', { ticketIds: ['1'] });
    assert.equal(problem?.code, 'relay-unreachable');
    await settled();
    assert.deepEqual(calls(), ['getCart', 'removeTickets', 'getCart']);
  });
});

describe('a change that gets no answer', () => {
  const held = { stored: { 'cart-token': 't1' }, answers: { getCart: cart() } };

  it('is told when its own limit is over, not when the reading after it is', async () => {
    const { store, relay, calls } = shopOf(held);
    await store.dispatch('cart-load', {});
    relay.answers = {
      addToCart: new ProblemError('relay-unreachable'),
      getCart: () => new Promise(() => {}),
    };
    assert.equal((await store.dispatch('cart-add', { items }))?.code, 'relay-unreachable');
    await settled();
    assert.deepEqual(calls(), ['getCart', 'addToCart', 'getCart']);
    assert.equal(store.state.cart.value?.ticketCount, 2);
  });

  it('does not wait for a reading that hangs', async () => {
    const { store, relay } = shopOf(held);
    await store.dispatch('cart-load', {});
    relay.answers = {
      getCart: ({ signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
      addToCart: cart({ lines: [line(), line()] }),
    };
    const reading = store.dispatch('cart-load', {});
    await settled();
    assert.equal(await store.dispatch('cart-add', { items }), null);
    assert.equal(await reading, null);
    assert.deepEqual(store.state.cart, { status: 'ready', value: cart({ lines: [line(), line()] }) });
  });
});

describe('reading the cart', () => {
  it('asks nobody when this device has no cart', async () => {
    const { store, calls } = shopOf();
    await store.dispatch('cart-load', {});
    assert.deepEqual(store.state.cart, { status: 'ready', value: null });
    assert.deepEqual(calls(), []);
  });

  it('asks once for all elements of a page', async () => {
    const { store, calls } = shopOf({ stored: { 'cart-token': 't1' }, answers: { getCart: cart() } });
    await Promise.all([store.dispatch('cart-load', {}), store.dispatch('cart-load', {})]);
    assert.deepEqual(calls(), ['getCart']);
  });

  it('keeps the last cart beside the problem when the relay is away', async () => {
    const { store, relay } = shopOf({ stored: { 'cart-token': 't1' }, answers: { getCart: cart() } });
    await store.dispatch('cart-load', {});
    relay.answers = { getCart: new ProblemError('relay-unreachable') };
    const problem = await store.dispatch('cart-load', {});
    assert.equal(problem?.code, 'relay-unreachable');
    assert.equal(store.state.cart.status, 'failed');
    assert.equal(store.state.cart.value?.ticketCount, 2);
  });

  it('forgets a cart that the relay does not open', async () => {
    const { store, storage } = shopOf({
      stored: { 'cart-token': 'forged' },
      answers: { getCart: new ProblemError('cart-token-invalid') },
    });
    assert.equal(await store.dispatch('cart-load', {}), null);
    assert.equal(storage.values.has('cart-token'), false);
    assert.deepEqual(store.state.cart, { status: 'ready', value: null });
  });

  it('turns a cart that was paid while nobody looked into an order of this device', async () => {
    const { store, storage } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: { getCart: cart({ state: 'completed' }) },
    });
    await store.dispatch('cart-load', {});
    assert.equal(store.state.cart.value, null);
    assert.deepEqual(storage.values.get('orders'), [{ orderId: '4711', token: 't1' }]);
    assert.equal(storage.values.has('cart-token'), false);
  });
});

describe('the other tab', () => {
  it('sees a cart that was changed here', async () => {
    const { store, otherTab, factNames } = shopOf();
    await settled();
    otherTab.post({ kind: 'cart', cart: cart(), token: 't1' });
    assert.equal(store.state.cart.value?.ticketCount, 2);
    assert.deepEqual(factNames(), ['cart-changed']);
  });

  it('can go on with a cart that was begun there, whatever became of the storage they share', async () => {
    const { store, otherTab, relay } = shopOf({ answers: { addToCart: cart({ lines: [line(), line()] }) } });
    await settled();
    otherTab.post({ kind: 'cart', cart: cart(), token: 't1' });
    assert.equal(await store.dispatch('cart-add', { items }), null);
    assert.deepEqual(
      relay.calls.map(({ name, options }) => [name, options.token]),
      [['addToCart', 't1']],
    );
  });

  const fromElsewhere: [string, unknown][] = [
    ['without its token', { kind: 'cart', cart: cart() }],
    ['without its lines', { kind: 'cart', cart: { ...cart(), lines: undefined }, token: 't1' }],
    ['whose lines are of another shape', { kind: 'cart', cart: { ...cart(), lines: [null] }, token: 't1' }],
    ['whose total is a text', { kind: 'cart', cart: { ...cart(), total: '€168.00' }, token: 't1' }],
    ['that is a text', { kind: 'cart', cart: 'open', token: 't1' }],
    ['that is missing', { kind: 'cart' }],
  ];
  for (const [title, message] of fromElsewhere) {
    it(`of another version of the kit is not believed a cart ${title}: the relay is asked`, async () => {
      const { store, otherTab, calls } = shopOf({
        stored: { 'cart-token': 't1' },
        answers: { getCart: cart() },
      });
      await settled();
      otherTab.post(message);
      await settled();
      assert.deepEqual(calls(), ['getCart']);
      assert.deepEqual(store.state.cart, { status: 'ready', value: cart() });
    });
  }

  for (const message of [null, undefined, 'cart', 7, {}, { kind: 'seats', cart: cart() }]) {
    it(`may say ${JSON.stringify(message)}, which is nothing to this one`, async () => {
      const { store, otherTab, calls } = shopOf({ stored: { 'cart-token': 't1' } });
      await settled();
      otherTab.post(message);
      await settled();
      assert.deepEqual(calls(), []);
      assert.equal(store.state.cart.status, 'idle');
    });
  }

  it('may have opened another cart since: what ends here does not take that one’s token', async () => {
    const { store, relay, storage } = shopOf({
      stored: { 'cart-token': 't1' },
      answers: { getCart: cart() },
    });
    await store.dispatch('cart-load', {});
    storage.values.set('cart-token', 't2');
    relay.answers = { getCart: cart({ state: 'completed' }) };
    await store.dispatch('cart-load', {});
    assert.deepEqual(storage.values.get('orders'), [{ orderId: '4711', token: 't1' }]);
    assert.equal(storage.values.get('cart-token'), 't2');
  });

  it('sees that the cart is gone', async () => {
    const { store, otherTab, facts } = shopOf();
    await settled();
    otherTab.post({ kind: 'cart', cart: cart(), token: 't1' });
    otherTab.post({ kind: 'cart', cart: null });
    assert.equal(store.state.cart.value, null);
    assert.deepEqual(facts.at(-1), {
      name: 'cart-changed',
      detail: { ticketCount: 0, totalMinor: 0, currency: 'EUR', currencyDigits: 2, expiresAt: null },
    });
  });
});

describe('the end of a hold', () => {
  const held = () => shopOf({ stored: { 'cart-token': 't1' }, answers: { getCart: cart() } });

  it('is asked of the relay just after the time, and only its answer ends the hold', async () => {
    const { store, relay, clock, factNames, calls } = held();
    await store.dispatch('cart-load', {});
    relay.answers = { getCart: endedCart() };
    await clock.pass(15 * 60_000);
    assert.equal(store.state.cart.value?.state, 'open');
    await clock.pass(1500);
    assert.equal(store.state.cart.value?.state, 'ended');
    assert.deepEqual(calls(), ['getCart', 'getCart']);
    assert.ok(factNames().includes('hold-expired'));
  });

  it('moves when the relay answers a later one', async () => {
    const { store, relay, clock } = held();
    await store.dispatch('cart-load', {});
    relay.answers = { getCart: cart({ expiresAt: inMinutes(20) }) };
    await clock.pass(16 * 60_000);
    assert.equal(store.state.cart.value?.state, 'open');
    assert.equal(store.state.cart.value?.expiresAt, inMinutes(20));
  });

  it('is asked again until the relay can be reached', async () => {
    const { store, relay, clock } = held();
    await store.dispatch('cart-load', {});
    relay.answers = { getCart: new ProblemError('relay-unreachable') };
    await clock.pass(16 * 60_000);
    assert.equal(store.state.cart.status, 'failed');
    relay.answers = { getCart: endedCart() };
    await clock.pass(15_000);
    assert.equal(store.state.cart.value?.state, 'ended');
  });

  it('leaves what was held to be tried again, in a new cart', async () => {
    const { store, relay, clock, storage } = held();
    await store.dispatch('cart-load', {});
    relay.answers = { getCart: endedCart(), openCart: { token: 't2', cart: cart({ orderId: '4712' }) } };
    await clock.pass(16 * 60_000);
    assert.deepEqual(store.state.lapsedLines, [line()]);
    assert.equal(await store.dispatch('cart-add-again', {}), null);
    assert.deepEqual(relay.calls.at(-1)?.options.body, {
      items: [
        {
          kind: 'seats',
          performanceId: '12',
          seats: [
            { seatId: '9018', seatCategoryId: '21', tariffId: '31' },
            { seatId: '9019', seatCategoryId: '21', tariffId: '31' },
          ],
        },
      ],
    });
    assert.equal(storage.values.get('cart-token'), 't2');
    assert.deepEqual(store.state.lapsedLines, []);
  });

  it('leaves nothing once the ended cart is put away', async () => {
    const { store, relay, clock, storage } = held();
    await store.dispatch('cart-load', {});
    relay.answers = { getCart: endedCart() };
    await clock.pass(16 * 60_000);
    await store.dispatch('cart-dismiss', {});
    assert.deepEqual(store.state.lapsedLines, []);
    assert.equal(store.state.cart.value, null);
    assert.equal(storage.values.has('cart-token'), false);
  });
});

describe('trying for the same again', () => {
  const part = {
    ...{ performanceId: null, itemId: null, title: '', name: '', startAt: null, venueName: '' },
    ...{ quantity: 2, seats: [] },
  };

  it('asks for season tickets by themselves, after what goes together', async () => {
    const whole = { ...line().tickets[0], seat: null } as ReturnType<typeof line>['tickets'][number];
    const evening = { ...part, title: 'Carmen' };
    const season = {
      ...line([whole, { ...whole, id: '2' }]),
      ...{ id: 'l2', kind: 'season-ticket' as const, eventId: '18', performanceId: null, itemId: '81' },
      included: ['601', '602'].map((performanceId) => ({ ...evening, performanceId })),
    };
    const answers = { openCart: { token: 't2', cart: cart() }, addToCart: cart({ ticketCount: 4 }) };
    const { store, relay, otherTab, storage } = shopOf({ answers });
    await settled();
    otherTab.post({ kind: 'cart', cart: cart({ lines: [season, line()] }), token: 't1' });
    otherTab.post({ kind: 'cart', cart: endedCart(), token: 't1' });
    assert.equal(await store.dispatch('cart-add-again', {}), null);
    const [opened, added] = relay.calls.filter(({ name }) => name === 'openCart' || name === 'addToCart');
    assert.equal((opened?.options.body as { items: object[] }).items.length, 1);
    assert.equal(added?.options.token, 't2');
    assert.deepEqual(added?.options.body, {
      items: [
        {
          ...{ kind: 'season-ticket', eventId: '18', itemId: '81', seatCategoryId: '21' },
          performanceIds: ['601', '602'],
          tariffs: [{ tariffId: '31', quantity: 2 }],
        },
      ],
    });
    assert.equal(store.state.cart.value?.ticketCount, 4);

    otherTab.post({ kind: 'cart', cart: cart({ lines: [season, line()] }), token: 't2' });
    otherTab.post({ kind: 'cart', cart: endedCart(), token: 't2' });
    const late = { token: 't3', cart: cart({ orderId: '4713' }) };
    relay.answers = { openCart: late, addToCart: new ProblemError('not-enough-seats') };
    assert.equal((await store.dispatch('cart-add-again', {}))?.code, 'not-enough-seats');
    assert.equal(store.state.cart.value?.orderId, '4713', 'what could be had is kept');
    assert.equal(storage.values.get('cart-token'), 't3');
  });

  it('asks for packages with the same parts, as many as each of them had', async () => {
    const whole = { ...line().tickets[0], seat: null } as ReturnType<typeof line>['tickets'][number];
    const packages = {
      ...line([whole, { ...whole, id: '2' }]),
      ...{ id: 'l3', kind: 'package' as const, eventId: '19', performanceId: null, itemId: '82' },
      included: [
        { ...part, performanceId: '601', quantity: 8 },
        { ...part, itemId: '71', quantity: 2 },
      ],
    };
    const answers = { openCart: { token: 't2', cart: cart() } };
    const { store, relay, otherTab } = shopOf({ answers });
    await settled();
    otherTab.post({ kind: 'cart', cart: cart({ lines: [packages] }), token: 't1' });
    otherTab.post({ kind: 'cart', cart: endedCart(), token: 't1' });
    assert.equal(await store.dispatch('cart-add-again', {}), null);
    assert.deepEqual(relay.calls.find(({ name }) => name === 'openCart')?.options.body, {
      items: [
        {
          ...{ kind: 'package', eventId: '19', itemId: '82', seatCategoryId: '21' },
          parts: [
            { performanceId: '601', quantity: 4 },
            { itemId: '71', quantity: 1 },
          ],
          tariffs: [{ tariffId: '31', quantity: 2 }],
        },
      ],
    });
  });

  it('asks for as many of each tariff where there are no seats, and for the same visit of a pass', async () => {
    const place = { ...line().tickets[0], seat: null } as ReturnType<typeof line>['tickets'][number];
    const standing = line([place, { ...place, id: '2' }, { ...place, id: '3', tariffId: '32' }]);
    const visit = {
      ...line([{ ...place, seatCategoryId: null }]),
      kind: 'pass' as const,
      performanceId: null,
      itemId: '61',
      timeslotId: '71',
    };
    const { store, relay, otherTab } = shopOf({ answers: { openCart: { token: 't2', cart: cart() } } });
    await settled();
    otherTab.post({ kind: 'cart', cart: cart({ lines: [standing, visit] }), token: 't1' });
    otherTab.post({ kind: 'cart', cart: endedCart(), token: 't1' });
    await store.dispatch('cart-add-again', {});
    assert.deepEqual(relay.calls.at(-1)?.options.body, {
      items: [
        {
          kind: 'best-seats',
          performanceId: '12',
          seatCategoryId: '21',
          tariffs: [
            { tariffId: '31', quantity: 2 },
            { tariffId: '32', quantity: 1 },
          ],
        },
        {
          kind: 'item',
          eventId: '11',
          itemId: '61',
          timeslotId: '71',
          tariffs: [{ tariffId: '31', quantity: 1 }],
        },
      ],
    });
  });
});
