import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { soapPath, type ServiceName } from './services.js';
import { wsdlFolder } from './wsdl.js';

const command = fileURLToPath(new URL('check.command.js', import.meta.url));

function check(...words: string[]) {
  return new Promise<{ code: number; said: string; complained: string }>((resolve) => {
    execFile(process.execPath, [command, ...words], (error, said, complained) =>
      resolve({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}

/** What differs, with its service. */
function differencesIn(said: string): string[] {
  const differences: string[] = [];
  let service = '';
  for (const line of said.slice(0, said.indexOf('Guesses of ours')).split('\n')) {
    if (line.startsWith('  ')) differences.push(`${service}: ${line.trim()}`);
    else service = line.split(':')[0] ?? '';
  }
  return differences;
}

/** A difference that is planted into a service’s WSDL, and how it is told. */
interface Planted {
  readonly service: ServiceName;
  readonly change: (wsdl: string) => string;
  readonly found: string;
}

const line = (name: string) => new RegExp(`.*<xs:element name="${name}".*\n`, 'g');
const without = (name: string) => (wsdl: string) => wsdl.replace(line(name), '');
const renamed = (name: string, other: string) => (wsdl: string) => wsdl.replaceAll(`"${name}"`, `"${other}"`);
const changed = (name: string, from: string, to: string) => (wsdl: string) =>
  wsdl.replace(line(name), (element) => element.replace(from, to));
const allOf = (name: string, other: string) => (wsdl: string) => wsdl.replaceAll(name, other);

const planted: readonly Planted[] = [
  {
    service: 'ExternalOrderService',
    change: allOf('reopenOrder', 'bringBackToLife'),
    found: 'has no operation reopenOrder',
  },
  {
    service: 'ExternalOrderService',
    change: allOf('notifyOrder', 'notifyTheOrder'),
    found: 'has no operation notifyOrder, but notifyTheOrder',
  },
  {
    service: 'ExternalPaymentService',
    change: without('paymentIds'),
    found: 'cancelPayment takes no argument paymentIds',
  },
  {
    service: 'ExternalOrderFacade',
    change: renamed('physicalSeatIds', 'seatIds'),
    found:
      'createOrUpdateOrder takes no argument singleEntryAttributionOperations.operationAttributions.physicalSeatIds, but seatIds (a GUESS of ours)',
  },
  {
    service: 'ShipmentPublicService',
    change: without('contactAddressRequired'),
    found: 'getAvailableShipmentModes gives no shipmentModes.contactAddressRequired',
  },
  {
    service: 'ExternalOrderService',
    change: renamed('expirationDate', 'expiryDate'),
    found: 'getOrderDetails gives no orderDetailsData.expirationDate, but expiryDate',
  },
  {
    service: 'CatalogService',
    change: changed('guestLoginAvailable', 'xs:boolean', 'xs:string'),
    found: 'getPOSConfig gives posConfigData.guestLoginAvailable as text, not as boolean',
  },
  {
    service: 'ProductionPublicService',
    change: changed('documents', 'maxOccurs="unbounded"', ''),
    found: 'printTickets gives documents as object, not as object[] (a GUESS of ours)',
  },
  {
    service: 'ExternalOrderFacade',
    change: changed('epcTransactionData', 'tns:EpcTransactionData', 'xs:long'),
    found:
      'createPaymentsAndCloseOrder gives epcTransactionData as exact value, not as object (deduced by us)',
  },
  {
    service: 'AvailabilityService',
    change: changed('lastUpdate', 'minOccurs="0"', 'minOccurs="0" maxOccurs="unbounded"'),
    found: 'getUpdatedAvailabilities gives availabilityUpdateData.lastUpdate as exact value[], not as text',
  },
];

/** The project's WSDLs with differences planted into them. */
async function folderWith(t: TestContext, differences: readonly Planted[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'check-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(wsdlFolder, folder, { recursive: true });
  for (const { service, change } of differences) {
    const file = join(folder, `${service}.wsdl`);
    const before = await readFile(file, 'utf8');
    const after = change(before);
    assert.notEqual(after, before);
    await writeFile(file, after);
  }
  return folder;
}

test('in the project’s own WSDLs nothing differs, and each guess is as it was guessed', async () => {
  const { code, said, complained } = await check(wsdlFolder);
  assert.equal(complained, '');
  assert.deepEqual(differencesIn(said), []);
  assert.match(said, /^CatalogService: nothing that the relay relies on differs$/m);
  assert.match(said, /^ {2}createOrUpdateOrder takes .*physicalSeatIds$/m);
  assert.equal(code, 0);
});

test('of ten planted differences exactly those ten are told, each in its service', async (t) => {
  const { code, said } = await check(await folderWith(t, planted));
  const wanted = planted.map(({ service, found }) => `${service}: ${found}`);
  assert.deepEqual(differencesIn(said).sort(), wanted.sort());
  assert.equal(wanted.length, 10);
  assert.doesNotMatch(
    said,
    /^ {2}createOrUpdateOrder takes .*physicalSeatIds$/m,
    'that guess is not settled',
  );
  assert.equal(code, 1);
});

test('a field under another name that is read in its place is no difference', async (t) => {
  const service = 'ExternalOrderService';
  const found = 'getOrderDetails gives no orderDetailsData.movementDatas.seatId';
  const known = { service, change: renamed('seatId', 'physicalSeatId'), found } as const;
  const { code, said } = await check(await folderWith(t, [known]));
  assert.deepEqual(differencesIn(said), []);
  assert.equal(code, 0);
  const unknown = { service, change: renamed('seatId', 'chairNumber'), found } as const;
  const other = await check(await folderWith(t, [unknown]));
  assert.deepEqual(differencesIn(other.said), [`${service}: ${found}`]);
});

test('a service whose WSDL is not there is told, and the others are compared all the same', async (t) => {
  const folder = await folderWith(t, planted.slice(0, 1));
  await rm(join(folder, 'CatalogService.wsdl'));
  const { code, said, complained } = await check(folder);
  assert.match(complained, /CatalogService\.wsdl can't be read: there is no such file/);
  assert.doesNotMatch(said, /^CatalogService/m);
  assert.deepEqual(differencesIn(said), ['ExternalOrderService: has no operation reopenOrder']);
  assert.equal(code, 1);
});

test('the WSDLs of an institution that runs are fetched and compared', async (t) => {
  const folder = await folderWith(t, planted.slice(1, 2));
  const server = createServer((request, response) => {
    const [, service] = /\.(\w+)\.webservice\?wsdl$/.exec(request.url ?? '') ?? [];
    const isMeant = request.url === `${soapPath(service as ServiceName)}?wsdl`;
    void readFile(join(folder, `${service}.wsdl`)).then((wsdl) =>
      response.writeHead(isMeant ? 200 : 404).end(isMeant ? wsdl : 'nothing here'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const { code, said, complained } = await check(`http://127.0.0.1:${port}/`);
  assert.equal(complained, '');
  assert.deepEqual(differencesIn(said), [
    'ExternalOrderService: has no operation notifyOrder, but notifyTheOrder',
  ]);
  assert.equal(code, 1);
  const elsewhere = await check(`http://127.0.0.1:${port}`, 'CatalogService=v1_99');
  assert.match(elsewhere.complained, /CatalogService\.wsdl: HTTP 404/);
  assert.equal(elsewhere.code, 1);
});

for (const words of [
  [],
  ['/nowhere/at/all'],
  [wsdlFolder, 'CatalogService=v1_34'],
  ['https://s360.test', 'X=v1'],
])
  test(`called as "${words.join(' ')}" it says how it is called`, async () => {
    const { code, said, complained } = await check(...words);
    assert.match(complained, /^usage: npm run s360:check/);
    assert.equal(said, '');
    assert.equal(code, 2);
  });
