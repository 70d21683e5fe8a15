/** Relays, S-360, their network and disk in one process, under a time that only goes on when all is still. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@s360-widgets/client';
import { checkedFetch } from '@s360-widgets/contract';
import type { Chance } from '../chance.js';
import { MomentsLeft } from '../moments.js';
import { returnUrl } from '../relay-environment.js';
import { Evenings } from '../season.js';
import type { MachineDate } from '../time/time.js';
import type { VirtualTime } from '../time/virtual-time.js';
import type { Shop } from '../visit.js';
import { type StrikeWish, type Struck, stands, type World } from '../world.js';
import type { Disk } from './database-thread.js';
import type { Doom } from './life.js';
import { Network, type RelayCode } from './network.js';

const lifetimes = { holdSeconds: 300, orderSeconds: 900 };
const callsPerMinute = 600;
/** What no machine needs to survive is kept in memory where there is such a folder. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** What a world is made in: see `virtual-machine.ts`. */
export interface Machine {
  readonly time: VirtualTime;
  readonly date: MachineDate;
  readonly chance: Chance;
  readonly disk: Disk;
  readonly relay: RelayCode;
}

const second = 1_000;
const comesWithinMs = 45 * second;
/** For a moment that was wished for. */
const longMs = 3_600 * second;

type VirtualBlow = VirtualWorld['blows'][number];

export class VirtualWorld implements World {
  readonly lifetimes = lifetimes;
  readonly blows = ['relay killed', 'relay stands still', 'disk full', 'clock stepped'] as const;
  readonly together = 8;
  readonly evenings: Evenings;
  readonly folder = mkdtempSync(join(memory, 'relay-virtual-'));
  readonly network: Network;
  readonly shop: World['shop'];
  readonly #moments = new MomentsLeft();

  private constructor(
    readonly machine: Machine,
    readonly relays: number,
    purchases: number,
  ) {
    const { time, chance, relay } = machine;
    this.evenings = new Evenings(purchases);
    const season = this.evenings.season();
    const { folder } = this;
    this.network = new Network({ time, chance, relay, season, lifetimes, callsPerMinute, folder });
    this.shop = this.#shop();
  }

  static async open(machine: Machine, relays: number, purchases: number): Promise<VirtualWorld> {
    const world = new VirtualWorld(machine, relays, purchases);
    await world.network.open(relays);
    return world;
  }

  get writes() {
    return this.network.tap.writes;
  }

  /** It hurries at all times. */
  hurry(): Promise<void> {
    return Promise.resolve();
  }

  control<T>(path: string, body?: object): Promise<T> {
    return this.network.control(path, body) as Promise<T>;
  }

  async attempts() {
    const rows = await this.machine.relay.readAttempts({ folder: this.folder });
    return rows.map(({ order_id: orderId, state, reason }) => ({ orderId, state, reason }));
  }

  strike(wish: StrikeWish): Promise<Struck> {
    const { chance, standsSeconds = chance.whole(stands.leastSeconds, stands.mostSeconds) } = wish;
    const strikes: Record<VirtualBlow, () => Promise<Struck>> = {
      'relay killed': () => this.#doom(wish, 0),
      'relay stands still': () => this.#doom(wish, standsSeconds * second),
      'disk full': () => this.#fillDisk(wish),
      'clock stepped': () => this.#stepClock(wish),
    };
    return strikes[wish.blow as VirtualBlow]();
  }

  async stop(): Promise<void> {
    this.network.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** At a moment of the checkout, or, where the relay does not come to that in a while, at the next one. */
  async #doom({ blow, chance, moment, onStruck }: StrikeWish, standsMs: number): Promise<Struck> {
    const all = [...Array(this.relays).keys()];
    const places = moment ? all : [chance.pick(all)];
    const patienceMs = moment ? longMs : comesWithinMs;
    const came =
      (await this.#comesTo(places, { moment: moment ?? this.#moments.draw(chance), standsMs }, patienceMs)) ??
      (await this.#comesTo(places, { moment: undefined, standsMs }, comesWithinMs));
    onStruck?.();
    const { place = places[0] ?? 0, at } = came ?? {};
    const life = this.network.lifeAt(place);
    if (standsMs > 0) {
      if (!came) life.standStill(standsMs);
      await this.shop.wait(standsMs);
    } else {
      if (!came) life.kill();
      await this.#startAgain(place, chance);
    }
    return { blow, at: this.#moments.strike(at) };
  }

  /** The first of these relays that comes to it, and where; undefined where none does in so long. */
  #comesTo(places: readonly number[], doom: Omit<Doom, 'struck'>, patienceMs: number) {
    return new Promise<{ place: number; at: string } | undefined>((resolve) => {
      const end = (came?: { place: number; at: string }) => {
        patience.cancel();
        for (const place of places) this.network.lifeAt(place).doom = undefined;
        resolve(came);
      };
      const patience = this.machine.time.after(patienceMs, () => end());
      for (const place of places)
        this.network.lifeAt(place).doom = { ...doom, struck: (at) => end({ place, at }) };
    });
  }

  async #startAgain(place: number, chance: Chance): Promise<void> {
    await this.shop.wait(chance.whole(1, 20) * second);
    await this.network.startRelay(place);
  }

  async #fillDisk({ blow, chance }: StrikeWish): Promise<Struck> {
    this.machine.disk.isFull = true;
    await this.shop.wait(chance.whole(2, 40) * second);
    this.machine.disk.isFull = false;
    return { blow, at: '' };
  }

  async #stepClock({ blow, chance }: StrikeWish): Promise<Struck> {
    const ms = chance.pick([-600, -60, 60, 600]) * second;
    this.machine.date.step(ms);
    await this.shop.wait(chance.whole(10, 200) * second);
    this.machine.date.step(-ms);
    return { blow, at: '' };
  }

  #shop(): Pick<Shop, 'client' | 'returnUrl' | 'payByCard' | 'wait' | 'now'> {
    const { network } = this;
    const { time } = this.machine;
    const fetch = checkedFetch((input, init) =>
      network.toRelay(input instanceof Request ? input.url : input.toString(), init),
    );
    return {
      client: createClient({ relay: 'http://relay', fetch }),
      returnUrl,
      payByCard: (transaction, number) => network.payByCard(transaction, number),
      wait: (ms) => new Promise((resolve) => void time.after(ms, resolve)),
      now: () => time.now(),
    };
  }
}
