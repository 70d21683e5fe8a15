import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract';
import { onBothDatabases, type DatabaseTrial } from '../state/database.trial.js';
import { metersOfLogin, SignInTries } from './sign-in.tries.js';
import { ada, Device, secret, signInRelay } from './sign-in.trial.js';

/** Tries a password at the relays of a database. */
function desk({ clock }: DatabaseTrial, databases: readonly DatabaseTrial['database'][]) {
  const relays = databases.map((database) => new SignInTries({ database, clock, secret }));
  let asked = 0;
  const attempt = async (isRight: boolean) => {
    asked++;
    if (!isRight) throw new ProblemError('sign-in-refused');
  };
  const tryAt = (at: number, login: string, network: string, isRight = false) =>
    relays[at % relays.length]!.tryOnce(metersOfLogin(login, network), () => attempt(isRight)).then(
      () => 'in',
      (error: ProblemError) => error.code,
    );
  return { tryAt, asked: () => asked };
}

const login = 'ada@example.org';

onBothDatabases(
  'a login is not tried more than five times, at whichever relays, not even rightly',
  async (trial) => {
    const { tryAt, asked } = desk(trial, [trial.database, await trial.openAgain()]);
    const tries = await Promise.all(Array.from({ length: 20 }, (_, at) => tryAt(at, login, 'n1')));
    assert.equal(tries.filter((code) => code === 'sign-in-refused').length, asked());
    assert.ok(asked() <= 5, `${asked()}`);
    assert.equal(await tryAt(0, login.toUpperCase(), 'n1', true), 'too-many-requests');
    trial.clock.advance(15 * 60_000 + 1);
    assert.equal(await tryAt(1, login, 'n1', true), 'in');
  },
);

onBothDatabases('who types it wrong and then right has all tries again', async (trial) => {
  const { tryAt } = desk(trial, [trial.database]);
  for (let times = 0; times < 12; times++) {
    for (const isRight of [false, true])
      assert.equal(await tryAt(0, `${login}${times}`, 'n1', isRight), isRight ? 'in' : 'sign-in-refused');
  }
});

onBothDatabases('who tries somebody’s login elsewhere does not lock them out', async (trial) => {
  const { tryAt } = desk(trial, [trial.database]);
  for (let times = 0; times < 200; times++) await tryAt(0, login, 'an attacker');
  assert.equal(await tryAt(0, login, 'home', true), 'in');
});

onBothDatabases(
  'one network may not go through many logins, nor many networks through one',
  async (trial) => {
    const { tryAt } = desk(trial, [trial.database]);
    const codes: string[] = [];
    for (let at = 0; at < 60; at++) codes.push(await tryAt(0, `person${at}@example.org`, 'n1'));
    assert.equal(codes.indexOf('too-many-requests'), 50);
    codes.length = 0;
    for (let at = 0; at < 60; at++) codes.push(await tryAt(0, login, `n${at + 2}`));
    assert.equal(codes.indexOf('too-many-requests'), 50);
  },
);

test('a visitor who tried too often hears when to come again', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const body = { way: 'password', login: ada.login, password: 'wrong', isRemembered: false };
  const codes: (string | undefined)[] = [];
  for (let times = 0; times < 6; times++)
    codes.push((await device.ask(relay, 'PUT', '/v1/session', { body })).code);
  const { status, reply } = await device.ask(relay, 'PUT', '/v1/session', { body });
  await relay.close();
  assert.deepEqual(codes, [...Array<string>(5).fill('sign-in-refused'), 'too-many-requests']);
  assert.equal(status, 429);
  assert.equal((reply as { retryAfterSeconds: number }).retryAfterSeconds, 900);
  assert.equal(relay.office.calls.length, 5);
});
