import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

describe('a picture', () => {
  it('is drawn by its name, the same each time, and may be shown anywhere', async () => {
    const url = `${simulator.base}/media/posters/8-cutout.svg`;
    const [first, second] = [await fetch(url), await fetch(url)];
    assert.equal(first.status, 200);
    assert.match(first.headers.get('content-type') ?? '', /^image\/svg\+xml/);
    assert.equal(first.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.match(first.headers.get('cache-control') ?? '', /immutable/);
    const text = await first.text();
    assert.match(text, /^<svg /);
    assert.equal(await second.text(), text);
  });

  it('is not there under another name', async () => {
    for (const name of [
      '8-nothing.svg',
      'cutout.svg',
      '-1-cutout.svg',
      '8-cutout.png',
      '..%2f..%2fpackage.json',
    ]) {
      assert.equal((await fetch(`${simulator.base}/media/posters/${name}`)).status, 404, name);
    }
  });
});
