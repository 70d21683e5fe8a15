/** Relays, S-360 and their database as processes of this machine, under a time that goes faster than its own. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@s360-widgets/client';
import { checkedFetch } from '@s360-widgets/contract';
import { readAttempts } from '@s360-widgets/relay/trial-relay';
import { NOW } from '@s360-widgets/simulator/trial';
import { freePorts } from '../../journeys/ports.js';
import { MomentsLeft } from '../moments.js';
import { relayEnvironment, returnUrl } from '../relay-environment.js';
import { Evenings } from '../season.js';
import { Tap } from '../tap.js';
import { HastyTime, machineNow, machineWait, type Pace } from '../time/hasty-time.js';
import { installTime } from '../time/time.js';
import { type Blow, type StrikeWish, type Struck, stands, type World } from '../world.js';
import { Child } from './child.js';
import type { BoxOffice, Doom } from './orders.js';
import { type Allowance, Pacemaker } from './pacemaker.js';
import { type DatabaseBlow, type DatabaseName, openDatabase, type RunDatabase } from './run-database.js';
import { TapProxy } from './tap-proxy.js';

export interface ProcessSettings {
  readonly purchases: number;
  readonly relays: number;
  readonly database: DatabaseName;
}

/** How fast time may go while there are visitors, who give up after seconds, and when relays and S-360 are alone. */
const visited: Allowance = { mostRate: 12, lookMs: 700 };
const deserted: Allowance = { mostRate: 120, lookMs: 2_000 };
const callsPerMinute = 600;
const lifetimes = { holdSeconds: 300, orderSeconds: 900 };
const second = 1_000;
/** How long S-360 takes over a call. */
const workMs = 200;
const comesWithinMs = 45 * second;
const mostStarts = 20;
const mostTries = 30;
const betweenLooksMs = 100;

const mainOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const boxOffice = mainOf('./box-office.js');
const relayMain = join(
  dirname(createRequire(import.meta.url).resolve('@s360-widgets/relay/trial-relay')),
  'main.js',
);

interface Place {
  readonly port: number;
  readonly proxy: TapProxy;
  starts: number;
  child: Child | undefined;
}

const relayBlows = ['relay killed', 'relay stands still', 'clock stepped'] as const;

export class ProcessWorld implements World {
  readonly lifetimes = lifetimes;
  readonly together = 32;
  readonly evenings: Evenings;
  readonly shop: World['shop'];
  readonly blows: readonly Blow[];
  /** Rejects when a process ends by itself. */
  readonly crashed: Promise<never>;
  readonly #tap = new Tap();
  readonly #moments = new MomentsLeft();
  readonly #places: Place[] = [];
  #onCrash: (error: Error) => void = () => undefined;
  readonly #pacemaker: Pacemaker;
  #office: Child | undefined;
  #turn = 0;

  private constructor(
    readonly settings: ProcessSettings,
    readonly time: HastyTime,
    readonly database: RunDatabase,
    readonly folder: string,
    readonly office: BoxOffice,
  ) {
    this.evenings = new Evenings(settings.purchases);
    this.blows = [...relayBlows, ...(Object.keys(database.blows) as DatabaseBlow[])];
    this.shop = this.#shop();
    this.#pacemaker = new Pacemaker({
      ...{ time, allowed: visited },
      tell: (pace) => this.#tell(pace),
      look: () => this.#look(),
    });
    this.crashed = new Promise((_, reject) => {
      this.#onCrash = reject;
    });
    this.crashed.catch(() => undefined);
  }

  /** This process goes by the world's time from now on. */
  static async open(settings: ProcessSettings): Promise<ProcessWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'relay-faults-'));
    const [port = 0, controlPort = 0, ...ports] = await freePorts(2 + settings.relays);
    const database = await openDatabase(settings.database, folder);
    const pace: Pace = { machineMs: machineNow(), timeMs: NOW, rate: visited.mostRate };
    await database.keep(pace);
    const time = new HastyTime(pace);
    installTime(time);
    const office = { port, controlPort, purchases: settings.purchases, lifetimes, callsPerMinute };
    const world = new ProcessWorld(settings, time, database, folder, office);
    await world.#start(ports);
    void world.#pacemaker.run().catch(world.#onCrash);
    return world;
  }

  get writes() {
    return this.#tap.writes;
  }

  async control<T>(path: string, body?: object): Promise<T> {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const url = `http://127.0.0.1:${this.office.controlPort}/control/${path}`;
    const answer = await fetch(url, body ? post : {});
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async attempts() {
    const { folder } = this;
    const { url } = this.database;
    const rows = await patiently(() => readAttempts({ folder, url }));
    return rows.map(({ order_id: orderId, state, reason }) => ({ orderId, state, reason }));
  }

  async hurry(isNobodyThere: boolean): Promise<void> {
    await this.#pacemaker.allow(isNobodyThere ? deserted : visited);
  }

  async #tell(pace: Pace): Promise<void> {
    for (const child of [this.#office, ...this.#places.map((place) => place.child)]) child?.tell({ pace });
    await patiently(() => this.database.keep(pace));
  }

  /** Each relay that nothing has befallen writes into its database, and says so. Where there is none but those that start, they are waited for. */
  async #look(): Promise<void> {
    while (this.#isStarting) await machineWait(betweenLooksMs);
    const well = this.#places.filter(({ child }) => child?.isAlive && !child.isStandingStill);
    await Promise.all(well.map(({ port }) => fetch(`http://127.0.0.1:${port}/readyz`)));
  }

  /** A program takes as long to start as the machine needs for it: a shop that is closed meanwhile must not be closed for minutes. */
  get #isStarting(): boolean {
    const children = this.#places.flatMap(({ child }) => child ?? []);
    return children.some((child) => child.isStarting) && !children.some((child) => child.isAlive);
  }

  async strike(wish: StrikeWish): Promise<Struck> {
    const { blow, chance } = wish;
    const lasts = () => this.shop.wait(chance.whole(2, 40) * second);
    if (blow === 'relay killed' || blow === 'relay stands still') return this.#doom(wish);
    if (blow === 'clock stepped') await this.#stepClock(wish);
    else await this.database.blows[blow]?.(lasts);
    return { blow, at: '' };
  }

  async stop(): Promise<void> {
    this.#pacemaker.stop();
    const children = [this.#office, ...this.#places.map(({ child }) => child)];
    await Promise.all(children.flatMap((child) => child?.kill() ?? []));
    for (const { proxy } of this.#places) proxy.close();
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #start(ports: readonly number[]): Promise<void> {
    this.#office = this.#spawn({
      main: boxOffice,
      environment: { FAULTS_BOX_OFFICE: JSON.stringify(this.office) },
      readyUrl: `http://localhost:${this.office.port}/healthz`,
    });
    await this.#office.ready(this.shop.wait);
    await this.control('latency', { method: '*', ms: workMs });
    for (const [at, port] of ports.entries()) {
      const place: Place = { port, starts: 0, child: undefined, proxy: await this.#tapFor(at) };
      this.#places.push(place);
      await this.#startRelay(place);
    }
  }

  #tapFor(at: number): Promise<TapProxy> {
    return TapProxy.open({
      tap: this.#tap,
      now: () => this.time.now(),
      port: this.office.port,
      relay: () => `relay ${at}, ${this.#places[at]?.starts ?? 0}`,
    });
  }

  /** As a system does with a service that can't start while its database is away: again. */
  async #startRelay(place: Place): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#tryRelay(place);
      } catch (error) {
        if (tries === mostStarts) throw error;
        await this.shop.wait(5 * second);
      }
    }
  }

  async #tryRelay(place: Place): Promise<void> {
    const { port, proxy } = place;
    const { url = '', isShared } = this.database;
    place.starts++;
    const folder = isShared ? this.folder : join(this.folder, String(port));
    place.child = this.#spawn({
      main: relayMain,
      environment: {
        ...relayEnvironment({ simulator: proxy.url, folder, callsPerMinute }),
        RELAY_PORT: String(port),
        RELAY_DATABASE_URL: url,
        RELAY_LOG_LEVEL: 'error',
        RELAY_PLAN_DIR: join(this.folder, 'plans'),
      },
      readyUrl: `http://localhost:${port}/readyz`,
    });
    await place.child.ready(this.shop.wait);
  }

  #spawn(settings: Pick<Child['settings'], 'main' | 'environment' | 'readyUrl'>): Child {
    const { main } = settings;
    return new Child({
      ...settings,
      paces: this.time.paces,
      onCrash: (words) => this.#onCrash(new Error(`${main} ended by itself: ${words}`)),
    });
  }

  /** At a moment of the checkout, or, where the relay does not come to that in a while, at the next one. */
  async #doom({ blow, chance, moment, standsSeconds, onStruck }: StrikeWish): Promise<Struck> {
    const places = moment ? this.#places : [chance.pick(this.#places)];
    const drawn = moment ?? this.#moments.draw(chance);
    let came = await this.#comeTo(places, { moment: drawn });
    if (came.size === 0) came = await this.#comeTo(places, { moment: undefined });
    onStruck?.();
    const struck = came.size > 0 ? [...came.keys()] : places.slice(0, 1);
    await Promise.all(
      struck.map((place) =>
        blow === 'relay killed'
          ? this.#dieAndStartAgain(place, chance.whole(1, 20))
          : this.#standStill(place, standsSeconds ?? chance.whole(stands.leastSeconds, stands.mostSeconds)),
      ),
    );
    return { blow, at: this.#moments.strike([...came.values()][0]) };
  }

  /** Those that have come to it in a while, each with the moment. */
  async #comeTo(places: readonly Place[], doom: Doom): Promise<ReadonlyMap<Place, string>> {
    const first = places.map(({ child }) => child?.isStruck(doom));
    await Promise.race([...first, this.shop.wait(comesWithinMs)]);
    const came = new Map<Place, string>();
    for (const place of places) {
      const at = await place.child?.isSpared();
      if (at !== undefined) came.set(place, at);
    }
    return came;
  }

  async #dieAndStartAgain(place: Place, seconds: number): Promise<void> {
    await place.child?.kill();
    await this.shop.wait(seconds * second);
    await this.#startRelay(place);
  }

  async #standStill({ child }: Place, seconds: number): Promise<void> {
    child?.standStill();
    await this.shop.wait(seconds * second);
    child?.goOn();
  }

  /** Of one relay: the others go by the right date. */
  async #stepClock({ chance }: StrikeWish): Promise<void> {
    const { child } = chance.pick(this.#places);
    const stepMs = chance.pick([-600, -60, 60, 600]) * second;
    child?.tell({ stepMs });
    await this.shop.wait(chance.whole(10, 200) * second);
    child?.tell({ stepMs: -stepMs });
  }

  #shop(): World['shop'] {
    const relayFetch = checkedFetch((input, init) =>
      this.#toRelay(input instanceof Request ? input.url : input.toString(), init),
    );
    return {
      client: createClient({ relay: 'http://relay', fetch: relayFetch }),
      returnUrl,
      payByCard: (transaction, number) => this.#payByCard(transaction, number),
      wait: (ms) => new Promise((resolve) => void this.time.after(ms, resolve)),
      now: () => this.time.now(),
    };
  }

  /** Each request meets the next relay that lives. */
  async #toRelay(url: string, init: RequestInit = {}): Promise<Response> {
    const alive = this.#places.filter(({ child }) => child?.isAlive);
    const target = alive[this.#turn++ % alive.length];
    if (!target) throw new TypeError('fetch failed');
    const { pathname, search } = new URL(url);
    return fetch(`http://127.0.0.1:${target.port}${pathname}${search}`, init);
  }

  async #payByCard(transaction: string, number: string): Promise<string> {
    const card = { number, expiry: '12/30', cvc: '123', name: 'Elena Marchetti' };
    const answer = await fetch(`http://localhost:${this.office.port}/epc/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ transaction, ...card }),
    });
    return ((await answer.json()) as { step: string }).step;
  }
}

/** What a database does as soon as it is there, and the machine follows. */
async function patiently<T>(task: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await task();
    } catch (error) {
      if (tries === mostTries) throw error;
      await machineWait(1_000);
    }
  }
}
