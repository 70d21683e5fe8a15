import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { isXmlText } from '@s360-widgets/contract';
import {
  readServices as readModels,
  RestTransport,
  SoapTransport,
  serviceNames,
  createSystemClock,
  type Transport,
  WireHttp,
  type WireObject,
  wsdlFolder,
} from '@s360-widgets/relay/wire';
import {
  type ComplexType,
  type Field,
  type Operation,
  readEnvelope,
  readJson,
  readParameters,
  readServices,
} from '@s360-widgets/simulator/wire';
import fc from 'fast-check';

/** Pieces of XML and JSON, put together at random: whatever ends or begins something is among them. */
const marks =
  '<![CDATA[ ]]> <!-- --> <?xml?> <!DOCTYPE </firstName> <title> /> & ; &amp; &lt; &#60; &#x0; " \' { } [ ] \\ \\u0000 $& %00';
const spaces = ['\t', '\n', '\r\n', '\r', ' ', '\u00a0', '\u0085', '\u2028', '\ufeff', '\u202e', '\u007f'];
const piece = fc.constantFrom(...marks.split(' '), ...spaces, 'é', 'e\u0301', '🎭');
/** With these names and addresses a visitor once became another customer. */
const seen = fc.constantFrom(
  '<![CDATA[Eve]]></firstName><title>HACKED</title><!--]]>',
  '<![CDATA[--><lastName><![CDATA[Mal]]>',
  '<![CDATA[]]></street1></address><contactNumber>9001<!--]]>',
  '<![CDATA[--></contactNumber><address><!--]]>',
  '<![CDATA[--><countryCode>CH</countryCode><town><![CDATA[b]]>',
);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }).filter(isXmlText) },
  { weight: 1, arbitrary: fc.tuple(piece, seen).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: seen },
);

/** Counts the texts that were sent, so that a run that tried few is seen. */
let texts = 0;
const counted = anyText.map((text) => {
  texts++;
  return text;
});

const scalars: Record<string, fc.Arbitrary<unknown>> = {
  string: counted,
  long: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  int: fc.nat(),
  boolean: fc.boolean(),
  dateTime: fc.constant('2026-12-05T19:00:00.000Z'),
};

/** What may be asked of an operation: `sent` by the relay, and how the simulator should have `read` it. */
interface Said {
  readonly sent: WireObject;
  readonly read: Record<string, unknown>;
}

/** Every field filled in; types that hold themselves end after some levels. */
function anyObject(type: ComplexType, depth = 4): fc.Arbitrary<Said> {
  if (type.isMap) return fc.dictionary(counted, counted, { maxKeys: 3, noNullPrototype: true }).map(toMap);
  const fields = type.fields.filter((field) => depth > 0 || typeof field.type === 'string');
  const values = Object.fromEntries(fields.map((field) => [field.name, anyField(field, depth - 1)]));
  return fc.record(values).map((record) => ({ sent: pick(record, 'sent'), read: pick(record, 'read') }));
}

function anyField({ type, list }: Field, depth: number): fc.Arbitrary<{ sent: unknown; read: unknown }> {
  const scalar = typeof type === 'string' ? scalars[type] : undefined;
  const value =
    typeof type === 'string'
      ? (scalar ?? fc.constant('')).map((sent) => ({ sent, read: sent }))
      : anyObject(type, depth);
  if (!list) return value;
  return fc
    .array(value, { minLength: 1, maxLength: 3 })
    .map((items) => ({ sent: items.map(({ sent }) => sent), read: items.map(({ read }) => read) }));
}

const pick = (record: Record<string, { sent: unknown; read: unknown }>, side: 'sent' | 'read') =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value[side]])) as WireObject;

const toMap = (entries: Record<string, string>): Said => ({
  sent: { entry: Object.entries(entries).map(([key, value]) => ({ key, value })) },
  read: entries,
});

/** Credentials that would end their element, if they could. */
const operator = '<![CDATA[DEMO]]>';
const secret = '<![CDATA[]]></wsse:Password><wsse:Username>root<!--]]>';

/** What the simulator's own parsers make of each request that arrives. */
let read: unknown;
let credentials: unknown;
let current: Operation;
const server = createServer((request, response) => {
  void textOf(request)
    .then((body) => {
      if (request.headers['content-type'] === 'application/json')
        return (read = readJson(current.parameters, JSON.parse(body)));
      const { wrapper, username, password } = readEnvelope(body);
      credentials = { username, password };
      return (read = readParameters(current.parameters, wrapper));
    })
    .catch((error: unknown) => (read = error))
    .then(() => response.writeHead(500).end());
});
const services = readServices();
const unsendable = Object.entries({ 'a control character': 'a\0b', 'half a character': '\ud83c' });

async function transports(): Promise<Record<string, Transport>> {
  const { port } = server.address() as AddressInfo;
  const { models } = await readModels({ folder: wsdlFolder, operator, password: secret }, serviceNames);
  const http = new WireHttp(createSystemClock());
  const baseUrl = `http://127.0.0.1:${port}`;
  const settings = { baseUrl, versions: {}, institution: 'DEMO', partner: 'p', timeUnit: 'seconds' as const };
  return {
    SOAP: new SoapTransport(settings, models, http),
    REST: new RestTransport({ ...settings, operator, secret: 'any' }, models, http),
  };
}

describe('whatever is sent to S-360', () => {
  let by: Record<string, Transport>;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    by = await transports();
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const transport of ['SOAP', 'REST']) {
    it(`is read there as just what was meant, in every field of every operation, over ${transport}`, async () => {
      texts = 0;
      for (const service of serviceNames) {
        for (const operation of services.get(service)?.operations.values() ?? []) {
          current = operation;
          const property = fc.asyncProperty(anyObject(operation.parameters), async (said) => {
            read = undefined;
            const request = { service, operation: operation.name, args: said.sent, timeoutMs: 10_000 };
            await by[transport]?.send(request).catch(() => undefined);
            assert.deepEqual(read, said.read, `${service}.${operation.name}`);
          });
          await fc.assert(property, { numRuns: 60 });
        }
      }
      assert.ok(texts > 5_000, `only ${texts} texts were tried`);
    });
  }

  it('is sent with the name and password of the operator, whatever is in them', () => {
    assert.deepEqual(credentials, { username: operator, password: secret });
  });

  for (const [what, text] of unsendable) {
    it(`is not sent at all where a text has ${what}: S-360 could never hand it out as XML`, async () => {
      read = undefined;
      for (const transport of ['SOAP', 'REST']) {
        const args = { contactNumber: text };
        const service = 'ContactInformationPublicService';
        await assert.rejects(
          async () => by[transport]?.send({ service, operation: 'getContactData', args, timeoutMs: 10_000 }),
          TypeError,
        );
      }
      assert.equal(read, undefined);
    });
  }
});
