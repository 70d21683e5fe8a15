import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { EndpointName } from '@s360-widgets/contract/endpoints';
import { ProblemError } from '@s360-widgets/contract/problem';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Calls to S-360 a minute that visitors may cause. */
export interface VisitorSettings {
  /** All visitors behind one address: a house, an office, a mobile network. */
  readonly callsPerAddress: number;
  readonly callsPerCart: number;
}

/** What is counted apart, so that looking at seats takes nothing from buying, nor buying from who has paid. */
type Bucket = 'purchase' | 'payment' | 'seats';

const buckets: Partial<Record<EndpointName, Bucket>> = {
  getSeatMap: 'seats',
  getSeatStates: 'seats',
  getPaymentOutcome: 'payment',
  reportPayment: 'payment',
  leavePayment: 'payment',
};
/** Answered from what the relay has: never a call. */
const free: readonly EndpointName[] = ['getShop', 'listEvents', 'getEvent', 'getSeatPlan'];

/** Who sends a request. */
export interface Sender {
  /** The address that the request came from; undefined when the visitor is gone already. */
  readonly address: string | undefined;
  readonly cartToken: string | undefined;
}

/** One request, as its limits see it. */
export interface Asked extends Sender {
  readonly endpoint: EndpointName;
  readonly isRead: boolean;
}

interface Meter {
  readonly limiter: RateLimiterMemory;
  readonly key: string;
}

interface Work {
  readonly meters: readonly Meter[];
  /** Whether a call too many may be refused in the middle of the work: nothing is half done then, and no other visitor waits for it. */
  readonly mayRefuse: boolean;
  /** Calls that were counted before they were made. */
  prepaid: number;
  /** Whether what was counted stays so, though no call was made. */
  isSpent: boolean;
}

const minuteSeconds = 60;

/**
 * Counts the calls to S-360 that each visitor causes, by address and by cart, and refuses requests of those who had their share of
 * the minute. What the relay answers from memory counts for nothing, so that many visitors of one address can look on. Kept in memory
 * by rate-limiter-flexible, whose counts end by timers, whatever the machine's date does.
 */
export class Visitors {
  readonly #work = new AsyncLocalStorage<Work>();
  readonly #limiters: Record<Bucket, { address: RateLimiterMemory; cart: RateLimiterMemory }>;

  constructor(settings: VisitorSettings) {
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: minuteSeconds });
    const pair = () => ({ address: limiter(settings.callsPerAddress), cart: limiter(settings.callsPerCart) });
    this.#limiters = { purchase: pair(), payment: pair(), seats: pair() };
  }

  /**
   * Looks at who sends a request before it is read. What is always read: the end of a payment, and what no body comes with.
   * @throws ProblemError `too-many-requests` for who has used up the minute, be it by malformed requests
   */
  async admit(sender: Sender, endpoint: EndpointName): Promise<void> {
    if (bucketOf(endpoint) === 'purchase') await refuseSpent(this.#metersOf(sender, 'purchase'));
  }

  /** Counts a malformed request, wherever it was sent to, as a call that its sender has caused: to read it has cost the relay. */
  async countMalformed(sender: Sender): Promise<void> {
    await charge(this.#metersOf(sender, 'purchase'));
  }

  /**
   * Does the work of a request for its visitor.
   * @throws ProblemError `too-many-requests` with the seconds to wait; for a write before anything is done
   */
  async serve<T>(asked: Asked, work: () => Promise<T> | T): Promise<T> {
    const { endpoint, isRead } = asked;
    const bucket = bucketOf(endpoint);
    if (!bucket) return work();
    const meters = this.#metersOf(asked, bucket);
    // A write costs a call for certain, and many at once must not slip through before the first is counted.
    const prepaid = isRead || bucket === 'payment' ? 0 : 1;
    if (prepaid > 0) await count(meters);
    else await refuseSpent(meters);
    const own: Work = { meters, mayRefuse: isRead && bucket === 'purchase', prepaid, isSpent: false };
    try {
      return await this.#work.run(own, async () => work());
    } finally {
      if (own.prepaid > 0 && !own.isSpent)
        await Promise.all(meters.map(({ limiter, key }) => limiter.reward(key, own.prepaid)));
    }
  }

  /**
   * A call is about to be made, for whatever visitor this work is done; the relay's own errands count for nobody.
   * @throws ProblemError `too-many-requests` for a read of the visitor's own order
   */
  async charge(): Promise<void> {
    const work = this.#work.getStore();
    if (!work) return;
    if (work.prepaid > 0) work.prepaid--;
    else if (work.mayRefuse) await count(work.meters);
    else await charge(work.meters);
  }

  /** The work under way has cost the relay a row: it counts as a call, also where it comes to none. */
  spend(): void {
    const work = this.#work.getStore();
    if (work) work.isSpent = true;
  }

  #metersOf({ address, cartToken }: Sender, bucket: Bucket): Meter[] {
    const limiters = this.#limiters[bucket];
    const meters = [{ limiter: limiters.address, key: networkOf(address) }];
    if (cartToken) meters.push({ limiter: limiters.cart, key: digest(cartToken) });
    return meters;
  }
}

/** Undefined for what is free. */
const bucketOf = (endpoint: EndpointName): Bucket | undefined =>
  free.includes(endpoint) ? undefined : (buckets[endpoint] ?? 'purchase');

/** Takes one call from each meter, whether it has any left or not. */
async function charge(meters: readonly Meter[]): Promise<void> {
  await Promise.all(meters.map(({ limiter, key }) => limiter.penalty(key)));
}

/** Takes one call from each meter, or gives back what it took and refuses. */
async function count(meters: readonly Meter[]): Promise<void> {
  const taken: Meter[] = [];
  for (const meter of meters) {
    try {
      await meter.limiter.consume(meter.key);
      taken.push(meter);
    } catch (spent) {
      for (const { limiter, key } of taken) await limiter.reward(key);
      throw tooMany(spent);
    }
  }
}

async function refuseSpent(meters: readonly Meter[]): Promise<void> {
  for (const { limiter, key } of meters) {
    const state = await limiter.get(key);
    if (state && state.consumedPoints >= limiter.points) throw tooMany(state);
  }
}

/** The library tells the time by the machine's date, which may have been set since: never more than the minute. */
function tooMany(spent: unknown): unknown {
  if (!(spent instanceof RateLimiterRes)) return spent;
  const seconds = Math.ceil(spent.msBeforeNext / 1000);
  return new ProblemError('too-many-requests', {
    retryAfterSeconds: Math.min(minuteSeconds, Math.max(1, seconds)),
  });
}

/** An IPv4 address, however written, or the /64 of an IPv6 address, which is what one household or host is given. */
export function networkOf(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${Buffer.from(bytes.slice(0, 8)).toString('hex')}/64`;
}

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
