import { createRequire, syncBuiltinESMExports } from 'node:module';
import { NOW } from '@s360-widgets/simulator/trial';
import { type Chance, chanceOf } from '../chance.js';
import { changeLoading } from '../loading.js';
import type { PlantedName } from '../planted.js';
import { installTime, type MachineDate } from '../time/time.js';
import { VirtualTime } from '../time/virtual-time.js';
import { type Disk, installDatabaseThreads } from './database-thread.js';
import { Life, timeOfLives } from './life.js';
import type { RelayCode } from './network.js';
import type { Machine, VirtualWorld } from './virtual-world.js';

export interface WorldWish {
  readonly seed: number;
  readonly relays: number;
  readonly purchases: number;
}

/** What a process needs once, before anything of a relay is loaded: time, threads and chance that are a seed's, not the machine's. */
export class VirtualMachine {
  readonly time = new VirtualTime(NOW);
  readonly #date: MachineDate;
  /** Loaded once all is changed that is to be. */
  #relay: RelayCode | undefined;
  #worlds: typeof VirtualWorld | undefined;
  #chance: Chance = chanceOf(0);
  #disk: Disk = { time: this.time, chance: this.#chance, isFull: false };

  /**
   * What is loaded when it is first needed is loaded before the first world: no seed knows how long that takes.
   * @param planted a bug that the relays of all worlds have
   */
  static async open(planted: PlantedName | undefined): Promise<VirtualMachine> {
    const machine = new VirtualMachine(planted);
    machine.#relay = await import('@s360-widgets/relay/trial-relay');
    machine.#worlds = (await import('./virtual-world.js')).VirtualWorld;
    await machine.inWorld({ seed: 0, relays: 1, purchases: 0 }, ({ shop }) =>
      shop.client.call('getShop', { query: { lang: 'en' } }),
    );
    return machine;
  }

  private constructor(planted: PlantedName | undefined) {
    this.#date = installTime(timeOfLives(this.time));
    this.time.countImmediates();
    Math.random = () => this.#chance.whole(0, 2 ** 30) / 2 ** 30;
    installDatabaseThreads(() => this.#disk);
    leaveUncompressed();
    countCryptography(this.time);
    changeLoading({
      atMoment: (moment) => Life.current?.atMoment(moment) ?? true,
      planted,
      onImport: (imported) => this.time.counted(imported),
    });
  }

  /** Does work in a world of its own, whose lots are drawn by the seed. */
  async inWorld<T>(
    { seed, relays, purchases }: WorldWish,
    work: (world: VirtualWorld) => Promise<T>,
  ): Promise<T> {
    this.time.beginAnew(NOW);
    this.#chance = chanceOf(seed, 'machine');
    this.#disk = { time: this.time, chance: this.#chance, isFull: false };
    if (!this.#relay || !this.#worlds) throw new TypeError('the machine is not open');
    const [date, chance, disk] = [this.#date, this.#chance, this.#disk];
    const machine: Machine = { time: this.time, date, chance, disk, relay: this.#relay };
    return this.time.runUntil(doIn(this.#worlds.open(machine, relays, purchases), work));
  }
}

async function doIn<T>(opened: Promise<VirtualWorld>, work: (world: VirtualWorld) => Promise<T>): Promise<T> {
  const world = await opened;
  try {
    return await work(world);
  } finally {
    await world.stop();
  }
}

/** Done by threads that the process does not tell of. */
function countCryptography(time: VirtualTime): void {
  const subtle = crypto.subtle as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>;
  for (const name of [
    'decrypt',
    'deriveBits',
    'deriveKey',
    'digest',
    'encrypt',
    'importKey',
    'sign',
    'verify',
  ]) {
    const work = subtle[name]?.bind(crypto.subtle);
    if (work) subtle[name] = (...values) => time.counted(work(...values));
  }
}

/** Nobody in here asks for compressed answers, which relays make ahead: they cost more than all else. */
function leaveUncompressed(): void {
  const zlib = createRequire(import.meta.url)('node:zlib') as Record<string, unknown>;
  const pass = (data: Buffer, _options: object, done: (error: null, data: Buffer) => void) =>
    process.nextTick(done, null, data);
  Object.assign(zlib, { brotliCompress: pass, gzip: pass });
  syncBuiltinESMExports();
}
