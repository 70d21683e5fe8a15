import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { metricsListener } from './operating.listener.js';

let answer = (): Promise<string> => Promise.resolve('s360_relay_ready 1\n');
const server = createServer(
  metricsListener({ contentType: 'text/plain; version=0.0.4', text: () => answer() }),
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => void server.close());

test('a Prometheus gets the numbers in its own form, kept by nobody in between', async () => {
  const { status, headers } = await fetch(`${origin}/metrics`);
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'text/plain; version=0.0.4');
  assert.equal(headers.get('cache-control'), 'no-store');
});

test('nothing else is there', async () => {
  for (const [path, init] of [['/'], ['/v1/cart'], ['/metrics', { method: 'POST' }]] as [
    string,
    RequestInit?,
  ][])
    assert.equal((await fetch(`${origin}${path}`, init)).status, 404, path);
});

test('numbers that can not be made are no reason to end', async () => {
  const before = answer;
  answer = () => Promise.reject(new Error('a mistake'));
  assert.equal((await fetch(`${origin}/metrics`)).status, 500);
  answer = before;
  assert.equal((await fetch(`${origin}/metrics`)).status, 200);
});
