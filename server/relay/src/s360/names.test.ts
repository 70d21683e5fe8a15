import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { AnswerBuilder, type ItemHandlers } from './answer-builder.js';
import { orderArguments, toJsonForm } from './arguments.js';
import { JsonReader } from './json-reader.js';
import { readNames, withNames } from './names.js';
import { toShape, type Description, type ObjectShape, type StatedOperation } from './shape.js';
import { XmlReader } from './xml-reader.js';

const shapeOf = (description: Description): ObjectShape => toShape(description) as ObjectShape;

/** An operation of a WSDL, as the relay has it with these names of it. */
function operationWith(
  own: { operations?: object; fields?: object; words?: object },
  { called = 'getTickets', input = {}, result = {} }: { called?: string; input?: object; result?: object },
): StatedOperation {
  const shapes = { input: shapeOf(input as Description), result: shapeOf(result as Description) };
  const stated = new Map([[called, { name: called, ...shapes }]]);
  const names = { operations: {}, fields: {}, words: {}, ...own } as Parameters<typeof withNames>[2];
  const operation = withNames('ProductionPublicService', stated, names).get('getTickets');
  assert.ok(operation);
  return operation;
}

const ticketList = {
  'rows[]': { no: 'xs:long', code: { value: 'xs:string', barcode: 'xs:string' }, barcode: 'xs:int' },
};
const ticketNames = {
  fields: { tickets: 'rows', 'tickets.movementId': 'no', 'tickets.barcode': 'code.value' },
};

function readJson(shape: ObjectShape, text: string, handlers: ItemHandlers = {}) {
  const reader = new JsonReader(new AnswerBuilder(shape, handlers));
  reader.write(text);
  reader.end();
  return reader.builder.result;
}

function readXml(shape: ObjectShape, result: string) {
  const reader = new XmlReader(new AnswerBuilder(shape));
  const envelope = 'xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"';
  reader.write(`<S:Envelope ${envelope}><S:Body><r><result>${result}</result></r></S:Body></S:Envelope>`);
  reader.end();
  return reader.builder.result;
}

test('what an answer calls and places otherwise is read under the names of the relay, from both transports', () => {
  const { result } = operationWith(ticketNames, { result: ticketList });
  const read = {
    tickets: [{ movementId: '7', barcode: 'A<1' }, { movementId: '8' }],
  };
  const json = '{"rows":[{"barcode":5,"code":{"barcode":"x","value":"A<1"},"no":7},{"no":8,"code":null}]}';
  const xml =
    '<rows><barcode>5</barcode><code><barcode>x</barcode><value>A&lt;1</value></code><no>7</no></rows><rows><no>8</no></rows>';
  for (const answer of [readJson(result, json), readXml(result, xml)]) assert.deepEqual(answer, read);
});

test('items are handed on by the path that the relay has for them', () => {
  const { result } = operationWith(ticketNames, { result: { hall: ticketList, ...ticketList } });
  const seen: unknown[] = [];
  readJson(result, '{"rows":[{"no":7},{"no":8}]}', {
    tickets: ({ movementId }, at) => seen.push([movementId, at]),
  });
  assert.deepEqual(seen, [
    ['7', [0]],
    ['8', [1]],
  ]);
});

test('what is sent stands under the names of the WSDL, in its order and in what it has around it', () => {
  const { input } = operationWith(
    { fields: { orderId: 'what.order' } },
    { input: { mode: 'xs:string', what: { owner: 'xs:string', order: 'xs:long' } } },
  );
  const ordered = orderArguments({ orderId: '9' }, input);
  assert.deepEqual(toJsonForm(ordered, input), { what: { order: '9' } });
  assert.deepEqual(orderArguments({}, input), {});
  assert.throws(() => orderArguments({ order: '9' }, input), /S-360 knows no order$/);
});

test('words are told in the language of whoever hears them', () => {
  const result = { 'tickets[]': { movementId: 'xs:long', barcode: 'xs:string', ticketState: 'xs:string' } };
  const words = { words: { ticketState: { VALID: 'ACTIVE' } } };
  const operation = operationWith(words, { result });
  const { tickets } = readXml(
    operation.result,
    '<tickets><ticketState> ACTIVE </ticketState></tickets><tickets><ticketState>USED</ticketState></tickets>',
  );
  assert.deepEqual(tickets, [{ ticketState: 'VALID' }, { ticketState: 'USED' }]);
});

test('an operation may have another name, and two fields may have changed theirs', () => {
  const operation = operationWith(
    {
      operations: { getTickets: 'findTickets' },
      fields: { 'tickets.movementId': 'barcode', 'tickets.barcode': 'movementId' },
    },
    { called: 'findTickets', result: { 'tickets[]': { movementId: 'xs:string', barcode: 'xs:long' } } },
  );
  assert.equal(operation.name, 'findTickets');
  const { tickets } = readJson(operation.result, '{"tickets":[{"movementId":"A1","barcode":7}]}');
  assert.deepEqual(tickets, [{ barcode: 'A1', movementId: '7' }]);
});

test('each name that fits nothing is told', () => {
  const fields = { 'tickets.barcode': 'code.text', 'tickets.seat': 'row', orderId: 'rows' };
  assert.throws(
    () =>
      operationWith(
        { operations: { printTickets: 'print', getTicket: 'getTickets' }, fields, words: { seat: {} } },
        { result: ticketList },
      ),
    {
      name: 'TypeError',
      message:
        'these of its names fit nothing: operations.printTickets, operations.getTicket, fields.tickets.barcode, fields.tickets.seat, fields.orderId, words.seat',
    },
  );
});

async function fileOf(t: TestContext, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'names-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'names.json');
  await writeFile(file, text);
  return file;
}

const bad: [what: string, text: string, words: RegExp][] = [
  ['a service that there is none of', '{"Catalogue": {"fields": {}}}', /is no list of names: .*Catalogue/],
  ['a part that there is none of', '{"CatalogService": {"field": {}}}', /CatalogService: .*"field"/],
  ['no path', '{"CatalogService": {"fields": {"topics..id": "x"}}}', /fields: topics\.\.id: /],
  ['a path to nowhere', '{"CatalogService": {"fields": {"topics.id": ""}}}', /topics\.id: no path such as/],
];
for (const [what, text, words] of bad) {
  test(`a file with ${what} is told by its name and the entry`, async (t) => {
    const file = await fileOf(t, text);
    assert.throws(
      () => readNames(file),
      (error: Error) => error.message.startsWith(file) && words.test(error.message),
    );
  });
}
