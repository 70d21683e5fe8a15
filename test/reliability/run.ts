import { ProblemError } from '@s360-widgets/contract';
import { type Account, ordersOf } from './account.js';
import { type Chance, chanceOf } from './chance.js';
import { outage, outageSeconds, type PlannedBlow, purchasesAnOutage, type Script } from './schedule.js';
import { Strikes } from './strikes.js';
import { type Books, type Evidence, judge, type Verdict } from './verdict.js';
import { type Shop, visit } from './visit.js';
import type { World } from './world.js';

export interface RunSettings {
  readonly purchases: number;
  readonly seed: number;
  readonly script: Script;
  /** Hears how many visits are over, after each. */
  onVisit?(over: number): void;
}

export interface RunReport {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly strikes: Strikes;
}

/** Sends the visitors of a seed through the world while it is struck, waits until all is decided, and judges. */
export async function run(world: World, settings: RunSettings): Promise<RunReport> {
  const purchases = new Purchases(world, settings);
  await purchases.run();
  return purchases.report();
}

/** The longest that anything may still be decided in when the last visitor has gone: looks after a "no" are an hour apart at last. */
const settlesWithinMs = 3 * 3_600_000;
const settlingLookMs = 5 * 60_000;

class Purchases {
  readonly #strikes = new Strikes();
  readonly #accounts: Account[] = [];
  readonly #chargedLate = new Set<string>();
  readonly #later: Promise<void>[] = [];
  #isDeserted = false;
  #evidence: Evidence | undefined;

  constructor(
    readonly world: World,
    readonly settings: RunSettings,
  ) {}

  async run(): Promise<void> {
    const { world, settings } = this;
    await this.#script(settings.seed);
    await this.#visitAll();
    await this.#countFaults();
    await world.control('faults', { faults: [] });
    await world.hurry(true);
    await Promise.all(this.#later);
    await this.#settle();
  }

  report(): RunReport {
    if (!this.#evidence) throw new TypeError('the run is not over');
    return { verdict: judge(this.#evidence), evidence: this.#evidence, strikes: this.#strikes };
  }

  async #visitAll(): Promise<void> {
    const { purchases, seed, script } = this.settings;
    const blows = script.drawBlows(chanceOf(seed, 'blows'), purchases, this.world.blows);
    const struck: Promise<void>[] = [];
    const firstOutage = Math.floor((Math.min(purchases, purchasesAnOutage) * 2) / 3);
    let next = 0;
    const visitor = async () => {
      while (next < purchases) {
        const number = next++;
        while (blows[0] && blows[0].after <= next) struck.push(this.#strike(blows.shift(), struck.length));
        if (script.hasOutage && number % purchasesAnOutage === firstOutage)
          this.#outage = this.#goDown(seed + number);
        await this.#outage;
        await this.#goThrough(this.#visit(number));
      }
    };
    await Promise.all(Array.from({ length: this.world.together }, visitor));
    this.#isDeserted = true;
    await Promise.all(struck);
  }

  #script(seed: number): Promise<unknown> {
    return this.world.control('faults', {
      faults: this.settings.script.faults.map(({ fault }) => fault),
      seed,
    });
  }

  /** S-360 is down for an hour. Those who are at it meet that; others come later. */
  #outage: Promise<void> = Promise.resolve();
  readonly #underWay = new Set<Promise<void>>();

  async #goDown(seed: number): Promise<void> {
    const { world } = this;
    await this.#countFaults();
    await world.control('faults', { faults: outage, seed });
    const hour = world.shop.wait(outageSeconds * 1_000);
    await Promise.race([Promise.allSettled(this.#underWay), hour]);
    await world.hurry(true);
    await hour;
    await world.hurry(false);
    await this.#script(seed);
    this.#strikes.add('S-360 down for an hour');
  }

  /** A blow that finds the one before it still going on waits for it, but not until there is nobody left to strike. */
  #blow: Promise<unknown> = Promise.resolve();

  #strike(planned: PlannedBlow | undefined, number: number): Promise<void> {
    if (!planned) return Promise.resolve();
    const { script, seed } = this.settings;
    const onStruck = () => void (script.blowEndsFaults && this.world.control('faults', { faults: [] }));
    const wish = { ...planned, chance: chanceOf(seed, 'blow', number), onStruck };
    const strike = this.#blow.then(async () => {
      if (this.#isDeserted) return;
      const struck = await this.world.strike(wish);
      this.#strikes.add(struck.blow);
      this.#strikes.addMoment(struck.at);
    });
    this.#blow = strike;
    return strike;
  }

  async #goThrough(visiting: Promise<void>): Promise<void> {
    this.#underWay.add(visiting);
    await visiting.finally(() => this.#underWay.delete(visiting));
  }

  async #visit(number: number): Promise<void> {
    const { world, settings } = this;
    const chance = chanceOf(settings.seed, 'visitor', number);
    const plan = settings.script.drawPlan(chance, world.lifetimes);
    const first = world.evenings.choose(chance, plan.tickets);
    const further = plan.added > 0 ? [world.evenings.chooseBest(plan.added, first)] : [];
    await world.shop.wait(chance.whole(0, 20_000));
    const account = await visit(plan, [first, ...further], this.#shopOf(chance, first));
    this.#accounts.push(account);
    this.#strikes.addVisit(account);
    settings.onVisit?.(this.#accounts.length);
  }

  #shopOf(chance: Chance, item: { readonly kind: string }): Shop {
    const { world } = this;
    return {
      ...world.shop,
      changePrice: () => this.#changePrice(chance, item),
      chargeLater: (orderId, seconds) => void this.#later.push(this.#chargeLater(orderId, seconds)),
    };
  }

  async #changePrice(chance: Chance, item: { readonly kind: string; readonly performanceId?: string }) {
    const amount = 10_000 * chance.whole(3, 9);
    const price = {
      performanceId: item.performanceId,
      audienceSubCategoryId: this.world.evenings.tariffId,
      amount,
      openOrders: true,
    };
    await this.world.control('price', price);
    this.#strikes.add('price changed after the review');
  }

  async #chargeLater(orderId: string, seconds: number): Promise<void> {
    const { world } = this;
    await world.shop.wait(seconds * 1_000);
    const { orders } = await world.control<Books>('books');
    const refused = orders
      .find((order) => order.orderId === orderId)
      ?.payments.findLast(({ paymentStatus }) => noes.includes(paymentStatus));
    if (!refused) return;
    await world.control('late-payment', { paymentId: refused.paymentId });
    this.#chargedLate.add(orderId);
    this.#strikes.add('refused, then PAID');
  }

  /** Until nothing is undecided: no attempt, and no charge that nobody knows of. */
  async #settle(): Promise<void> {
    const { world } = this;
    const until = world.shop.now() + settlesWithinMs;
    do {
      await world.shop.wait(settlingLookMs);
      this.#evidence = await this.#read(new Map());
    } while (isUnsettled(this.#evidence) && world.shop.now() < until);
    await world.hurry(false);
    this.#evidence = await this.#read(await this.#comeBack(this.#evidence));
  }

  async #read(toldAtLast: ReadonlyMap<string, string>): Promise<Evidence> {
    const { world } = this;
    return {
      ...{ accounts: this.#accounts, chargedLate: this.#chargedLate, writes: world.writes, toldAtLast },
      attempts: await world.attempts(),
      books: await world.control<Books>('books'),
    };
  }

  /** Whoever was charged looks once more. */
  async #comeBack({ books, accounts }: Evidence): Promise<Map<string, string>> {
    const charged = new Set(
      books.orders
        .filter(({ payments }) => payments.some(({ isCharged }) => isCharged))
        .map(({ orderId }) => orderId),
    );
    const told = new Map<string, string>();
    for (const account of accounts) {
      const orderId = ordersOf(account).find((id) => charged.has(id));
      if (orderId && account.token) told.set(orderId, await this.#lookAgain(account.token));
    }
    return told;
  }

  async #lookAgain(token: string, triesLeft = 8): Promise<string> {
    const { shop } = this.world;
    try {
      const { status } = await shop.client.call('getPaymentOutcome', { token, query: { lang: 'en' } });
      if (status !== 'waiting' || triesLeft === 0) return status;
    } catch (error) {
      if (!(error instanceof ProblemError) || triesLeft === 0) return String(error);
    }
    await shop.wait(10_000);
    return this.#lookAgain(token, triesLeft - 1);
  }

  async #countFaults(): Promise<void> {
    const { faults } = await this.world.control<{ faults: { struck: number }[] }>('faults');
    for (const [at, { line }] of this.settings.script.faults.entries())
      this.#strikes.add(line, faults[at]?.struck ?? 0);
  }
}

const noes: readonly unknown[] = ['FAILED', 'CANCELLED_BY_USER', 'ABANDONED'];
const undecided: readonly string[] = ['intent', 'begun'];

function isUnsettled(evidence: Evidence): boolean {
  const verdict = judge(evidence);
  const isOpen = evidence.attempts.some(({ state }) => undecided.includes(state));
  const waitsFor = [
    'paid without ticket and not raised',
    'charged twice and not raised',
    'hold leaked past its expiry',
  ] as const;
  return isOpen || waitsFor.some((name) => verdict.get(name)?.length);
}
