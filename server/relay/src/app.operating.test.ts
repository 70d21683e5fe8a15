import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { reasons, warnings } from './app.readiness.js';
import { readConfig, variableNames } from './config.js';

const relay = fileURLToPath(new URL('../', import.meta.url));
const example = await readFile(join(relay, '.env.example'), 'utf8');
const manual = await readFile(join(relay, '../../docs/operating.md'), 'utf8');

/** What the manual's tables say of each variable's default: `| \`RELAY_PORT\` | \`8080\` | …`. */
const defaults = new Map(
  [...manual.matchAll(/^\| `([A-Z0-9_]+)` \| (.+?) \|/gm)].map(([, name = '', said = '']) => [name, said]),
);

test('every variable of the relay is in the example file and in the manual, and none that it does not know', () => {
  const known = [...variableNames].sort();
  assert.deepEqual(Object.keys(parseEnv(example)).sort(), known);
  assert.deepEqual([...defaults.keys()].sort(), known);
});

test('the manual has the default of each variable, and tells which must be given', () => {
  const values = parseEnv(example);
  const needed: Record<string, string | undefined> = {};
  const written: Record<string, string> = {};
  for (const [name, said] of defaults) {
    if (said.startsWith('must be given')) needed[name] = values[name];
    else if (said !== 'none') written[name] = said.replace(/^`(.+)`$/, '$1');
  }
  assert.deepEqual(readConfig({ ...needed, ...written }), readConfig(needed));
  for (const name of Object.keys(needed))
    assert.throws(() => readConfig({ ...needed, [name]: undefined }), new RegExp(`${name}: `));
});

test('every word for why a relay is not ready, and of what it warns, is in the manual', () => {
  for (const words of [...Object.values(reasons), ...Object.values(warnings)])
    assert.ok(manual.includes(`\`${words}\``), words);
});

test('every message that is logged as an error is in the manual', async () => {
  const messages = await errorMessages();
  assert.ok(messages.length >= 15, `only ${messages.length} were found`);
  for (const message of messages) assert.ok(manual.includes(`\`${message}\``), message);
});

/** Of the relay's sources, not of its tests and commands: `log.error({ … }, 'message')`. */
async function errorMessages(): Promise<string[]> {
  const names = await readdir(join(relay, 'src'), { recursive: true });
  const sources = names.filter(
    (name) => name.endsWith('.ts') && !/\.(test|trial|fake|command)\.ts$/.test(name),
  );
  const texts = await Promise.all(sources.map((name) => readFile(join(relay, 'src', name), 'utf8')));
  const calls = /\blog\??\.error\(\s*(?:\w+|\{[^;]*?\}),\s*(['"])(.+?)\1/g;
  return texts.flatMap((text) => [...text.matchAll(calls)].map(([, , message = '']) => message));
}
