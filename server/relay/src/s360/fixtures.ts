/**
 * For tests: recorded exchanges with S-360 as files. A folder `<operation>--<case>` holds what must be sent and what comes
 * back, for SOAP (`request.xml`, `response.xml`) and, where there, for JSON (`request.json`, `response.json`); `status.txt`
 * if not 200; `response.xml.http` instead where its content type and its very bytes matter, with that header before it; and what a caller gets from it: `domain.json`, or `problem.json` with the code.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '@s360-widgets/contract/problem';
import { SaxesParser } from 'saxes';
import { createManualClock } from '../state/clock.js';
import { unlimited } from './budget.trial.js';
import type { GuardedS360 } from './guarded.js';
import type { S360 } from './calls.js';
import { readOutcomes } from './outcomes.js';
import { createS360, type S360Settings } from './s360.js';
import { wsdlFolder } from './wsdl.js';

/** What is done with each fixture, by the folder's name; its result is compared with `domain.json`. */
export type FixtureRuns = Readonly<Record<string, (s360: S360) => Promise<unknown>>>;

const silent = { debug: () => undefined, warn: () => undefined };

export const fixtureSettings: Omit<S360Settings, 'baseUrl' | 'transport'> = {
  institution: 'DEMO',
  operator: 'DEMO_WEB',
  partner: 'fixtures',
  secret: 'demo-secret',
  timeUnit: 'seconds',
  versions: {},
  wsdlFolder,
  names: {},
  // The recorded refusals are the simulator's.
  outcomes: readOutcomes(fileURLToPath(new URL('../../../simulator/outcomes.json', import.meta.url))),
};

/** Registers a test for each fixture of a folder and each transport that it has files for. */
export async function testFixtures(folder: URL, runs: FixtureRuns): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.includes('--')).sort();
  const filesOf = async (name: string) => new Set(await readdir(new URL(`${name}/`, folder)));
  const fixtures = await Promise.all(names.map(async (name) => ({ name, files: await filesOf(name) })));
  // All in one go: a file with no test left to run is over, and what its tests share is closed.
  void test(`${fileURLToPath(folder)} has a fixture for each run, and the other way round`, () => {
    assert.deepEqual(names, Object.keys(runs).sort());
  });
  for (const { name, files } of fixtures) {
    for (const transport of ['soap', 'rest'] as const) {
      const file = transport === 'soap' ? 'response.xml' : 'response.json';
      if (!files.has(file) && !files.has(`${file}.http`)) continue;
      void test(`${name} over ${transport}`, async (t) => {
        const run = runs[name];
        assert.ok(run, 'no run of this name');
        await testOne(t, new URL(`${name}/`, folder), transport, files, run);
      });
    }
  }
}

async function testOne(
  t: TestContext,
  folder: URL,
  transport: 'soap' | 'rest',
  files: ReadonlySet<string>,
  run: (s360: S360) => Promise<unknown>,
): Promise<void> {
  const read = (name: string) => readFile(new URL(name, folder), 'utf8');
  const extension = transport === 'soap' ? 'xml' : 'json';
  const status = files.has('status.txt') ? Number(await read('status.txt')) : 200;
  const sent: string[] = [];
  const file = `response.${extension}`;
  const answer = files.has(file)
    ? { body: await read(file) }
    : await readHttp(new URL(`${file}.http`, folder));
  const { s360 } = await answerWith(t, transport, { status, ...answer }, sent);
  const outcome = await run(s360).catch((error: unknown) => error);
  if (files.has(`request.${extension}`)) {
    const form = transport === 'soap' ? xmlForm : JSON.parse;
    assert.deepEqual(form(sent[0] ?? ''), form(await read(`request.${extension}`)), 'the request');
  }
  if (files.has('problem.json')) {
    assert.ok(outcome instanceof ProblemError, `expected a problem, got ${JSON.stringify(outcome)}`);
    assert.deepEqual({ code: outcome.code, ...outcome.details }, JSON.parse(await read('problem.json')));
    return;
  }
  if (outcome instanceof Error) throw outcome;
  assert.deepEqual(JSON.parse(JSON.stringify(outcome)), JSON.parse(await read('domain.json')), 'the result');
}

/** One header and a body, as they go over the wire. */
async function readHttp(file: URL): Promise<{ contentType: string; body: Buffer }> {
  const bytes = await readFile(file);
  const end = bytes.indexOf('\r\n\r\n');
  const contentType = bytes.toString('latin1', 0, end).replace(/^content-type:\s*/i, '');
  return { contentType, body: bytes.subarray(end + 4) };
}

/** A local S-360 that gives one answer to everything until the test is over. Requests that reach it are added to `sent`. */
export async function answerWith(
  t: TestContext,
  transport: 'soap' | 'rest',
  answer: { status: number; body: string | Buffer; contentType?: string },
  sent: string[] = [],
  settings: Partial<S360Settings> = {},
): Promise<{ s360: GuardedS360; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      sent.push(body);
      response
        .writeHead(answer.status, { 'content-type': answer.contentType ?? 'text/xml' })
        .end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = createManualClock(Date.now());
  const s360 = await createS360(
    { ...fixtureSettings, baseUrl, transport, ...settings },
    { clock, budget: unlimited, log: silent },
  );
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  t.after(close);
  return { s360, close };
}

/** An envelope's body without what does not matter on the wire: prefixes, white space, header, namespace declarations. */
function xmlForm(xml: string): unknown {
  const parser = new SaxesParser({ xmlns: true });
  const form: string[] = [];
  let depth = -1;
  parser.on('opentag', (tag) => {
    if (depth >= 0)
      form.push(`${'  '.repeat(depth++)}${tag.uri ? `{${tag.uri.replace(/\/$/, '')}}` : ''}${tag.local}`);
    else if (tag.local === 'Body') depth = 0;
  });
  parser.on('text', (text) => {
    if (depth > 0 && text.trim()) form.push(`${'  '.repeat(depth)}"${text.trim()}"`);
  });
  parser.on('closetag', () => {
    depth -= depth >= 0 ? 1 : 0;
  });
  parser.write(xml).close();
  return form;
}

/** What is done with a fixture's `input.json`, by operation. */
export type OperationRuns = Readonly<Record<string, (s360: S360, input: never) => Promise<unknown>>>;

/** Runs for fixtures that hold their input beside what is sent: one for each operation instead of one for each case. */
export async function runsByOperation(folder: URL, operations: OperationRuns): Promise<FixtureRuns> {
  const names = (await readdir(folder)).filter((name) => name.includes('--'));
  const entries = names.map((name) => {
    const run = operations[name.slice(0, name.indexOf('--'))];
    const input = async () =>
      JSON.parse(await readFile(new URL(`${name}/input.json`, folder), 'utf8')) as never;
    return [name, async (s360: S360) => run?.(s360, await input())] as const;
  });
  return Object.fromEntries(entries.filter(([name]) => operations[name.slice(0, name.indexOf('--'))]));
}
