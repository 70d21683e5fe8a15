import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../state/clock.js';
import type { Logger } from './log.js';

export interface FormerBuildsSettings {
  /** Where the build of today is. */
  readonly folder: string;
  /** Where those before it are kept: a folder that outlives an update of the relay, and that nothing else writes to. */
  readonly keptIn: string;
  /** How many builds before that of today stay served; 0 keeps none. */
  readonly count: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The name of a kept build: when it was last that of today, in milliseconds since 1970, and a hash of its script. */
const buildName = /^\d{13}-[0-9a-f]{12}$/;

/**
 * Chunks of the kit as it was before an update. A page that was opened then, and a script that a cache still holds, ask for them by
 * names that the build of today does not have.
 */
export class FormerBuilds {
  #keeping: Promise<void> = Promise.resolve();

  constructor(readonly settings: FormerBuildsSettings) {}

  /** Keeps a copy of the build of today for later, and lets go of the oldest. Never rejects: without it the kit is served all the same. */
  keep(): Promise<void> {
    const { count, log, keptIn } = this.settings;
    if (count === 0) return this.#keeping;
    this.#keeping = this.#keeping
      .then(() => this.#copy())
      .catch((error: unknown) => log.warn({ err: error, keptIn }, 'build of the kit not kept'));
    return this.#keeping;
  }

  /** A chunk of the newest build that has it. @param path plain, below the folder of the kit */
  async read(path: string): Promise<Buffer | undefined> {
    for (const build of await this.#builds()) {
      const content = await readFile(join(this.settings.keptIn, build, path)).catch(() => undefined);
      if (content) return content;
    }
    return undefined;
  }

  async #copy(): Promise<void> {
    const { folder, keptIn, count, clock } = this.settings;
    const script = await readFile(join(folder, 's360.js')).catch(() => undefined);
    // The kit is not built, or is being built.
    if (!script) return;
    const id = createHash('sha256').update(script).digest('hex').slice(0, 12);
    const build = join(keptIn, `${String(clock.now()).padStart(13, '0')}-${id}`);
    const before = (await this.#builds()).find((name) => name.endsWith(id));
    // Another relay of the same folder may keep its own at the same time.
    const draft = join(keptIn, `draft-${process.pid}`);
    await mkdir(keptIn, { recursive: true });
    await rm(draft, { recursive: true, force: true });
    if (before) await rename(join(keptIn, before), draft);
    const isCode = (path: string) => !path.endsWith('.map');
    await cp(join(folder, 'chunks'), join(draft, 'chunks'), { recursive: true, filter: isCode });
    await rename(draft, build);
    const old = (await this.#builds()).slice(count + 1);
    for (const name of old) await rm(join(keptIn, name), { recursive: true, force: true });
  }

  /** Newest first. */
  async #builds(): Promise<string[]> {
    const names = await readdir(this.settings.keptIn).catch((): string[] => []);
    return names.filter((name) => buildName.test(name)).sort((one, other) => (one < other ? 1 : -1));
  }
}
