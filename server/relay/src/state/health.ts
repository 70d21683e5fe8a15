import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { leaveMark } from './host.js';
import { Refresher } from './refresher.js';

export interface HealthParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Which machine it is: see `refuseOtherHosts`. */
  readonly host: string;
  readonly log: { error(facts: object, message: string): void };
}

const everyMs = 10_000;
const retryMs = 2_000;

/** Whether the database takes writes, tried every ten seconds: a disk that is full, or a server that is gone, is told before a payer meets it. */
export class DatabaseHealth {
  readonly #refresher: Refresher;
  #isWritable = true;

  constructor(readonly parts: HealthParts) {
    const { clock, database, host, log } = parts;
    this.#refresher = new Refresher({
      ...{ clock, everyMs, retryMs },
      refresh: async () => {
        await leaveMark(database, database.query, host);
        this.#isWritable = true;
      },
      onFailure: (error, failures) => {
        this.#isWritable = false;
        if (failures === 1) log.error({ err: error }, 'the database takes no writes');
      },
    });
  }

  get isWritable(): boolean {
    return this.#isWritable;
  }

  start(): Promise<void> {
    return this.#refresher.start();
  }

  stop(): void {
    this.#refresher.stop();
  }
}
