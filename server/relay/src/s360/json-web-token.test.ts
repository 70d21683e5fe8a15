import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { createManualClock } from '../state/clock.js';
import { unlimited } from './budget.trial.js';
import { fixtureSettings } from './fixtures.js';
import { mintToken } from './json-web-token.js';
import { operations } from './operations.js';
import { createS360 } from './s360.js';

const now = Date.parse('2026-12-05T19:00:00.900Z');

test('a token names institution, operator and partner, is signed with the secret and lives 30 seconds', async () => {
  const token = await mintToken(fixtureSettings, now);
  assert.deepEqual(decodeProtectedHeader(token), { alg: 'HS256', typ: 'JWT' });
  const key = new TextEncoder().encode(fixtureSettings.secret);
  const { payload } = await jwtVerify(token, key, { currentDate: new Date(now) });
  const iat = Math.floor(now / 1000);
  assert.deepEqual(payload, { sub: 'DEMO', aud: 'DEMO_WEB', iss: 'fixtures', iat, exp: iat + 30 });
});

test('the times can be in milliseconds, as the prose of the documentation has them', async () => {
  const { iat, exp } = decodeJwt(await mintToken({ ...fixtureSettings, timeUnit: 'milliseconds' }, now));
  assert.deepEqual([iat, exp], [now, now + 30_000]);
});

test("a token carries S-360's time, as its answers tell it, when the relay's clock is wrong", async (t) => {
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    tokens.push((request.headers.authorization ?? '').replace('Bearer ', ''));
    response.setHeader('date', new Date(now + 600_000).toUTCString());
    response.end('{"statusCode":"success"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  t.after(() => server.closeAllConnections());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = { debug: () => undefined, warn: () => undefined };
  const clock = createManualClock(now);
  const s360 = await createS360(
    { ...fixtureSettings, baseUrl, transport: 'rest' },
    { clock, budget: unlimited, log },
  );
  await s360.call(operations.getLastSetupUpdate, {});
  await s360.call(operations.getLastSetupUpdate, {});
  const issued = tokens.map((token) => decodeJwt(token).iat ?? 0);
  assert.equal(issued[0], Math.floor(now / 1000), 'nothing is known before the first answer');
  assert.ok(Math.abs((issued[1] ?? 0) - (now + 600_000) / 1000) <= 1);
});
