import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allMoments, withMoments } from './moments.js';

test('each await has a moment of its own, those in words and in loops have none', () => {
  const source = [
    '// to await',
    'const order = await read();',
    'for await (const bytes of body) pass();',
  ].join('\n');
  const { source: changed, moments } = withMoments(source, 'a.js');
  assert.deepEqual(moments, ['a.js:2']);
  assert.match(changed, /const order = await __moment\('a\.js:2'\) && await read\(\);/);
  assert.match(changed, /for await \(const bytes/);
});

test('the checkout has moments in each of its files that wait', () => {
  const files = new Set(allMoments().map((moment) => moment.slice(0, moment.indexOf(':'))));
  for (const name of ['start', 'finalise', 'late', 'steps', 'sweep', 'adapter'])
    assert.ok(files.has(`checkout.${name}.js`), name);
  assert.ok(![...files].some((file) => /test|fake|trial/.test(file)));
});
