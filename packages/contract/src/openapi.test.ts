import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contract } from './contract.js';
import { type EndpointContract, problemsOf } from './endpoint-contract.js';
import type { Access, EndpointName } from './endpoints.js';
import { openApi } from './openapi.js';
import { problemStatus } from './problem-status.js';

const description = openApi();
const endpoints = Object.entries<EndpointContract>(contract) as [EndpointName, EndpointContract][];

const operationOf = (name: EndpointName) => {
  const { path, method } = contract[name];
  const operation = description.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  assert.ok(operation, name);
  return operation;
};

describe('the description of the API', () => {
  it('has every endpoint of the contract and no other', () => {
    const described = Object.values(description.paths).flatMap((methods) => Object.values(methods));
    const names = described.map(({ operationId }) => operationId);
    assert.deepEqual(names.sort(), Object.keys(contract).sort());
    for (const [name] of endpoints) assert.equal(operationOf(name).operationId, name);
  });

  it('has each parameter, and says which can be left out', () => {
    const parametersOf = (name: EndpointName) =>
      (operationOf(name).parameters as { in: string; name: string; required: boolean }[]).map(
        (parameter) => `${parameter.in} ${parameter.name}${parameter.required ? '' : '?'}`,
      );
    const limit = 'header Request-Timeout?';
    assert.deepEqual(parametersOf('changeTicket'), ['path ticketId', 'query lang', limit]);
    assert.deepEqual(parametersOf('getSeatStates'), ['path performanceId', 'query since?']);
    assert.deepEqual(parametersOf('addToCart'), ['query lang', 'header Idempotency-Key?', limit]);
  });

  it('has a body exactly where the contract has one', () => {
    for (const [name, { body }] of endpoints) assert.equal(!!operationOf(name).requestBody, !!body, name);
  });

  it('asks for a token, a proof or nothing as the contract does', () => {
    assert.deepEqual(description.components.securitySchemes.cart, {
      type: 'http',
      scheme: 'bearer',
      description: 'The token that `openCart` answers with',
    });
    const wanted: Partial<Record<Access, object[]>> = {
      public: [],
      visitor: [{}, { session: [], proof: [] }],
      cart: [{ cart: [] }],
      session: [{ session: [], proof: [] }],
      key: [{ proof: [] }],
    };
    for (const [name, { access }] of endpoints)
      assert.deepEqual(operationOf(name).security, wanted[access], name);
    const schemes = endpoints.flatMap(([name]) => operationOf(name).security.flatMap(Object.keys));
    for (const scheme of schemes) assert.ok(description.components.securitySchemes[scheme], scheme);
  });

  it('names every code that an endpoint can answer with under its status', () => {
    for (const [name, endpoint] of endpoints) {
      const { responses } = operationOf(name);
      for (const code of problemsOf(endpoint)) {
        const { description: codes = '' } = responses[problemStatus[code]] ?? {};
        assert.ok(codes.split(', ').includes(code), `${name} ${code}`);
      }
    }
  });

  it('refers to nothing that it does not have', () => {
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    assert.ok(references.length > 100, `${references.length}`);
    for (const [, name = ''] of references) assert.ok(description.components.schemas[name], name);
    assert.doesNotMatch(JSON.stringify(description), /"\$id"|"\$schema"|\$defs/);
  });

  it('says of a noun in one place what it is', () => {
    const { Cart, Ticket } = description.components.schemas;
    assert.deepEqual(Cart?.properties?.total, { $ref: '#/components/schemas/Money' });
    assert.deepEqual(Ticket?.properties?.price, { $ref: '#/components/schemas/Money' });
  });
});
