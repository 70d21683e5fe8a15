import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { allOperations } from './operations.js';
import { reference } from './reference.js';

test('docs/s360.md says what the table of operations says', async () => {
  const written = await readFile(new URL('../../../../docs/s360.md', import.meta.url), 'utf8');
  assert.equal(written, reference(), 'npm run s360:reference writes it anew');
});

test('every operation has its place in the reference, with what it takes and gives and the file that says so', () => {
  const text = reference();
  for (const { name } of allOperations) assert.match(text, new RegExp(`^### ${name}$`, 'm'));
  assert.doesNotMatch(text, /operations\/\.ts/);
  assert.match(text, /^\| takes \| `orderId` \| text \| reference \|$/m);
  assert.match(text, /^\| must give \| `orderDetailsData.operationDatas` \| object\[\] \| pages \|$/m);
  assert.match(text, /^\| gives \| `orderDetailsData.movementDatas.barcode` \| text \| \*\*GUESS\*\* \|$/m);
});

test('of every field it says where that was seen', () => {
  const rows = reference().match(/^\| (?:takes|gives|must give) .*$/gm) ?? [];
  assert.ok(rows.length > 200);
  assert.deepEqual(
    rows.filter((row) => /\| *\|$/.test(row)),
    [],
  );
});
