import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import * as z from 'zod';
import { AnswerBuilder, type ItemHandler } from './answer-builder.js';
import { answerWith } from './fixtures.js';
import { JsonReader } from './json-reader.js';
import { operations } from './operations.js';
import { refusalCode } from './outcome.js';
import { toShape, type ObjectShape, type WireObject } from './shape.js';
import { XmlReader } from './xml-reader.js';

const envelope = (content: string): string =>
  `<?xml version="1.0"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${content}</S:Body></S:Envelope>`;

const shape = toShape({
  requestId: 'xs:int',
  statusCode: 'xs:string',
  map: { 'entry[]': { key: 'xs:string', value: 'xs:string' } },
  data: {
    'seasons[]': {
      id: 'xs:long',
      start: 'xs:dateTime',
      open: 'xs:boolean',
      'levels[]': 'xs:long',
      'products[]': { id: 'xs:long', rate: 'xs:decimal' },
    },
  },
}) as ObjectShape;

const xml =
  envelope(`<n:r xmlns:n="x"><Result><map><entry><key>a</key><value>1</value></entry></map><requestId xsi:nil="true" xmlns:xsi="i"/><statusCode>success</statusCode>
  <newInAnOtherVersion><deep><id>1</id></deep></newInAnOtherVersion>
  <data><seasons><products><id>9007199254740993</id><rate>12.340</rate></products>
    <products><id>2</id></products><id>7</id><start>2026-12-05T20:00:00.000+01:00</start><open>true</open>
    <levels>1</levels><levels>2</levels></seasons><seasons><id>8</id></seasons></data></Result></n:r>`);

const json = `{"map":{"a":"1"},"requestId":null,"statusCode":"success","newInAnOtherVersion":{"deep":[{"id":1}]},"data":{"seasons":[
  {"products":[{"id":9007199254740993,"rate":12.340},{"id":2,"rate":null}],"id":7,
   "start":"2026-12-05T20:00:00.000+01:00","open":true,"levels":[1,2]},{"id":8,"levels":null}]}}`;

const expected = {
  map: { entry: [{ key: 'a', value: '1' }] },
  statusCode: 'success',
  data: {
    seasons: [
      {
        id: '7',
        start: '2026-12-05T20:00:00.000+01:00',
        open: true,
        levels: ['1', '2'],
        products: [{ id: '9007199254740993', rate: '12.340' }, { id: '2' }],
      },
      { id: '8', levels: [], products: [] },
    ],
  },
};

const readers = { XML: { Reader: XmlReader, text: xml }, JSON: { Reader: JsonReader, text: json } };

for (const [name, { Reader, text }] of Object.entries(readers)) {
  test(`${name} and its cuts at any place give the same data, ids and decimals to the last digit`, () => {
    for (const step of [1, 7, text.length]) {
      const reader = new Reader(new AnswerBuilder(shape));
      for (let from = 0; from < text.length; from += step) reader.write(text.slice(from, from + step));
      assert.equal(reader.end(), true);
      assert.deepEqual(reader.builder.result, expected);
    }
  });

  test(`${name} hands the items of a long list on one by one and keeps none`, () => {
    const seen: [WireObject, readonly number[]][] = [];
    const take: ItemHandler = (item, at) => void seen.push([item, at]);
    const reader = new Reader(new AnswerBuilder(shape, { 'data.seasons.products': take }));
    reader.write(text);
    reader.end();
    assert.deepEqual(seen, [
      [{ id: '9007199254740993', rate: '12.340' }, [0, 0]],
      [{ id: '2' }, [0, 1]],
    ]);
    const { data } = reader.builder.result as { data: { seasons: { products: unknown[] }[] } };
    assert.deepEqual(data.seasons[0]?.products, []);
  });

  test(`${name} that is cut off is refused`, () => {
    const reader = new Reader(new AnswerBuilder(shape));
    assert.throws(() => {
      reader.write(text.slice(0, -20));
      reader.end();
    });
  });
}

test('JSON with escapes, deep arrays and odd numbers is read as text', () => {
  const reader = new JsonReader(
    new AnswerBuilder(toShape({ 'a[]': 'xs:string', b: 'xs:string' }) as ObjectShape),
  );
  for (const char of '{"x":[[1,[2]],{"y":"}"}],"a":["\\"\\\\","\\u00e9"],"b":-1.5e+3}') reader.write(char);
  assert.equal(reader.end(), true);
  assert.deepEqual(reader.builder.result, { a: ['"\\', 'é'], b: '-1.5e+3' });
});

for (const text of ['[1]', '"a"', '{"a"}', '{"a":1', '{"a":1]', '{a:1}', '{"a":01x}', '<html>']) {
  test(`what is no JSON object is refused: ${text}`, () => {
    const reader = new JsonReader(new AnswerBuilder(shape));
    assert.throws(() => {
      reader.write(text);
      reader.end();
    }, SyntaxError);
  });
}

const failures = [
  { status: 509, code: 'box-office-busy' },
  { status: 429, code: 'box-office-busy' },
  { status: 401, code: 'box-office-refused' },
  { status: 403, code: 'box-office-refused' },
  { status: 502, code: 'box-office-down' },
  { status: 200, code: 'box-office-refused' },
];
for (const transport of ['soap', 'rest'] as const) {
  for (const { status, code } of failures) {
    test(`HTTP ${status} with a page for people over ${transport} is ${code}`, async (t) => {
      const { s360 } = await answerWith(t, transport, { status, body: '<html><p>Sorry</html>' });
      await assert.rejects(s360.call(operations.getPOSConfig, {}), { name: 'ProblemError', code });
    });
  }

  test(`a timeout over ${transport} is box-office-timeout, and nothing listening is box-office-down`, async (t) => {
    const { s360, close } = await answerWith(t, transport, { status: 200, body: '' });
    const call = () => s360.call({ ...operations.reopenOrder, deadlineMs: 0 }, { orderId: '1' });
    await assert.rejects(call(), { code: 'box-office-timeout' });
    await close();
    await assert.rejects(s360.call(operations.getPOSConfig, {}), { code: 'box-office-down' });
  });

  test(`an operation or an argument that the WSDL does not know is a mistake of ours, over ${transport}`, async (t) => {
    const { s360 } = await answerWith(t, transport, { status: 200, body: '' });
    await assert.rejects(s360.call({ ...operations.getPOSConfig, name: 'getEverything' }, {}), TypeError);
    await assert.rejects(
      s360.call({ ...operations.getPOSConfig, args: z.object({ posId: z.string() }) }, { posId: '1' }),
      TypeError,
    );
  });
}

test('a SOAP fault is box-office-refused and keeps the fault code for the log', async (t) => {
  const fault =
    '<S:Fault><faultcode>wsse:FailedAuthentication</faultcode><faultstring>no</faultstring></S:Fault>';
  for (const status of [500, 200]) {
    const { s360 } = await answerWith(t, 'soap', { status, body: envelope(fault) });
    const error = await s360.call(operations.getPOSConfig, {}).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof ProblemError);
    assert.equal(error.code, 'box-office-refused');
    assert.equal(refusalCode(error), 'wsse:FailedAuthentication');
  }
});

test('the SOAP password is escaped, and arguments go out in the order of the schema', async (t) => {
  const sent: string[] = [];
  const { s360 } = await answerWith(t, 'soap', { status: 200, body: '' }, sent);
  const performanceIds = ['9007199254740993', '2'];
  const args = { performanceIds, seatCategoryIds: [], pointOfSalesId: '5' };
  await s360.call(operations.getPerformanceAvailability, args).catch(() => undefined);
  const body = sent[0] ?? '';
  assert.match(body, /<wsse:Username>DEMO_WEB<\/wsse:Username>/);
  assert.match(
    body,
    /<pointOfSalesId>5<\/pointOfSalesId><performanceIds>9007199254740993<\/performanceIds><performanceIds>2<\/performanceIds>/,
  );
});

test('an empty element is absent for every type but string, over both transports', () => {
  const kinds = toShape({
    string: 'xs:string',
    long: 'xs:long',
    int: 'xs:int',
    decimal: 'xs:decimal',
    at: 'xs:dateTime',
    day: 'xs:date',
    bool: 'xs:boolean',
    bytes: 'xs:base64Binary',
    word: 'State|xs:string|RUNNING,CLOSED',
    'longs[]': 'xs:long',
    'strings[]': 'xs:string',
  }) as ObjectShape;
  const names = [...kinds.fields.keys()];
  const empty = { string: '', longs: [], strings: [''] };
  for (const white of ['', ' \n ']) {
    const xmlReader = new XmlReader(new AnswerBuilder(kinds));
    xmlReader.write(envelope(`<r><R>${names.map((name) => `<${name}>${white}</${name}>`).join('')}</R></r>`));
    xmlReader.end();
    assert.deepEqual(xmlReader.builder.result, { ...empty, string: white, strings: [white] });
    const jsonReader = new JsonReader(new AnswerBuilder(kinds));
    jsonReader.write(JSON.stringify(Object.fromEntries(names.map((name) => [name, white]))));
    jsonReader.end();
    assert.deepEqual(jsonReader.builder.result, { ...empty, string: white, strings: [white] });
  }
});

test('white space around a value that is no string does not count, nor the case of true and false', () => {
  const reader = new XmlReader(
    new AnswerBuilder(
      toShape({ id: 'xs:long', at: 'xs:dateTime', open: 'xs:boolean', shut: 'xs:boolean' }) as ObjectShape,
    ),
  );
  reader.write(
    envelope(
      '<r><R><id> 7\n</id><at>\t2026-12-05T20:00:00Z </at><open> TRUE </open><shut>maybe</shut></R></r>',
    ),
  );
  reader.end();
  assert.deepEqual(reader.builder.result, { id: '7', at: '2026-12-05T20:00:00Z', open: true });
});
