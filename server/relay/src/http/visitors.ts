import { createHash } from 'node:crypto';
import type { EndpointName } from '@s360-widgets/contract/endpoints';
import ipaddr from 'ipaddr.js';
import { Along } from '../state/index.js';
import { Meters, type Meter, type MetersParts } from './visitors.meters.js';

/** Calls to S-360 a minute that visitors may cause, at all relays together. */
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

interface Work {
  readonly meters: readonly Meter[];
  /** Whether a call too many may be refused in the middle of the work: nothing is half done then, and no other visitor waits for it. */
  readonly mayRefuse: boolean;
  /** Was let in for the call that it makes for certain, and has not made it yet. */
  isExpected: boolean;
  /** Costs a call, also where it comes to none. */
  isSpent: boolean;
}

/**
 * Counts the calls to S-360 that each visitor causes, by address and by cart, at all relays together, and refuses requests of those who
 * had their share of the minute. What the relay answers from memory counts for nothing, so that many visitors of one address can look on.
 */
export class Visitors {
  readonly #work = new Along<Work>();
  readonly #meters: Meters;

  constructor(
    parts: MetersParts,
    readonly settings: VisitorSettings,
  ) {
    this.#meters = new Meters(parts);
  }

  /**
   * Looks at who sends a request before it is read. What is always read: the end of a payment, and what no body comes with.
   * @throws ProblemError `too-many-requests` for who has used up the minute, be it by malformed requests
   */
  admit(sender: Sender, endpoint: EndpointName): void {
    if (bucketOf(endpoint) === 'purchase') this.#meters.refuseSpent(this.#metersOf(sender, 'purchase'));
  }

  /** Counts a malformed request, wherever it was sent to, as a call that its sender has caused here: to read it has cost this relay. */
  countMalformed(sender: Sender): void {
    this.#meters.countOwn(this.#metersOf(sender, 'purchase'));
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
    this.#meters.refuseSpent(meters);
    // A write costs a call for certain, and many at once must not slip through before the first is counted.
    const isExpected = !isRead && bucket !== 'payment';
    const own: Work = { meters, mayRefuse: isRead && bucket === 'purchase', isExpected, isSpent: false };
    if (isExpected) this.#meters.note(meters, 1);
    try {
      return await this.#work.run(own, async () => work());
    } finally {
      if (own.isExpected) await this.#end(own);
    }
  }

  /**
   * A call is about to be made, for whatever visitor this work is done; the relay's own errands count for nobody.
   * @throws ProblemError `too-many-requests` for a read of the visitor's own order
   */
  async charge(): Promise<void> {
    const work = this.#work.current;
    if (!work) return;
    await this.#meters.count(work.meters, work.mayRefuse);
    this.#hasCost(work);
  }

  /** The work under way has cost the relay a row: it counts as a call, also where it comes to none. */
  spend(): void {
    const work = this.#work.current;
    if (work) work.isSpent = true;
  }

  /** The work came to no call. */
  async #end(work: Work): Promise<void> {
    // The visitor is answered, whether this can be written down or not.
    if (work.isSpent) await this.#meters.count(work.meters, false).catch(() => undefined);
    this.#hasCost(work);
  }

  #hasCost(work: Work): void {
    if (work.isExpected) this.#meters.note(work.meters, -1);
    work.isExpected = false;
  }

  #metersOf({ address, cartToken }: Sender, bucket: Bucket): Meter[] {
    const { callsPerAddress, callsPerCart } = this.settings;
    const meters = [{ key: `${bucket} ${digest(networkOf(address))}`, most: callsPerAddress }];
    if (cartToken) meters.push({ key: `${bucket} ${digest(cartToken)}`, most: callsPerCart });
    return meters;
  }
}

/** Whether asking for it never counts: it is answered from what the relay has. */
export const isFree = (endpoint: EndpointName): boolean => free.includes(endpoint);

/** Undefined for what is free. */
const bucketOf = (endpoint: EndpointName): Bucket | undefined =>
  isFree(endpoint) ? undefined : (buckets[endpoint] ?? 'purchase');

/** An IPv4 address, however written, or the /64 of an IPv6 address, which is what one household or host is given. */
export function networkOf(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${Buffer.from(bytes.slice(0, 8)).toString('hex')}/64`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
