/** Bugs of ours, met on the way of an answer: an operator must see them, and nobody look for them at S-360. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import * as z from 'zod';
import { endpoint } from '../http/index.js';
import { tryEndpoints } from '../http/trial.js';
import { reading } from './answer.js';
import { answerWith } from './fixtures.js';
import { operations } from './operations.js';

/** A catalog with one product that is as odd as no mapping of ours foresaw. */
const bodies = {
  soap:
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><r><R><statusCode>success</statusCode>' +
    '<catalogData><seasons><products><id>1</id></products></seasons></catalogData></R></r></e:Body></e:Envelope>',
  rest: '{"statusCode":"success","catalogData":{"seasons":[{"products":[{"id":1}]}]}}',
};
const transports = ['soap', 'rest'] as const;

async function office(t: TestContext, transport: (typeof transports)[number]) {
  const sent: string[] = [];
  const { s360 } = await answerWith(t, transport, { status: 200, body: bodies[transport] }, sent);
  return { s360, sent };
}

/** A mapping that takes a product to have a name. */
const toName = (product: { name?: string }): string => (product.name as string).trim();

/** The operation as if its answer were mapped so: it throws a TypeError on this catalog. */
const mapped = {
  ...operations.getCatalogDetailed,
  answer: reading(() =>
    z.object({
      catalogData: z.object({
        seasons: z.array(
          z.object({ products: z.array(z.object({ name: z.string().optional() }).transform(toName)) }),
        ),
      }),
    }),
  ),
};

for (const transport of transports) {
  test(`a mapping that throws on an odd answer over ${transport} is our mistake, and S-360 is asked once`, async (t) => {
    const { s360, sent } = await office(t, transport);
    await assert.rejects(s360.call(mapped, {}), TypeError);
    assert.equal(sent.length, 1);
  });

  test(`so is one that is handed the items of an answer over ${transport}, whatever it throws`, async (t) => {
    for (const mistake of [new TypeError('no name'), new RangeError('no price'), new Error('no idea')]) {
      const { s360, sent } = await office(t, transport);
      const onProduct = () => {
        throw mistake;
      };
      const stream = s360.stream(operations.getCatalogDetailed, {}, onProduct);
      await assert.rejects(stream, (error) => error === mistake);
      assert.equal(sent.length, 1);
    }
  });

  test(`the visitor is told 500 internal, and the log the cause, over ${transport}`, async (t) => {
    const { s360 } = await office(t, transport);
    const logged: { err?: unknown }[] = [];
    const say = () => undefined;
    const log = { debug: say, info: say, warn: say, error: (facts: object) => void logged.push(facts) };
    const getEvent = endpoint('getEvent', async () => {
      await s360.call(mapped, {});
      throw new ProblemError('not-found');
    });
    const { ask, close } = await tryEndpoints([getEvent], undefined, { ...log, child: () => log });
    const { status, reply } = await ask('GET', '/v1/events/1?lang=en');
    await close();
    assert.equal(status, 500);
    assert.equal((reply as { code: string }).code, 'internal');
    assert.ok(logged.some(({ err }) => err instanceof TypeError && /trim/.test(err.message)));
  });
}
