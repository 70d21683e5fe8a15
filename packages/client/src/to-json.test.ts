import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { toJson } from './to-json.js';

const body = {
  items: [{ kind: 'seats', performanceId: '12', seats: [{ seatId: '9018', tariffId: '31' }] }],
  contact: { firstName: 'Elena', company: null },
  totalMinor: 16800,
  termsAccepted: true,
  shipment: undefined,
};
const meant = JSON.stringify(body);

const prototypes = [Array.prototype, Object.prototype, String.prototype, Number.prototype, Boolean.prototype];

/** As Prototype.js 1.6 does. */
function putOn(prototype: object, name: string, value: unknown): void {
  Object.defineProperty(prototype, name, { value, configurable: true, enumerable: true, writable: true });
}

describe('a request’s JSON', () => {
  afterEach(() => {
    for (const prototype of prototypes)
      for (const name of ['toJSON', 'each']) Reflect.deleteProperty(prototype, name);
  });

  it('is what JSON.stringify makes of it on a plain page', () => {
    assert.equal(toJson(body), meant);
    for (const value of ['text', 7, null, [], {}, [[1], { a: [] }]])
      assert.equal(toJson(value), JSON.stringify(value));
  });

  for (const prototype of prototypes) {
    const { name } = prototype.constructor;

    it(`is the same when the page gives ${name} a toJSON`, () => {
      putOn(prototype, 'toJSON', function toJSON(this: unknown) {
        return String(this);
      });
      assert.equal(toJson(body), meant);
    });

    it(`is the same when the page adds to what ${name} can do`, () => {
      putOn(prototype, 'each', () => {});
      assert.equal(toJson(body), meant);
    });
  }

  it('leaves what it is given as it was', () => {
    toJson(body);
    assert.deepEqual(Object.keys(body.items), ['0']);
  });
});
