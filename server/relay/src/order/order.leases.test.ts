import assert from 'node:assert/strict';
import { onBothDatabases, type DatabaseTrial } from '../state/database.trial.js';
import { LeaseLost, OrderLeases } from './order.leases.js';

const orderId = '10229210009003';

/** Work that has begun, and goes on until it is told to end. */
async function standing(leases: OrderLeases): Promise<{ end(): void; readonly done: Promise<void> }> {
  let end: () => void = () => undefined;
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((begun) => {
    done = leases.run(orderId, () => {
      begun();
      return new Promise<void>((ended) => (end = ended));
    });
  });
  return { end: () => end(), done };
}

/** Two relays over one database. */
async function relays({ database, clock, openAgain }: DatabaseTrial) {
  const one = new OrderLeases({ database, clock });
  const two = new OrderLeases({ database: await openAgain(), clock });
  return { one, two };
}

onBothDatabases(
  'work on one order runs in turn at all relays, also after work that failed',
  async (trial) => {
    const { one, two } = await relays(trial);
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      await new Promise((resolve) => setTimeout(resolve, 2));
      working--;
    };
    const failing = one.run(orderId, async () => {
      await work();
      throw new Error('no');
    });
    const rest = Array.from({ length: 12 }, (_, turn) => (turn % 2 ? one : two).run(orderId, work));
    await assert.rejects(failing, /^Error: no$/);
    await Promise.all(rest);
    assert.equal(most, 1);
  },
);

onBothDatabases('orders do not wait for each other', async (trial) => {
  const { one, two } = await relays(trial);
  await one.run('a', () => two.run('b', () => Promise.resolve()));
});

onBothDatabases(
  'a relay that died over an order gives it up after twenty seconds, and not before',
  async (trial) => {
    const { one, two } = await relays(trial);
    let end: () => void = () => undefined;
    const hanging = one.run(orderId, () => new Promise<void>((resolve) => (end = resolve)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    let isTaken = false;
    const waiting = two.run(orderId, async () => void (isTaken = true));
    trial.clock.advance(19_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(isTaken, false);
    trial.clock.advance(1_000);
    await waiting;
    assert.equal(isTaken, true);
    end();
    await hanging;
  },
);

onBothDatabases(
  'a relay that stood still writes nothing more, and takes nothing from who came after it',
  async (trial) => {
    const { one, two } = await relays(trial);
    await one.run(orderId, async () => {
      one.refuseIfLost();
      trial.clock.advance(60_000);
      await two.run(orderId, async () => {
        assert.throws(() => one.refuseIfLost(), LeaseLost);
        two.refuseIfLost();
      });
    });
    two.refuseIfLost();
  },
);

onBothDatabases('the end of a lost lease leaves the next holder’s alone', async (trial) => {
  const { one, two } = await relays(trial);
  const lost = await standing(one);
  trial.clock.advance(21_000);
  await two.run(orderId, async () => {
    lost.end();
    await lost.done;
    const leases = trial.database.query.selectFrom('order_lease').select('order_id');
    assert.deepEqual(
      (await leases.execute()).map(({ order_id: id }) => id),
      [orderId],
    );
  });
});

onBothDatabases('a lease is as long as it is said to be', async ({ database, clock, openAgain }) => {
  const one = new OrderLeases({ database, clock, leaseMs: 3_000 });
  const two = new OrderLeases({ database: await openAgain(), clock, leaseMs: 3_000 });
  const standstill = await standing(one);
  clock.advance(3_000);
  await two.run(orderId, async () => undefined);
  standstill.end();
  await standstill.done;
});

onBothDatabases(
  'who waits for longer than a page does is refused, and told when to try again',
  async (trial) => {
    const { database, clock } = trial;
    const { one } = await relays(trial);
    const long = await standing(new OrderLeases({ database, clock, leaseMs: 60_000 }));
    const waiting = assert.rejects(
      one.run(orderId, async () => undefined),
      { code: 'box-office-busy', details: { retryAfterSeconds: 5 } },
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    clock.advance(25_001);
    await waiting;
    long.end();
    await long.done;
  },
);

onBothDatabases(
  'a renewal that fails is none: work that goes on while the database is away writes nothing once its lease is over',
  async ({ database, clock }) => {
    const leaseMs = 300;
    const leases = new OrderLeases({ database, clock, leaseMs });
    const renewals = () => new Promise((resolve) => setTimeout(resolve, leaseMs));
    const rename = (from: string, to: string) =>
      database.query.schema.alterTable(from).renameTo(to).execute();
    await leases.run(orderId, async () => {
      clock.advance(leaseMs / 2);
      await renewals();
      clock.advance(leaseMs / 2);
      leases.refuseIfLost();
      await renewals();
      await rename('order_lease', 'away');
      clock.advance(leaseMs);
      await renewals();
      assert.throws(() => leases.refuseIfLost(), LeaseLost);
      await rename('away', 'order_lease');
    });
  },
);
