import type { Client } from '@s360-widgets/client';
import { type Cart, type CartItem, type PaymentOutcome, ProblemError } from '@s360-widgets/contract';
import type { Account, Ending, Heard, Told } from './account.js';
import { type Card, cards, type PaymentPlan, type Step, type VisitorPlan } from './visitor.plan.js';

/** What a visit needs of the world. Nothing in here waits but by `wait`. */
export interface Shop {
  readonly client: Client;
  /** An address that the relay lets payments return to. */
  readonly returnUrl: string;
  /** Gives a card number in the provider's form; answers what the form then shows. */
  payByCard(transaction: string, number: string): Promise<string>;
  wait(ms: number): Promise<void>;
}

const query = { lang: 'en' };
const contact = {
  email: 'elena@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  countryCode: 'CH',
};

/** Problems that a visitor is told to try again after. */
const passing = new Set<string>([
  'box-office-busy',
  'box-office-down',
  'box-office-refused',
  'box-office-timeout',
  'internal',
  'relay-unreachable',
  'request-in-progress',
  'too-many-requests',
]);
const TRIES = 8;
const TRY_AGAIN_MS = 500;
/** How long an answer may take before the tab is closed over it. */
const CLOSING_MS = 20;

/** Ends a visit before its plan is carried out. */
class VisitEnds extends Error {
  constructor(readonly ending: Ending) {
    super(ending);
    this.name = 'VisitEnds';
  }
}

/** Carries out a plan to buy the item. Throws only what no visitor should ever meet, such as an answer that breaks the contract. */
export async function visit(plan: VisitorPlan, item: CartItem, shop: Shop): Promise<Account> {
  const visitor = new Visitor(plan, shop);
  try {
    return visitor.account(await visitor.buy(item));
  } catch (error) {
    if (error instanceof VisitEnds) return visitor.account(error.ending);
    throw error;
  }
}

class Visitor {
  readonly #heard: Heard[] = [];
  #token = '';

  constructor(
    private readonly plan: VisitorPlan,
    private readonly shop: Shop,
  ) {}

  account(ending: Ending): Account {
    return { plan: this.plan, heard: this.#heard, ending };
  }

  /** From the first click to the last word on the payment. */
  async buy(item: CartItem): Promise<Ending> {
    const { client } = this.shop;
    const opened = await this.#ask(
      'open',
      (signal) => client.call('openCart', { query, body: { items: [item] }, signal }),
      ({ cart }) => cartTold(cart),
    );
    this.#token = opened.token;
    await this.#ask(
      'contact',
      (signal) => client.call('saveContact', { ...this.#given(signal), body: { contact } }),
      cartTold,
    );
    await this.#ask('shipment', (signal) => this.#chooseShipment(signal), cartTold);
    let status: PaymentOutcome['status'] = 'none';
    for (const payment of this.plan.payments) {
      status = await this.#pay(payment);
      if (status !== 'refused' && status !== 'cancelled' && status !== 'none') break;
    }
    return status;
  }

  #given(signal: AbortSignal) {
    return { token: this.#token, query, signal };
  }

  async #chooseShipment(signal: AbortSignal): Promise<Cart> {
    const { client } = this.shop;
    const { shipmentModes } = await client.call('listShipmentModes', {
      ...{ token: this.#token, signal },
      query: { ...query, countryCode: contact.countryCode },
    });
    const mode = shipmentModes.find(({ addressNeeded }) => !addressNeeded);
    return client.call('chooseShipment', {
      ...this.#given(signal),
      body: { shipmentModeId: mode?.id ?? '' },
    });
  }

  /** One attempt; its last outcome. */
  async #pay({ card, then }: PaymentPlan): Promise<PaymentOutcome['status']> {
    const transaction = await this.#begin();
    if (transaction !== null && then !== 'turn-back') await this.#giveCard(transaction, card);
    if (then === 'report') await this.#askOutcome('report');
    if (then === 'leave' || then === 'turn-back') await this.#askOutcome('leave');
    let status = await this.#askOutcome('look');
    for (let look = 0; status === 'waiting' && look < TRIES; look += 1) {
      await this.shop.wait(TRY_AGAIN_MS);
      status = await this.#askOutcome('look');
    }
    return status;
  }

  /** As `#agree`, and once more where the total has changed since it was shown. */
  async #begin(): Promise<string | null> {
    try {
      return await this.#agree();
    } catch (error) {
      const last = this.#heard.at(-1)?.told;
      if (last?.kind !== 'problem' || last.code !== 'total-changed') throw error;
      return this.#agree();
    }
  }

  /** Agrees to the total that the cart shows now. The transaction to pay; null when there is nothing to pay, or no form. */
  async #agree(): Promise<string | null> {
    const { client, returnUrl } = this.shop;
    const { total } = await this.#ask(
      'review',
      (signal) => client.call('getCart', this.#given(signal)),
      cartTold,
    );
    const body = { totalMinor: total.amountMinor, termsAccepted: true as const, returnUrl };
    const { handOver } = await this.#ask(
      'begin',
      (signal) => client.call('startPayment', { ...this.#given(signal), body }),
      ({ cart, handOver: begun }) => ({
        ...{ kind: 'begun', orderId: cart.orderId },
        transaction: begun.kind === 'widget' ? (begun.settings.transactionId ?? null) : null,
      }),
    );
    return handOver.kind === 'widget' ? (handOver.settings.transactionId ?? null) : null;
  }

  #giveCard(transaction: string, card: Card): Promise<string> {
    return this.#ask(
      'card',
      () => this.shop.payByCard(transaction, cards[card]),
      (step) => ({ kind: 'card', step }),
    );
  }

  async #askOutcome(step: 'report' | 'leave' | 'look'): Promise<PaymentOutcome['status']> {
    const { client } = this.shop;
    const calls = {
      report: (signal: AbortSignal) =>
        client.call('reportPayment', { ...this.#given(signal), body: { reported: 'return' } }),
      leave: (signal: AbortSignal) => client.call('leavePayment', this.#given(signal)),
      look: (signal: AbortSignal) => client.call('getPaymentOutcome', this.#given(signal)),
    };
    const { status } = await this.#ask(step, calls[step], (outcome) => ({
      ...{ kind: 'outcome', status: outcome.status },
      tickets: outcome.order?.tickets.length ?? 0,
    }));
    return status;
  }

  /** One click, again as long as it is told to be worth it. What is told each time is kept. */
  async #ask<T>(step: Step, send: (signal: AbortSignal) => Promise<T>, say: (reply: T) => Told): Promise<T> {
    await this.#closeTab(step, send);
    for (let turn = 0; turn < TRIES; turn += 1) {
      if (turn > 0) await this.shop.wait(TRY_AGAIN_MS);
      const signal = new AbortController().signal;
      const isTwice = turn === 0 && step === this.plan.doubleClickAt;
      const replies = await Promise.all(
        Array.from({ length: isTwice ? 2 : 1 }, () => this.#hear(step, send(signal), say)),
      );
      const reply = replies.find((candidate) => 'value' in candidate);
      if (reply) return reply.value as T;
      if (replies.every(({ isPassing }) => !isPassing)) break;
    }
    throw new VisitEnds('gave-up');
  }

  /** The reply, or whether trying again may mend the problem. */
  async #hear<T>(step: Step, reply: Promise<T>, say: (reply: T) => Told) {
    try {
      const value = await reply;
      this.#heard.push({ step, told: say(value) });
      return { value, isPassing: false };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#heard.push({ step, told: { kind: 'problem', code: error.code } });
      return { isPassing: passing.has(error.code) };
    }
  }

  /** Ends the visit where the plan says so. A request that is under way is cut, and its answer heard by nobody. */
  async #closeTab(step: Step, send: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const { tabCloses } = this.plan;
    if (tabCloses?.step !== step) return;
    if (tabCloses.moment === 'during') {
      const tab = new AbortController();
      const cut = send(tab.signal).catch(() => undefined);
      await Promise.race([cut, this.shop.wait(CLOSING_MS)]);
      tab.abort();
      await cut;
    }
    this.#heard.push({ step, told: { kind: 'nothing' } });
    throw new VisitEnds('tab-closed');
  }
}

function cartTold({ orderId, state, total }: Cart): Told {
  return { kind: 'cart', orderId, state, totalMinor: total.amountMinor };
}
