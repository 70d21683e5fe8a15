import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClientAsync } from 'soap';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { dialectNames } from './dialect.js';
import { methods, otherwise } from './dialect-b.js';
import { readServices } from './services.js';
import type { ComplexType } from './wsdl.js';

const described = readServices();
const services = [...described.values()];

describe('the services', () => {
  it('are those that a public page names operations of', () => {
    assert.deepEqual([...described.keys()].sort(), [
      'AvailabilityService',
      'CatalogService',
      'ContactAuthenticationPublicService',
      'ContactInformationPublicService',
      'ContactSocialLoginService',
      'ExternalAccessControlService',
      'ExternalOrderFacade',
      'ExternalOrderHistoryService',
      'ExternalOrderService',
      'ExternalPaymentService',
      'ExternalSeatingService',
      'ProductionPublicService',
      'SetupService',
      'ShipmentPublicService',
      'ShipmentPublicService_v1_18',
    ]);
  });

  it('have the documented addresses', () => {
    const catalog = services.find(({ name }) => name === 'CatalogService');
    const path =
      '/tnseb/external-remoting/com.secutix.service.realtime.catalog.v1_33.CatalogService.webservice';
    assert.equal(catalog?.soapPath, path);
    assert.equal(catalog?.restPath, '/tnseb/backend-apis/catalogService/v1_33');
    assert.equal(catalog?.declaredNamespace, 'http://v1_33.CatalogService.service.secutix.com');
  });

  it('end their namespace with a slash everywhere but in the sales module', () => {
    for (const { soapPath, declaredNamespace } of services) {
      assert.equal(declaredNamespace.endsWith('/'), !soapPath.startsWith('/tnseb/'), declaredNamespace);
    }
  });
});

describe('a SOAP client of the trade', () => {
  let simulator: RunningSimulator;
  before(async () => {
    simulator = await start();
  });
  after(() => simulator.close());

  for (const [key, { name, operations }] of described) {
    it(`reads the WSDL of ${key} and finds each result under its type's name`, async () => {
      const client = await createClientAsync(`${simulator.url(key)}?wsdl`, { disableCache: true });
      const described = client.describe() as Record<
        string,
        Record<string, Record<string, { output: object }>>
      >;
      const methods = described[name]?.[`${name}Port`] ?? {};
      assert.deepEqual(Object.keys(methods), [...operations.keys()]);
      for (const operation of operations.values()) {
        assert.deepEqual(Object.keys(methods[operation.name]?.output ?? {}), [operation.result.name]);
      }
    });
  }

  it('is told the address that it came to', async () => {
    const text = await (await fetch(`${simulator.url('CatalogService')}?wsdl`)).text();
    assert.ok(text.includes(`location="${simulator.url('CatalogService')}"`));
  });
});

describe('every operation of every WSDL', () => {
  for (const dialect of dialectNames)
    it(`is simulated in dialect ${dialect}`, async () => {
      const simulator = await start({ dialect });
      for (const [key, { operations }] of readServices(dialect)) {
        for (const operation of operations.keys()) {
          const { statusCode } = await simulator.call(key, operation);
          assert.match(statusCode, /^(success|error\.sim\.invalidParameter)$/, `${key}.${operation}`);
        }
      }
      await simulator.close();
    });
});

describe('dialect b', () => {
  it('has otherwise only what is in a WSDL', () => {
    const names = new Set<string>();
    for (const { operations } of services)
      for (const { name, parameters, result } of operations.values()) {
        names.add(name);
        for (const type of [parameters, result]) addFields(type, names);
      }
    const said = Object.entries(otherwise).flatMap(([owner, fields]) =>
      Object.keys(fields).map((field) => `${owner}.${field}`),
    );
    for (const name of [...said, ...Object.keys(methods)]) assert.ok(names.has(name), name);
  });
});

/** The fields of a type and of those in it, as `type.field`. */
function addFields(type: ComplexType, names: Set<string>): void {
  for (const field of type.fields) {
    const name = `${type.name}.${field.name}`;
    if (names.has(name)) continue;
    names.add(name);
    if (typeof field.type !== 'string') addFields(field.type, names);
  }
}
