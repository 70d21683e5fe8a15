import type { Client } from '@s360-widgets/client';
import { type Cart, type CartItem, type PaymentOutcome, ProblemError } from '@s360-widgets/contract';
import { randomUUID } from 'node:crypto';
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
  /** S-360's time: milliseconds since 1970. */
  now(): number;
  /** Another price for what the order holds, from now on. */
  changePrice(orderId: string): Promise<void>;
  /** The bank takes the money for the order's last refused payment, so long from now. Not waited for. */
  chargeLater(orderId: string, seconds: number): void;
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
const TRIES = 9;
const TRY_AGAIN_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const pauseMs = (turn: number) => Math.min(LONGEST_PAUSE_MS, TRY_AGAIN_MS * 2 ** (turn - 1));
/** How long an answer may take before the tab is closed over it. */
const CLOSING_MS = 20;

/** Sends a request: the signal ends it, and the relay does what has the same key once. */
type Sending<T> = (signal: AbortSignal, key: string) => Promise<T>;

/** Ends a visit before its plan is carried out. */
class VisitEnds extends Error {
  constructor(readonly ending: Ending) {
    super(ending);
    this.name = 'VisitEnds';
  }
}

/** Carries out a plan to buy what the first click chooses, and then what further ones do. Throws only what no visitor should ever meet, such as an answer that breaks the contract. */
export async function visit(plan: VisitorPlan, clicks: readonly CartItem[], shop: Shop): Promise<Account> {
  const visitor = new Visitor(plan, shop);
  try {
    return visitor.account(await visitor.buy(clicks));
  } catch (error) {
    if (error instanceof VisitEnds) return visitor.account(error.ending);
    throw error;
  }
}

class Visitor {
  readonly #heard: Heard[] = [];
  #token = '';
  #orderId = '';

  constructor(
    private readonly plan: VisitorPlan,
    private readonly shop: Shop,
  ) {}

  account(ending: Ending): Account {
    return { token: this.#token, plan: this.plan, heard: this.#heard, ending };
  }

  /** From the first click to the last word on the payment. */
  async buy([first, ...further]: readonly CartItem[]): Promise<Ending> {
    await this.#open(first ? [first] : []);
    for (const item of further) await this.#add(item);
    const { client } = this.shop;
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

  async #open(items: CartItem[]): Promise<void> {
    const { client } = this.shop;
    const { token, cart } = await this.#ask(
      'open',
      (signal, key) => client.call('openCart', { query, body: { items }, signal, key }),
      (opened) => cartTold(opened.cart),
    );
    this.#token = token;
    this.#orderId = cart.orderId;
  }

  async #add(item: CartItem): Promise<void> {
    const { client } = this.shop;
    const body = { items: [item] };
    await this.#ask(
      'add',
      (signal, key) => client.call('addToCart', { ...this.#given(signal), body, key }),
      cartTold,
    );
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
  async #pay(payment: PaymentPlan): Promise<PaymentOutcome['status']> {
    const transaction = await this.#begin();
    await this.#useForm(transaction, payment);
    let status = await this.#askOutcome('look');
    for (let look = 0; status === 'waiting' && look < TRIES; look += 1) {
      await this.shop.wait(pauseMs(look + 1));
      status = await this.#askOutcome('look');
    }
    const isTurning = payment.turnsAfterSeconds !== null && (status === 'refused' || status === 'cancelled');
    if (isTurning) this.shop.chargeLater(this.#orderId, payment.turnsAfterSeconds ?? 0);
    return status;
  }

  /** What is done in the provider's form, and what the page does then. */
  async #useForm(transaction: string | null, { card, pausesSeconds, then }: PaymentPlan): Promise<void> {
    if (pausesSeconds > 0) await this.shop.wait(pausesSeconds * 1_000);
    const leave = () => this.#askOutcome('leave');
    const give = async () => {
      if (transaction !== null && then !== 'turn-back') await this.#giveCard(transaction, card);
    };
    if (then === 'race') return bothDone(give(), leave());
    await give();
    if (then === 'report') await this.#askOutcome('report');
    if (then === 'leave' || then === 'turn-back') await leave();
  }

  /** As `#agree`, and again where the total has changed since it was shown. */
  async #begin(): Promise<string | null> {
    for (let turn = 1; ; turn += 1) {
      try {
        return await this.#agree(turn === 1 && this.plan.priceChanges);
      } catch (error) {
        const last = this.#heard.at(-1)?.told;
        const isChanged = last?.kind === 'problem' && last.code === 'total-changed';
        if (!isChanged || turn === TRIES) throw error;
      }
    }
  }

  /** Agrees to the total that the cart shows now. The transaction to pay; null when there is nothing to pay, or no form. */
  async #agree(priceChanges: boolean): Promise<string | null> {
    const { client, returnUrl } = this.shop;
    const { total } = await this.#ask(
      'review',
      (signal) => client.call('getCart', this.#given(signal)),
      cartTold,
    );
    if (priceChanges) await this.shop.changePrice(this.#orderId);
    const body = { totalMinor: total.amountMinor, termsAccepted: true as const, returnUrl };
    const { handOver } = await this.#ask(
      'begin',
      (signal, key) => client.call('startPayment', { ...this.#given(signal), body, key }),
      ({ amount, handOver: begun }) => ({
        ...{ kind: 'begun', orderId: this.#orderId, amountMinor: amount.amountMinor },
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
      report: (signal: AbortSignal, key: string) =>
        client.call('reportPayment', { ...this.#given(signal), body: { reported: 'return' }, key }),
      leave: (signal: AbortSignal) => client.call('leavePayment', this.#given(signal)),
      look: (signal: AbortSignal) => client.call('getPaymentOutcome', this.#given(signal)),
    };
    const { status } = await this.#ask(step, calls[step], (outcome) => ({
      ...{ kind: 'outcome', status: outcome.status },
      tickets: outcome.order?.tickets.length ?? 0,
    }));
    return status;
  }

  /** One click, with its key; again as long as it is told to be worth it. What is told each time is kept. */
  async #ask<T>(step: Step, send: Sending<T>, say: (reply: T) => Told): Promise<T> {
    await this.#closeTab(step, send);
    const clicks = Array.from({ length: step === this.plan.doubleClickAt ? 2 : 1 }, () => randomUUID());
    for (let turn = 0; turn < TRIES; turn += 1) {
      if (turn > 0) await this.shop.wait(pauseMs(turn));
      const replies = await Promise.all(
        (turn === 0 ? clicks : clicks.slice(0, 1)).map((key) =>
          this.#hear(step, send(new AbortController().signal, key), say),
        ),
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
      this.#note(step, say(value));
      return { value, isPassing: false };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#note(step, { kind: 'problem', code: error.code });
      return { isPassing: passing.has(error.code) };
    }
  }

  #note(step: Step, told: Told): void {
    this.#heard.push({ at: this.shop.now(), step, told });
  }

  /** Ends the visit where the plan says so. A request that is under way is cut, and its answer heard by nobody. */
  async #closeTab(step: Step, send: Sending<unknown>): Promise<void> {
    const { tabCloses } = this.plan;
    if (tabCloses?.step !== step) return;
    if (tabCloses.moment === 'during') {
      const tab = new AbortController();
      const cut = send(tab.signal, randomUUID()).catch(() => undefined);
      await Promise.race([cut, this.shop.wait(CLOSING_MS)]);
      tab.abort();
      await cut;
    }
    this.#note(step, { kind: 'nothing' });
    throw new VisitEnds('tab-closed');
  }
}

function cartTold({ orderId, state, total }: Cart): Told {
  return { kind: 'cart', orderId, state, totalMinor: total.amountMinor };
}

/** Waits for both to be over, and tells of the first that failed. */
async function bothDone(...work: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
