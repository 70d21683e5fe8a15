import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { missingFrom } from './missing.js';
import { serviceNames, soapPath } from './services.js';
import { readServices, wsdlFolder } from './wsdl.js';

const command = fileURLToPath(new URL('wsdl.command.js', import.meta.url));

interface Page {
  readonly body: string | Buffer;
  readonly contentType?: string;
}
/** What a server has, by path and query. */
type Pages = Map<string, Page>;

/** All services as the simulator has them, their text changed by the test. */
async function pagesOf(change: (wsdl: string, url: string, pages: Pages) => string): Promise<Pages> {
  const pages: Pages = new Map();
  for (const service of serviceNames) {
    const url = `${soapPath(service)}?wsdl`;
    const wsdl = await readFile(join(wsdlFolder, `${service}.wsdl`), 'utf8');
    pages.set(url, { body: change(wsdl, url, pages) });
  }
  return pages;
}

/** As JAX-WS publishes a service: the schema in a file of its own, which is imported. */
function split(wsdl: string, url: string, pages: Pages, locationOf: (path: string) => string): string {
  const [schema = ''] = /<xs:schema[\s\S]*<\/xs:schema>/.exec(wsdl) ?? [];
  const target = /targetNamespace="([^"]+)"/.exec(schema)?.[1] ?? '';
  const path = url.replace('?wsdl', '?xsd=1');
  const scope = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${target}" `;
  // Its types in a second file, which the first includes by a relative address and with a query of two members.
  const [, types = ''] =
    /((?:<xs:complexType name="[\s\S]*?<\/xs:complexType>\s*)+)<\/xs:schema>$/.exec(schema) ?? [];
  const include = '<xs:include schemaLocation="?xsd=2&amp;types=all"/>';
  const first = schema.replace(types, '').replace(/<xs:schema ([^>]*)>/, `${scope}$1>${include}`);
  pages.set(path, { body: first });
  const second = `${scope}targetNamespace="${target}"><xs:include schemaLocation='?xsd=1'/>${types}</xs:schema>`;
  pages.set(url.replace('?wsdl', '?xsd=2&types=all'), { body: second });
  const imported = `<!-- <xs:import schemaLocation="nowhere.xsd"/> --><xs:import namespace="${target}" schemaLocation="${locationOf(path)}"/>`;
  return wsdl.replace(schema, `<xs:schema>${imported}</xs:schema>`);
}

/** Runs the command against a server with these pages, and a folder that holds one file. */
async function run(t: TestContext, pages: Pages) {
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page ? 200 : 404, { 'content-type': page?.contentType ?? 'text/xml' });
    response.end(page?.body ?? 'nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const parent = await mkdtemp(join(tmpdir(), 'fetched-'));
  t.after(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'wsdl');
  await cp(wsdlFolder, folder, { recursive: true });
  await writeFile(join(folder, 'CatalogService.wsdl'), 'as it was');
  await writeFile(join(folder, 'CatalogService.9.xsd'), 'of the version before');
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, S360_WSDL_DIR: folder };
  return new Promise<{ code: number; err: string; folder: string; parent: string }>((resolve) => {
    execFile(process.execPath, [command, `http://127.0.0.1:${port}/`], { env }, (error, _out, err) => {
      resolve({ code: Number(error?.code ?? 0), err, folder, parent });
    });
  });
}

async function modelsIn(folder: string) {
  return readServices({ folder, operator: 'DEMO', password: 'p' }, serviceNames);
}

const publications: Record<string, (wsdl: string, url: string, pages: Pages) => string> = {
  'as one file each': (wsdl) => wsdl,
  'with a schema at a relative address': (wsdl, url, pages) => split(wsdl, url, pages, () => '?xsd=1'),
  'with a schema at an address of a host that only they can reach': (wsdl, url, pages) =>
    split(wsdl, url, pages, (path) => `http://127.0.0.1:9${path}`),
};
for (const [how, change] of Object.entries(publications)) {
  test(`services published ${how} are fetched, and what was written loads and says the same`, async (t) => {
    const { code, err, folder, parent } = await run(t, await pagesOf(change));
    assert.equal(err, '');
    assert.equal(code, 0);
    const { models, unreadable } = await modelsIn(folder);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(missingFrom(models), []);
    const { models: own } = await modelsIn(wsdlFolder);
    for (const service of serviceNames) {
      for (const [operation, { input, result }] of own.get(service)?.operations ?? []) {
        const fetched = models.get(service)?.operations.get(operation);
        assert.deepEqual({ input: fetched?.input, result: fetched?.result }, { input, result }, operation);
      }
    }
    const args = { orderId: '7', movementIds: ['1', '2'] };
    const xmlOf = (from: typeof own) =>
      from.get('ExternalOrderService')?.envelope('abandonMovements', args).xml;
    assert.match(
      xmlOf(models) ?? '',
      /<orderId>7<\/orderId><movementIds>1<\/movementIds><movementIds>2<\/movementIds>/,
    );
    const files = (await readdir(folder)).filter((file) => file.startsWith('CatalogService'));
    const schemas = how === 'as one file each' ? [] : ['CatalogService.1.xsd', 'CatalogService.2.xsd'];
    assert.deepEqual(files.sort(), [...schemas, 'CatalogService.wsdl'], 'and nothing of before is left');
    assert.deepEqual(await readdir(parent), ['wsdl']);
  });
}

test('a WSDL in another encoding is written as UTF-8, and says so', async (t) => {
  const pages = await pagesOf((wsdl) => wsdl);
  const url = `${soapPath('CatalogService')}?wsdl`;
  const text = String(pages.get(url)?.body)
    .replace('Our own', 'Représentation: our own')
    .replace('UTF-8', 'ISO-8859-1');
  pages.set(url, { body: Buffer.from(text, 'latin1') });
  const { code, folder } = await run(t, pages);
  assert.equal(code, 0);
  const written = await readFile(join(folder, 'CatalogService.wsdl'), 'utf8');
  assert.match(written, /^<\?xml version="1.0" encoding="UTF-8"\?>/);
  assert.match(written, /Représentation/);
});

const faults: Record<string, { change: (pages: Pages) => void; words: RegExp }> = {
  'can not be found': {
    change: (pages) => void pages.delete(`${soapPath('ProductionPublicService')}?wsdl`),
    words: /ProductionPublicService\.wsdl: HTTP 404 \(http.+\?wsdl\)/,
  },
  'is a page for people': {
    change: (pages) => void pages.set(`${soapPath('CatalogService')}?wsdl`, { body: '<html>Sorry</html>' }),
    words: /CatalogService\.wsdl: no WSDL and no schema/,
  },
  'was cut off': {
    change: (pages) => {
      const url = `${soapPath('CatalogService')}?wsdl`;
      pages.set(url, { body: String(pages.get(url)?.body).slice(0, 5_000) });
    },
    words: /CatalogService\.wsdl can't be read: /,
  },
};
for (const [what, { change, words }] of Object.entries(faults)) {
  test(`where one of them ${what}, nothing is written and it is said why`, async (t) => {
    const pages = await pagesOf((wsdl) => wsdl);
    change(pages);
    const { code, err, folder, parent } = await run(t, pages);
    assert.equal(code, 1);
    assert.match(err, words);
    assert.match(err, /Nothing was written\.\n$/);
    assert.equal(await readFile(join(folder, 'CatalogService.wsdl'), 'utf8'), 'as it was');
    assert.deepEqual(await readdir(parent), ['wsdl']);
  });
}

test('what the relay will miss in them is told, and they are written all the same', async (t) => {
  const pages = await pagesOf((wsdl) => wsdl.replaceAll('"notifyOrder"', '"tellOrder"'));
  const { code, err } = await run(t, pages);
  assert.equal(code, 0);
  assert.match(err, /will not become ready:\n {2}ExternalOrderService has no operation notifyOrder/);
});
