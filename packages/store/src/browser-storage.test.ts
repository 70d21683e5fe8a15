import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { openStorage } from './browser-storage.js';
import { type FakeBrowser, fakeBrowser, faults, writeFaults } from './storage.fixture.js';
import { fakeClock, settled } from './store.fixture.js';

let browser: FakeBrowser;
let clock: ReturnType<typeof fakeClock>;

/** Long enough for all that a database does without a fault. */
async function rest(): Promise<void> {
  for (let round = 0; round < 40; round++) await settled();
}

/** Time passes, and a database that answers does so meanwhile. */
async function pass(seconds: number): Promise<void> {
  await rest();
  for (let second = 0; second < seconds; second++) {
    await clock.pass(1000);
    await rest();
  }
}

/** What an operation came to within its two seconds. */
async function within2s<T>(operation: Promise<T>): Promise<T> {
  let isDone = false;
  void operation.finally(() => (isDone = true));
  await pass(2);
  assert.ok(isDone, 'answers within 2 s');
  return operation;
}

function open() {
  const storage = openStorage('test', clock);
  const heard: boolean[] = [];
  storage.watch?.((isLasting) => heard.push(isLasting));
  return { storage, heard };
}

/** What a page that is opened now would read. */
const onNextPage = (key: string) => within2s(open().storage.get(key));

const add = (item: string) => (old: string[] | undefined) => [
  ...(old ?? []).filter((each) => each !== item),
  item,
];

beforeEach(() => {
  browser = fakeBrowser();
  clock = fakeClock();
});
afterEach(() => browser.mend());

describe('storage that works', () => {
  it('keeps what is written for the next page, and forgets what is forgotten', async () => {
    const { storage, heard } = open();
    await storage.update('token', () => 't1');
    await storage.update('orders', add('4711'));
    assert.equal(await onNextPage('token'), 't1');
    await storage.update('token', () => undefined);
    assert.equal(await onNextPage('token'), undefined);
    assert.deepEqual(await onNextPage('orders'), ['4711']);
    assert.deepEqual(heard, []);
  });

  it('reads what another tab has written since', async () => {
    const { storage } = open();
    await storage.update('token', () => 't1');
    await within2s(open().storage.update('token', () => 't2'));
    assert.equal(await storage.get('token'), 't2');
  });
});

for (const { title, start, isMendedAtOnce } of [...faults, ...writeFaults]) {
  const isMet = !isMendedAtOnce;

  describe(`storage of which ${title}`, () => {
    const isReadMet = isMet && faults.some((fault) => fault.title === title);

    it('still has what this page has read or written, within 2 s', async () => {
      const { storage } = open();
      await storage.update('token', () => 't1');
      start(browser);
      assert.equal(await within2s(storage.get('token')), 't1');
    });

    it('takes what this page writes, within 2 s, and at once from then on', async () => {
      const { storage } = open();
      await storage.update('orders', add('4711'));
      start(browser);
      await within2s(storage.update('orders', add('4712')));
      assert.deepEqual(await storage.get('orders'), ['4711', '4712']);
      await storage.update('orders', add('4713'));
      assert.deepEqual(await storage.get('orders'), ['4711', '4712', '4713']);
    });

    it('forgets what this page forgets, within 2 s', async () => {
      const { storage } = open();
      await storage.update('token', () => 't1');
      start(browser);
      await within2s(storage.update('token', () => undefined));
      assert.equal(await storage.get('token'), undefined);
    });

    it('works from the start as long as the page lives', async () => {
      start(browser);
      const { storage } = open();
      assert.equal(await within2s(storage.get('token')), undefined);
      await within2s(storage.update('token', () => 't1'));
      assert.equal(await storage.get('token'), 't1');
    });

    it('says whether what it has outlives the page', async () => {
      const { storage, heard } = open();
      await storage.update('token', () => 't1');
      start(browser);
      await within2s(storage.get('token'));
      assert.deepEqual(heard, isReadMet ? [false] : []);
      await within2s(storage.update('token', () => 't2'));
      assert.deepEqual(heard, isMet ? [false] : []);
      const late: boolean[] = [];
      storage.watch?.((isLasting) => late.push(isLasting));
      assert.deepEqual(late, heard);
    });

    it('is tried again later: then the next page has all that was changed, beside what was there', async () => {
      await within2s(open().storage.update('orders', add('4711')));
      const { storage, heard } = open();
      start(browser);
      await within2s(storage.update('orders', add('4712')));
      await storage.update('token', () => 't1');
      await storage.update('token', () => 't2');
      await pass(30);
      assert.deepEqual(heard, isMet ? [false] : []);
      browser.mend();
      await pass(12);
      assert.deepEqual(heard, isMet ? [false, true] : []);
      assert.deepEqual(await onNextPage('orders'), ['4711', '4712']);
      assert.equal(await onNextPage('token'), 't2');
      assert.deepEqual(await storage.get('orders'), ['4711', '4712']);
    });

    it('answers at once while it is tried again', async () => {
      const { storage } = open();
      start(browser);
      await within2s(storage.update('token', () => 't1'));
      await pass(8);
      await storage.update('token', () => 't2');
      assert.equal(await storage.get('token'), 't2');
    });
  });
}

describe('storage that wakes up late', () => {
  it('does not do what was given up over what has been written since', async () => {
    const late: (() => void)[] = [];
    const { open: answer } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (this: IDBFactory, ...given) {
      const request = { result: undefined as unknown as IDBDatabase } as IDBOpenDBRequest;
      late.push(() => {
        const real = answer.apply(this, given);
        real.onupgradeneeded = () => real.result.createObjectStore('shop');
        real.onsuccess = () => {
          Object.assign(request, { result: real.result });
          request.onsuccess?.(new Event('success'));
        };
      });
      return request;
    };
    const { storage } = open();
    await within2s(storage.update('token', () => 'old'));
    browser.mend();
    await pass(12);
    await storage.update('token', () => 'new');
    for (const wake of late) wake();
    await rest();
    assert.equal(await onNextPage('token'), 'new');
  });

  it('has what it kept before, for whoever asks then', async () => {
    await within2s(open().storage.update('token', () => 't1'));
    const [fault] = faults.filter(({ title }) => title === 'open hangs');
    fault?.start(browser);
    const { storage } = open();
    assert.equal(await within2s(storage.get('token')), undefined);
    browser.mend();
    await pass(12);
    assert.equal(await within2s(storage.get('token')), 't1');
  });
});
