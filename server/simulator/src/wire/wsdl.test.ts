import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClientAsync } from 'soap';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { readServices } from './services.js';

const services = [...readServices().values()];

describe('the services', () => {
  it('are the ten of the purchase', () => {
    assert.deepEqual(services.map(({ name }) => name).sort(), [
      'AvailabilityService',
      'CatalogService',
      'ContactAuthenticationPublicService',
      'ContactInformationPublicService',
      'ExternalOrderFacade',
      'ExternalOrderHistoryService',
      'ExternalOrderService',
      'ExternalPaymentService',
      'ProductionPublicService',
      'ShipmentPublicService',
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

  it('end their namespace with a slash in the contact and shipment modules only', () => {
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

  for (const { name, operations } of services) {
    it(`reads the WSDL of ${name} and finds each result under its type's name`, async () => {
      const client = await createClientAsync(`${simulator.url(name)}?wsdl`, { disableCache: true });
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
  it('is simulated', async () => {
    const simulator = await start();
    for (const { name, operations } of services) {
      for (const operation of operations.keys()) {
        const { statusCode } = await simulator.call(name, operation);
        assert.match(statusCode, /^(success|error\.sim\.invalidParameter)$/, `${name}.${operation}`);
      }
    }
    await simulator.close();
  });
});
