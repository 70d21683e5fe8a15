import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type * as relayCode from '@s360-widgets/relay/trial-relay';
import { createSimulator, type Season, type Simulator } from '@s360-widgets/simulator/trial';
import type { Chance } from '../chance.js';
import { relayEnvironment } from '../relay-environment.js';
import { Tap } from '../tap.js';
import type { VirtualTime } from '../time/virtual-time.js';
import type { Lifetimes } from '../visitor.plan.js';
import { Life } from './life.js';
import { ask, type Sent } from './wire.js';

/** What a relay is made of: loaded when time and threads are other ones already. */
export type RelayCode = typeof relayCode;

export interface NetworkSettings {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly relay: RelayCode;
  readonly season: Season;
  readonly lifetimes: Lifetimes;
  readonly callsPerMinute: number;
  /** Holds the relays' database. */
  readonly folder: string;
}

interface Place {
  life: Life;
  app: RequestListener;
  starts: number;
}

/** How long S-360 takes over a call. */
const workMs = 200;

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent, child: () => log };

/** Who can reach whom, and how long that takes. */
export class Network {
  readonly tap = new Tap();
  readonly #places: Place[] = [];
  readonly #simulator: Simulator;
  /**
   * What waits for an answer. Where none ever comes nothing else holds on to a request: it would be collected as garbage, and its deadline
   * with it, at a time that no seed knows.
   */
  readonly #underWay = new Set<Request>();
  #turn = 0;

  constructor(readonly settings: NetworkSettings) {
    const { season, lifetimes, callsPerMinute } = settings;
    this.#simulator = createSimulator({
      season,
      clock: { now: () => settings.time.now() },
      lifetimes: { expirySeconds: lifetimes.holdSeconds, lifespanSeconds: lifetimes.orderSeconds },
      callsPerMinute,
      origin: 'http://s360',
    });
    globalThis.fetch = (input, init) =>
      this.#toS360(input instanceof Request && !init ? input : new Request(input, init));
  }

  async open(relays: number): Promise<void> {
    await this.control('latency', { method: '*', ms: workMs });
    for (let place = 0; place < relays; place++) await this.startRelay(place);
  }

  close(): void {
    for (const { life } of this.#places) life.kill();
    this.#simulator.close();
  }

  lifeAt(place: number): Life {
    const { life } = this.#places[place] ?? {};
    if (!life) throw new TypeError(`there is no relay ${place}`);
    return life;
  }

  /** A new process at the place of one that is dead, or where none was. Resolves when it has tried everything once. */
  async startRelay(place: number): Promise<void> {
    const starts = (this.#places[place]?.starts ?? 0) + 1;
    const life = new Life(`relay ${place}, ${starts}`, this.settings.time);
    const { folder } = this.settings;
    const environment = {
      ...relayEnvironment({ ...this.settings, simulator: 'http://localhost:8090' }),
      // The small hall has no plan.
      RELAY_PLAN_DIR: join(folder, 'plans'),
    };
    await life.run(async () => {
      const { createRelay, createSystemClock, readConfig } = this.settings.relay;
      const relay = await createRelay(readConfig(environment), {
        clock: createSystemClock(),
        log: log as never,
      });
      this.#places[place] = { life, starts, app: relay.listener };
      await relay.start();
    });
  }

  /** Through a balancer: each request meets the next relay that lives. @throws TypeError where none does, or it dies over it */
  async toRelay(url: string, init: RequestInit = {}): Promise<Response> {
    await this.#travel();
    const alive = this.#places.filter(({ life }) => !life.isDead);
    const target = alive[this.#turn++ % alive.length];
    if (!target) throw new TypeError('fetch failed');
    const { life, app } = target;
    const { pathname, search } = new URL(url);
    const headers = Object.fromEntries(new Headers(init.headers));
    const sent: Sent = {
      method: init.method ?? 'GET',
      path: pathname + search,
      headers,
      body: typeof init.body === 'string' ? init.body : '',
    };
    const response = await new Promise<Response>((resolve, reject) => {
      const forget = life.onEnd(() => reject(new TypeError('fetch failed')));
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error), { once: true });
      life.enter(
        () =>
          void ask(app, sent, init.signal ?? undefined)
            .then(resolve, reject)
            .finally(forget),
      );
    });
    await this.#travel();
    return response;
  }

  /** What a relay asks: the global `fetch`. */
  async #toS360(request: Request): Promise<Response> {
    this.#underWay.add(request);
    try {
      return await this.#askS360(request);
    } finally {
      this.#underWay.delete(request);
    }
  }

  async #askS360(request: Request): Promise<Response> {
    const { time } = this.settings;
    const [life, { signal }] = [Life.current, request];
    const body = await request.text();
    const { pathname, search } = new URL(request.url);
    const { 'accept-encoding': _none, ...headers } = Object.fromEntries(request.headers);
    await this.#travel();
    const write = this.tap.hear(life?.name ?? '', body, time.now());
    return new Promise((resolve, reject) => {
      const sent: Sent = { method: request.method, path: pathname + search, headers, body };
      const deliver = (act: () => void) => {
        if (write) write.endedAt = Math.min(write.endedAt, time.now());
        time.after(this.#latencyMs(), life ? () => life.enter(act) : act);
      };
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      Life.outside(() => ask(this.#simulator.app, sent)).then(
        (response) => deliver(() => resolve(response)),
        (error: Error) => deliver(() => reject(error)),
      );
    });
  }

  async control(path: string, body?: object): Promise<unknown> {
    const answer = await ask(this.#simulator.control, {
      method: body ? 'POST' : 'GET',
      path: `/control/${path}`,
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : '',
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async payByCard(transaction: string, number: string): Promise<string> {
    const card = { number, expiry: '12/30', cvc: '123', name: 'Elena Marchetti' };
    await this.#travel();
    const answer = await ask(this.#simulator.app, {
      method: 'POST',
      path: '/epc/pay',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ transaction, ...card }),
    });
    await this.#travel();
    return ((await answer.json()) as { step: string }).step;
  }

  #latencyMs(): number {
    return this.settings.chance.whole(2, 60);
  }

  #travel(): Promise<void> {
    return new Promise((resolve) => void this.settings.time.after(this.#latencyMs(), resolve));
  }
}
