import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contract } from './contract.js';
import type { EndpointContract } from './endpoint-contract.js';
import { endpointsAt } from './endpoint-at.js';
import { type Endpoint, type EndpointName, endpoints } from './endpoints.js';

const all = Object.entries<EndpointContract>(contract) as [EndpointName, EndpointContract][];

describe('the contract', () => {
  it('says of each endpoint what browsers know of it, and who may call it', () => {
    for (const [name, { method, path, access }] of all) {
      const known: Endpoint = endpoints[name];
      const toCall = { method: known.method, path: known.path, access: known.access ?? 'public' };
      assert.deepEqual({ method, path, access }, toCall, name);
    }
  });

  it('has a schema for each parameter of a path, and for no other', () => {
    for (const [name, { path, params }] of all) {
      const inPath = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter);
      assert.deepEqual(Object.keys(params.shape), inPath, name);
    }
  });

  it('has a body only where the method sends one', () => {
    for (const [name, { method, body }] of all) assert.ok(!body || !['GET', 'DELETE'].includes(method), name);
  });
});

describe('an address', () => {
  it('belongs to the endpoints that answer there', () => {
    assert.deepEqual(endpointsAt('/v1/events/11'), ['getEvent']);
    assert.deepEqual(endpointsAt('/v1/cart/payment'), ['startPayment', 'getPaymentOutcome', 'leavePayment']);
    assert.deepEqual(endpointsAt('/v1/order/ticketsXpdf'), []);
    assert.deepEqual(endpointsAt('/v1/events/11/seats'), []);
  });
});
