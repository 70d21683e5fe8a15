import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { ConfigError, isAllowedOrigin, readConfig } from './config.js';

const example = parseEnv(await readFile(new URL('../.env.example', import.meta.url), 'utf8'));

function faultsOf(change: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig({ ...example, ...change });
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults;
  }
}

test('the example file is a whole configuration for the simulator', () => {
  const config = readConfig(example);
  assert.equal(config.s360Url, 'http://localhost:8090');
  assert.equal(config.publicOrigin, 'http://localhost:8080');
  assert.deepEqual(config.RELAY_LANGUAGES, ['en', 'fr', 'de', 'it']);
  assert.equal(config.RELAY_SUPPORT_PHONE, null);
});

test('everything that is wrong is told at once, by name and with what is expected', () => {
  const faults = faultsOf({
    RELAY_PORT: 'http',
    RELAY_SECRET: undefined,
    S360_SECRET: undefined,
    S360_TRANSPORT: 'carrier pigeon',
    RELAY_ORIGINS: 'https://www.example.org/',
    S360_BASE_URL: 'http://{inst}.ws.secutix.com',
    S360_VERSIONS: 'NoService=v1_33',
    S360_NAMES_FILE: '/nowhere/names.json',
    S360_OUTCOMES_FILE: '/nowhere/outcomes.json',
  });
  const told = faults.map((fault) => fault.split(':')[0]).sort();
  assert.deepEqual(told, [
    'RELAY_ORIGINS',
    'RELAY_PORT',
    'RELAY_SECRET',
    'S360_BASE_URL',
    'S360_NAMES_FILE',
    'S360_OUTCOMES_FILE',
    'S360_SECRET',
    'S360_TRANSPORT',
    'S360_VERSIONS',
  ]);
  for (const fault of faults) assert.match(fault, /: \S/);
});

test('quiet hours are read as minutes of the day, also over midnight; other texts are refused', () => {
  const quietHours = (text: string) => readConfig({ ...example, RELAY_QUIET_HOURS: text }).RELAY_QUIET_HOURS;
  assert.deepEqual(quietHours('01:00-06:00'), { from: 60, until: 360 });
  assert.deepEqual(quietHours('22:30-05:15'), { from: 1_350, until: 315 });
  assert.equal(quietHours(''), undefined);
  for (const text of ['1-6', '01:00-24:00', '01:60-02:00', 'night'])
    assert.match(faultsOf({ RELAY_QUIET_HOURS: text }).join(), /RELAY_QUIET_HOURS: hours such as/);
});

test('a secret that is too short is not repeated in the message', () => {
  const message = new ConfigError(faultsOf({ RELAY_SECRET: 'hunter2' })).message;
  assert.match(message, /RELAY_SECRET: a secret of at least 32 characters/);
  assert.doesNotMatch(message, /hunter2/);
});

test('an empty environment names each variable that has no default', () => {
  assert.throws(
    () => readConfig({}),
    (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      for (const name of [
        'RELAY_PUBLIC_URL',
        'RELAY_ORIGINS',
        'RELAY_SECRET',
        'S360_INSTITUTION',
        'S360_OPERATOR',
        'S360_SECRET',
      ]) {
        assert.ok(
          error.faults.some((fault) => fault.startsWith(`${name}:`)),
          name,
        );
      }
      return true;
    },
  );
});

test("the institution's code goes into the address in lower case", () => {
  const config = readConfig({
    ...example,
    S360_BASE_URL: 'https://{inst}.ws.secutix.com/',
    S360_INSTITUTION: 'MOSA',
  });
  assert.equal(config.s360Url, 'https://mosa.ws.secutix.com');
});

test('each way of paying wants its own address', () => {
  assert.match(faultsOf({ PAYMENT_WIDGET_URL: '' })[0] ?? '', /^PAYMENT_WIDGET_URL/);
  assert.match(faultsOf({ HANDOVER_MODE: 'redirect' })[0] ?? '', /^PAYMENT_REDIRECT_URL/);
});

test('loopback allows any origin of the own machine and no other', () => {
  const config = readConfig({ ...example, RELAY_ORIGINS: 'loopback,https://www.example.org' });
  const allowed = [
    'http://localhost:8000',
    'http://127.0.0.1:1',
    'http://[::1]:3',
    'http://cms.localhost',
    'https://www.example.org',
  ];
  const refused = [
    'null',
    'https://example.org',
    'http://localhost.evil.org',
    'http://127.0.0.1.evil.org',
    'file://localhost',
    'https://www.example.org:8443',
  ];
  for (const origin of allowed) assert.equal(isAllowedOrigin(config, origin), true, origin);
  for (const origin of refused) assert.equal(isAllowedOrigin(config, origin), false, origin);
  const strict = readConfig({ ...example, RELAY_ORIGINS: 'https://www.example.org' });
  assert.equal(isAllowedOrigin(strict, 'http://localhost:8000'), false);
  assert.equal(isAllowedOrigin(strict, strict.publicOrigin), true);
});

test("an institution's services are called as in docs/s360.md, but where a file of names says otherwise", () => {
  assert.deepEqual(readConfig(example).S360_NAMES_FILE, {});
  const otherwise = readConfig({
    ...example,
    S360_NAMES_FILE: '../simulator/dialect-b.json',
  }).S360_NAMES_FILE;
  assert.equal(otherwise.ExternalOrderService?.fields['movementDatas.row'], 'place.rowName');
});

test("a real institution gets none of the simulator's codes; the simulator's own file has them, from the relay's folder", () => {
  assert.deepEqual(Object.keys(readConfig(example).S360_OUTCOMES_FILE), ['error.order.availability']);
  const simulated = readConfig({ ...example, S360_OUTCOMES_FILE: '../simulator/outcomes.json' });
  assert.equal(simulated.S360_OUTCOMES_FILE['error.sim.seatTaken'], 'seats-taken');
  assert.equal(simulated.S360_OUTCOMES_FILE['error.order.availability'], 'not-enough-seats');
});
