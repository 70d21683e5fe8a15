import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { answerWith } from './fixtures.js';
import { operations } from './operations.js';
import { wsdlFolder } from './wsdl.js';

/** A copy of the WSDLs with some of them changed; undefined takes the file away. */
async function altered(
  t: TestContext,
  changes: Record<string, (wsdl: string) => string | undefined>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wsdl-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(wsdlFolder, folder, { recursive: true });
  for (const [service, change] of Object.entries(changes)) {
    const file = join(folder, `${service}.wsdl`);
    const text = change(await readFile(file, 'utf8'));
    await (text === undefined ? rm(file) : writeFile(file, text));
  }
  return folder;
}

const anOrder = operations.reopenOrder.args;
const renamed = (name: string) => (wsdl: string) => wsdl.replaceAll(`"${name}"`, `"${name}Anew"`);
const success = { status: 200, body: '{"statusCode":"success"}' };
const envelope =
  '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><r><R><statusCode>success</statusCode></R></r></e:Body></e:Envelope>';

async function clientOf(t: TestContext, transport: 'soap' | 'rest', folder: string) {
  const sent: string[] = [];
  const answer = transport === 'soap' ? { status: 200, body: envelope } : success;
  const { s360 } = await answerWith(t, transport, answer, sent, { wsdlFolder: folder });
  return { s360, sent, words: s360.missing.map(({ words }) => words) };
}

test('the WSDLs of the project have all that the relay relies on', async (t) => {
  const { words } = await clientOf(t, 'soap', wsdlFolder);
  assert.deepEqual(words, []);
});

for (const transport of ['soap', 'rest'] as const) {
  test(`all that WSDLs lack is listed at once, over ${transport}`, async (t) => {
    const folder = await altered(t, {
      ExternalOrderService: (wsdl) =>
        renamed('orderState')(wsdl.replaceAll(/name="notifyOrder"/g, 'name="tellOrder"')),
      ExternalOrderFacade: renamed('physicalSeatIds'),
      ProductionPublicService: renamed('documents'),
    });
    const { words } = await clientOf(t, transport, folder);
    assert.deepEqual(words, [
      'ExternalOrderFacade.createOrUpdateOrder takes no argument singleEntryAttributionOperations.operationAttributions.physicalSeatIds',
      'ExternalOrderService.getOrderDetails gives no orderDetailsData.orderState',
      'ExternalOrderService has no operation notifyOrder',
      'ProductionPublicService.printTickets gives no documents',
    ]);
  });

  test(`no sale is begun while anything is missing, and nothing of it is sent, over ${transport}`, async (t) => {
    const folder = await altered(t, { ExternalOrderService: renamed('notifyOrder') });
    const { s360, sent } = await clientOf(t, transport, folder);
    const down = { name: 'ProblemError', code: 'box-office-down', message: /has no operation notifyOrder/ };
    await assert.rejects(
      s360.call({ ...operations.createPaymentsAndCloseOrder, args: anOrder }, { orderId: '1' }),
      down,
    );
    await assert.rejects(
      s360.call({ ...operations.createOrUpdateOrder, args: anOrder }, { orderId: '1' }),
      down,
    );
    await assert.rejects(s360.call({ ...operations.notifyOrder, args: anOrder }, { orderId: '1' }), down);
    assert.equal(sent.length, 0);
    await s360.call(operations.reopenOrder, { orderId: '1' });
    assert.equal(sent.length, 1, 'what was begun before can still be ended');
  });
}

const bad: [what: string, change: (wsdl: string) => string | undefined, words: RegExp][] = [
  ['is not there', () => undefined, /CatalogService\.wsdl can't be read: there is no such file$/],
  ['is empty', () => '', /CatalogService\.wsdl can't be read: .+/],
  [
    'is a page for people',
    () => '<html><body><p>Sorry</p></body></html>',
    /CatalogService\.wsdl can't be read: .+/,
  ],
  ['is no XML', () => '\u0000\u0001PK', /CatalogService\.wsdl can't be read: .+/],
  ['was cut off', (wsdl) => wsdl.slice(0, wsdl.length / 2), /CatalogService\.wsdl can't be read: .+/],
  [
    'describes nothing',
    () => '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
    /CatalogService\.wsdl can't be read: it describes no operation$/,
  ],
  [
    'imports a schema of the net',
    (wsdl) =>
      wsdl.replace(
        /<xs:schema[^>]*>/,
        '$&<xs:import namespace="urn:a" schemaLocation="http://s360.test/a?xsd=1"/>',
      ),
    /can't be read: it imports http:\/\/s360\.test\/a\?xsd=1, which is not beside it$/,
  ],
  [
    'imports a file that is not there',
    (wsdl) => wsdl.replace(/<xs:schema[^>]*>/, '$&<xs:import namespace="urn:a" schemaLocation="a.xsd"/>'),
    /can't be read: it imports .+a\.xsd, which is not there$/,
  ],
];
for (const [what, change, words] of bad) {
  test(`a WSDL that ${what} is told by its name, and the others are read`, async (t) => {
    const folder = await altered(t, { CatalogService: change, ExternalOrderService: renamed('reopenOrder') });
    const client = await clientOf(t, 'soap', folder);
    assert.equal(client.words.length, 2, client.words.join('\n'));
    assert.match(client.words[0] ?? '', words);
    assert.equal(client.words[1], 'ExternalOrderService has no operation reopenOrder');
    await assert.rejects(client.s360.call(operations.getPOSConfig, {}), { code: 'box-office-down' });
  });
}

test('a folder that is not there is told once for each service', async (t) => {
  const { words } = await clientOf(t, 'soap', '/nowhere/at/all');
  assert.equal(words.length, 9);
  assert.match(
    words[0] ?? '',
    /^\/nowhere\/at\/all\/AvailabilityService\.wsdl can't be read: there is no such file$/,
  );
});

test('an operation or an argument that nobody looked for in the WSDLs is a mistake of ours', async (t) => {
  const { s360 } = await clientOf(t, 'soap', wsdlFolder);
  await assert.rejects(s360.call({ ...operations.getPOSConfig, name: 'getEverything' }, {}), TypeError);
  const args = { orderId: '1', payments: [{ paymentIdentifier: 'i1', cardAlias: 'x' }] };
  await assert.rejects(s360.call(operations.checkPayment, args), TypeError);
});
