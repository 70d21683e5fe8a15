import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openApi } from '@s360-widgets/contract';

const validator = fileURLToPath(new URL('../../../node_modules/.bin/validate-api', import.meta.url));
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
});
after(() => rm(folder, { recursive: true }));

interface Verdict {
  readonly valid: boolean;
  readonly errors?: unknown;
}

/** What a validator that others use says of a document, by the published schema of its version. */
async function judge(description: object): Promise<Verdict> {
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(description));
  const output = await new Promise<string>((resolve, reject) => {
    execFile(validator, [file], (error, stdout) =>
      stdout ? resolve(stdout) : reject(error ?? new Error('no verdict')),
    );
  });
  return JSON.parse(output) as Verdict;
}

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const description = openApi();
    assert.match(description.openapi, /^3\.1\./);
    assert.deepEqual(await judge(description), { valid: true });
  });

  it('would not be so without a description of a reply', async () => {
    const { paths, ...rest } = openApi();
    const broken = {
      ...rest,
      paths: { ...paths, '/v1/broken': { get: { responses: { 200: { content: {} } } } } },
    };
    assert.equal((await judge(broken)).valid, false);
  });
});
