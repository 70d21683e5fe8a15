import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Server, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.js', import.meta.url));

function run(environment: Record<string, string>) {
  return spawn(process.execPath, [MAIN], { env: { ...process.env, ...environment }, stdio: 'pipe' });
}

/** A server on a free port. */
async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(0);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function failure(environment: Record<string, string>): Promise<{ code: number; text: string }> {
  const child = run(environment);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, text };
}

describe('the program', () => {
  it('says its address in one line, serves, and stops cleanly', async () => {
    const [one, other] = [await occupy(), await occupy()];
    for (const { server } of [one, other]) server.close();
    const child = run({ SIMULATOR_PORT: String(one.port), SIMULATOR_CONTROL_PORT: String(other.port) });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const origin = `http://localhost:${one.port}`;
    assert.equal(line.toString(), `S-360 simulator: ${origin} (control: http://127.0.0.1:${other.port})\n`);
    assert.equal((await fetch(`${origin}/healthz`)).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('says which variable changes a port that is taken', async () => {
    const { server, port } = await occupy();
    const { code, text } = await failure({ SIMULATOR_PORT: String(port) });
    server.close();
    assert.equal(code, 1);
    assert.equal(text, `Port ${port} is taken. Set SIMULATOR_PORT to another one.\n`);
  });

  it('says what is wrong with its environment', async () => {
    const { code, text } = await failure({ SIMULATOR_PORT: 'abc' });
    assert.equal(code, 1);
    assert.equal(text, 'SIMULATOR_PORT must be a whole number from 1 to 65534, not "abc"\n');
  });
});
