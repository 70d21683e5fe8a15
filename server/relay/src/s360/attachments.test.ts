import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerBuilder } from './answer-builder.js';
import { answerWith } from './fixtures.js';
import { operations } from './operations.js';
import { refusalCode } from './outcome.js';
import { toShape, type ObjectShape } from './shape.js';
import { XmlReader } from './xml-reader.js';

const shape = toShape({
  name: 'xs:string',
  data: 'xs:base64Binary',
  'pages[]': 'xs:base64Binary',
  'documents[]': { data: 'xs:base64Binary' },
}) as ObjectShape;

const include = (id: string) =>
  `<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:${encodeURIComponent(id)}"/>`;
const envelope = (content: string) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${content}</e:Body></e:Envelope>`;

function read(fields: string, attachments: Record<string, string>, handlers = {}) {
  const reader = new XmlReader(new AnswerBuilder(shape, handlers));
  for (const character of envelope(`<r><R>${fields}</R></r>`)) reader.write(character);
  assert.equal(reader.end(), true);
  reader.builder.fillIn((id) => attachments[id]);
  return reader.builder.result;
}

test('values that stand in attachments are put in place, in lists and in objects of lists too', () => {
  const fields =
    `<name>x</name><data>\n  ${include('a@b')}\n</data><pages>AAAA</pages><pages>${include('c+d@b')}</pages>` +
    `<documents><data>${include('e@b')}</data></documents><unheardOf>${include('f@b')}</unheardOf>`;
  assert.deepEqual(read(fields, { 'a@b': 'QQ==', 'c+d@b': 'Qg==', 'e@b': '' }), {
    name: 'x',
    data: 'QQ==',
    pages: ['AAAA', 'Qg=='],
    documents: [{ data: '' }],
  });
});

test('an answer whose attachment is missing is refused, not read as empty', () => {
  assert.throws(() => read(`<data>${include('a@b')}</data>`, {}), RangeError);
});

test('an attachment of an entry that is handed on at once is refused: it could not be there yet', () => {
  const handlers = { documents: () => undefined };
  assert.throws(
    () => read(`<documents><data>${include('a@b')}</data></documents>`, { 'a@b': '' }, handlers),
    RangeError,
  );
});

test('a broken multipart answer is box-office-refused', async (t) => {
  const answers = [
    { contentType: 'multipart/related', body: envelope('') },
    { contentType: 'multipart/related; boundary=b', body: '--b\r\n\r\n<a/>' },
    { contentType: 'text/xml; charset=klingon', body: envelope('') },
  ];
  for (const answer of answers) {
    const { s360 } = await answerWith(t, 'soap', { status: 200, ...answer });
    await assert.rejects(s360.call(operations.getPOSConfig, {}), { code: 'box-office-refused' });
  }
});

test('a fault in a multipart answer is known as one', async (t) => {
  const fault = envelope('<e:Fault><faultcode>wsse:FailedAuthentication</faultcode></e:Fault>');
  const body = `--b\r\nContent-Type: application/xop+xml\r\n\r\n${fault}\r\n--b--`;
  const answer = { status: 500, contentType: 'multipart/related; boundary=b', body };
  const { s360 } = await answerWith(t, 'soap', answer);
  const refused = (error: unknown) => refusalCode(error) === 'wsse:FailedAuthentication';
  await assert.rejects(s360.call(operations.getPOSConfig, {}), refused);
});
