import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

async function rest(
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${simulator.base}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await simulator.token()}`,
      ...headers,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const seats = '/tnseb/backend-apis/availabilityService/v1_33/getSeatsAvailability';
const order = '/tnseb/backend-apis/externalOrderFacade/v1_33/createOrUpdateOrder';

describe('a SOAP request', () => {
  const wrong: [title: string, xml: string, says: RegExp][] = [
    [
      'with an unknown parameter',
      '<performance>1</performance>',
      /getSeatsAvailability\/performance: unknown element/,
    ],
    [
      'with text for an id',
      '<performanceId>gala</performanceId>',
      /performanceId: &quot;gala&quot; is not a long/,
    ],
    ['with an id beyond 64 bits', '<performanceId>9223372036854775808</performanceId>', /out of range/],
    [
      'with a single value twice',
      '<performanceId>1</performanceId><performanceId>2</performanceId>',
      /given twice/,
    ],
    ['with a qualified parameter', '<v1:performanceId>1</v1:performanceId>', /must be unqualified/],
    ['that is not well-formed', '<performanceId>1', /not well-formed XML/],
  ];
  for (const [title, xml, says] of wrong) {
    it(`${title} is answered with a client fault`, async () => {
      const { status, text } = await simulator.soap('AvailabilityService', 'getSeatsAvailability', xml);
      assert.equal(status, 500);
      assert.match(text, /<faultcode>S:Client<\/faultcode>/);
      assert.match(text, says);
    });
  }

  it('for a method that does not exist is answered with a client fault', async () => {
    const { text } = await simulator.soap('AvailabilityService', 'getSeats', '');
    assert.match(text, /AvailabilityService has no method/);
  });

  it('that is no envelope is answered with a client fault', async () => {
    const { text } = await simulator.soap('AvailabilityService', '', '<?xml version="1.0"?><html/>');
    assert.match(text, /not a SOAP 1\.1 envelope/);
  });

  it('may say nil for what it leaves out', async () => {
    const nil = '<advantageId xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>';
    const xml = `<pointOfSalesId>${IDS.pos}</pointOfSalesId><performanceId> ${IDS.gala} </performanceId>${nil}`;
    const { status, text } = await simulator.soap('AvailabilityService', 'getSeatsAvailability', xml);
    assert.equal(status, 200);
    assert.match(text, /<statusCode>success</);
  });

  it('echoes a requestId that nobody gave', async () => {
    const { text } = await simulator.soap(
      'ExternalOrderService',
      'getOrderDetails',
      '<requestId>1</requestId>',
    );
    assert.match(text, /<requestId>1<\/requestId><statusCode>error\.sim\.invalidParameter</);
  });
});

describe('a REST request', () => {
  it('may give ids as numbers or as text, and gets numbers', async () => {
    const body = (id: string) =>
      `{"pointOfSalesId":${IDS.pos},"performanceId":${id},"seatCategoryIds":["${IDS.balcony}"]}`;
    const asNumber = await rest(seats, body(IDS.gala));
    assert.deepEqual(await rest(seats, body(`"${IDS.gala}"`)), asNumber);
    assert.ok(
      asNumber.text.startsWith(
        '{"requestId":null,"statusCode":"success","statusDetail":null,"seatsAvailabilityData":{"seatAvailabilities":[' +
          '{"area":"Balcony","areaId":10229130000002,"availability":true,"block":null,"blockId":null,' +
          '"contingentId":10229160000001,"number":"1","row":"C","seatCategoryId":10229150000002,"seatId":10229400002001},',
      ),
      asNumber.text.slice(0, 400),
    );
  });

  const wrong: [title: string, path: string, body: string, status: number, says: RegExp][] = [
    [
      'with an unknown field',
      seats,
      '{"performance":1}',
      400,
      /getSeatsAvailability\.performance: unknown field/,
    ],
    ['with text for an id', seats, '{"performanceId":"gala"}', 400, /"gala" is not a long/],
    ['with half a number', seats, '{"performanceId":1.5}', 400, /no whole number/],
    ['with an object for an id', seats, '{"performanceId":{}}', 400, /must be a plain value/],
    ['with one value for a list', seats, '{"areaIds":1}', 400, /areaIds: must be an array/],
    ['with a list for an object', order, '{"origin":[]}', 400, /origin/],
    ['with text for a boolean', order, '{"origin":{"toCreateToken":"yes"}}', 400, /must be a boolean/],
    ['with a list for a body', seats, '[]', 400, /must be an object/],
    ['that is not JSON', seats, '{', 400, /not JSON/],
    ['for an unknown method', seats.replace('Seats', 'Chairs'), '{}', 404, /no method/],
  ];
  for (const [title, path, body, status, says] of wrong) {
    it(`${title} is answered with ${status} and plain words`, async () => {
      const answer = await rest(path, body);
      assert.equal(answer.status, status, answer.text);
      assert.match(answer.text, says);
    });
  }

  it('must be JSON by its content type', async () => {
    assert.equal((await rest(seats, '{}', { 'Content-Type': 'text/plain' })).status, 415);
  });

  it('is POST only', async () => {
    assert.equal((await fetch(`${simulator.base}${seats}`)).status, 404);
  });

  it('that is too large is refused', async () => {
    const { status } = await rest(seats, JSON.stringify({ performanceId: '1'.repeat(3_000_000) }));
    assert.equal(status, 413);
  });
});

describe('a long answer', () => {
  it('is compressed when the client accepts it', async () => {
    const response = await fetch(`${simulator.url('CatalogService')}?wsdl`, {
      headers: { 'Accept-Encoding': 'identity' },
    });
    assert.equal(response.headers.get('content-encoding'), null);
    const compressed = await fetch(`${simulator.url('CatalogService')}?wsdl`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    assert.equal(compressed.headers.get('content-encoding'), 'gzip');
    assert.equal(await compressed.text(), await response.text());
  });
});
