import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

interface Catalog {
  catalogData: {
    seasons: { products: { code: string; event: { performances: { code: string }[] } | null }[] }[];
  };
}

async function codes(args: object): Promise<string[]> {
  const { catalogData } = await simulator.call<Catalog>('CatalogService', 'getCatalogDetailed', args);
  return catalogData.seasons.flatMap((season) => season.products.map((product) => product.code));
}

/** Codes of all products of the season. */
const everything = ['OPERA', 'CONCERT', 'MUSEUM', 'BAG', 'SEASON', 'OUTING'];

describe('the catalog over SOAP', () => {
  it('comes as repeated unqualified elements in alphabetical order, escaped', async () => {
    const { status, text } = await simulator.soap(
      'CatalogService',
      'getCatalogDetailed',
      '<productCode>MUSEUM</productCode>',
    );
    assert.equal(status, 200);
    const product = /<products>.*<\/products>/.exec(text)?.[0];
    assert.equal(
      product,
      flat(`<products>
        <alertRatio>10</alertRatio>
        <code>MUSEUM</code>
        <description>
          <translations><locale>en</locale><value>&lt;p&gt;Fine &amp; rare&lt;/p&gt;</value></translations>
          <translations><locale>fr</locale><value>&lt;p&gt;Fine &amp; rare&lt;/p&gt;</value></translations>
        </description>
        <externalName>
          <translations><locale>en</locale><value>MUSEUM</value></translations>
          <translations><locale>fr</locale><value>MUSEUM</value></translations>
        </externalName>
        <id>10229200000003</id>
        <largeImageUrl>http://localhost/large.svg</largeImageUrl>
        <mediumImageUrl>http://localhost/medium.svg</mediumImageUrl>
        <pass>
          <consecutive>INDIFFERENT</consecutive>
          <dateMandatory>true</dateMandatory>
          <guided>false</guided>
          <items>
            <externalName>
              <translations><locale>en</locale><value>Visit</value></translations>
              <translations><locale>fr</locale><value>Visite</value></translations>
            </externalName>
            <itemId>10229230000001</itemId>
            <itemPrices>
              <amount>15000</amount>
              <audSubCatId>10229180000001</audSubCatId>
              <endDate>2027-06-01T00:00:00.000+00:00</endDate>
              <maxQty>8</maxQty>
              <minQty>1</minQty>
              <startDate>2026-11-01T00:00:00.000+00:00</startDate>
            </itemPrices>
            <timeslotIds>10229240000001</timeslotIds>
            <timeslots>
              <end>2026-12-01T10:00:00.000+00:00</end>
              <quota>3</quota>
              <start>2026-12-01T09:00:00.000+00:00</start>
              <timeslotId>10229240000001</timeslotId>
            </timeslots>
          </items>
          <items>
            <externalName>
              <translations><locale>en</locale><value>Visit</value></translations>
              <translations><locale>fr</locale><value>Visite</value></translations>
            </externalName>
            <itemId>10229230000002</itemId>
            <itemPrices>
              <amount>15000</amount>
              <audSubCatId>10229180000001</audSubCatId>
              <endDate>2027-06-01T00:00:00.000+00:00</endDate>
              <maxQty>8</maxQty>
              <minQty>1</minQty>
              <startDate>2026-11-01T00:00:00.000+00:00</startDate>
            </itemPrices>
          </items>
        </pass>
        <productFamilySubType>SIMPLE</productFamilySubType>
        <productFamilyType>PASS</productFamilyType>
        <salePeriods>
          <end>2027-06-01T00:00:00.000+00:00</end>
          <start>2026-10-01T08:00:00.000+00:00</start>
        </salePeriods>
        <smallImageUrl>http://localhost/small.svg</smallImageUrl>
        <state>RUNNING</state>
        <topicId>10229190000001</topicId>
        <vatCodeId>10229250000001</vatCodeId>
      </products>`).replace('SIMPLE<', 'VISIT_PASS<'),
    );
  });

  it('is wrapped by the response and the result type, base fields first', async () => {
    const { text } = await simulator.soap('CatalogService', 'isCatalogServiceAlive', '');
    assert.equal(
      text,
      flat(`<?xml version="1.0" encoding="UTF-8"?>
      <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
        <ns2:isCatalogServiceAliveResponse xmlns:ns2="http://v1_33.CatalogService.service.secutix.com">
          <WebMethodResult>
            <requestId xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>
            <statusCode>success</statusCode>
            <statusDetail xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>
          </WebMethodResult>
        </ns2:isCatalogServiceAliveResponse></S:Body></S:Envelope>`),
    );
  });
});

describe('the catalog', () => {
  it('holds the whole season by default', async () => {
    assert.deepEqual(await codes({}), ['OPERA', 'CONCERT', 'MUSEUM', 'BAG', 'SEASON', 'OUTING']);
  });

  it('comes as XML text where it is not asked for in detail', async () => {
    const read = (args: object) =>
      simulator.call<{ catalogData: string }>('CatalogService', 'getCatalog', args);
    const { catalogData } = await read({ productCode: 'CONCERT' });
    assert.match(catalogData, /^<\?xml [^>]*\?><catalogData>.*<seasons>.*<\/seasons><\/catalogData>$/);
    assert.match(catalogData, /<code>CONCERT<\/code>/);
    assert.doesNotMatch(catalogData, /<code>MUSEUM<\/code>/);
    const { text } = await simulator.soap('CatalogService', 'getCatalog', '<seasonCode>S2526</seasonCode>');
    assert.match(text, /<CatalogResult>.*<catalogData>&lt;\?xml .*<\/catalogData>/);
  });

  it('can be restricted to a product or a season', async () => {
    assert.deepEqual(await codes({ productCode: 'OPERA' }), ['OPERA']);
    assert.deepEqual(await codes({ seasonCode: 'S2526' }), []);
  });

  it('leaves out events that are over, unless EXTENDED is asked for', async () => {
    await simulator.control('clock', { advanceSeconds: 20 * 86_400 });
    assert.deepEqual(await codes({}), ['OPERA', 'MUSEUM', 'BAG', 'SEASON', 'OUTING']);
    assert.deepEqual(await codes({ scope: 'EXTENDED' }), everything);
    await simulator.control('reset', {});
    await simulator.control('limits', { on: false });
  });

  it('holds what will be on sale, or was called off, only where EXTENDED is asked for', async () => {
    await simulator.control('product', { productId: IDS.opera, state: 'VALIDATED' });
    await simulator.control('product', { productId: IDS.museum, state: 'CANCELED' });
    assert.deepEqual(await codes({}), ['CONCERT', 'BAG', 'SEASON', 'OUTING']);
    assert.deepEqual(await codes({ scope: 'EXTENDED' }), everything);
    await simulator.control('reset', {});
    await simulator.control('limits', { on: false });
  });

  it('refuses a scope that it does not know', async () => {
    const { statusCode, statusDetail } = await simulator.call('CatalogService', 'getCatalogDetailed', {
      scope: 'ALL',
    });
    assert.equal(statusCode, 'error.sim.invalidParameter');
    assert.equal(statusDetail, 'scope ALL is unknown');
  });
});

describe('the point of sales', () => {
  it('has a map that is entries in XML and an object in JSON', async () => {
    const { text } = await simulator.soap('CatalogService', 'getPOSConfig', '');
    const entry = '<entry><key>mediaUrl</key><value>http://localhost/media</value></entry>';
    assert.ok(text.includes(`<posParameters>${entry}</posParameters>`));
    const answer = await simulator.call<{ posConfigData: Record<string, unknown> }>(
      'CatalogService',
      'getPOSConfig',
    );
    assert.deepEqual(answer.posConfigData.posParameters, { mediaUrl: 'http://localhost/media' });
    assert.equal(answer.posConfigData.posId, Number(IDS.pos));
    assert.equal(answer.posConfigData.hub, null);
  });
});

describe('the last setup update', () => {
  it('moves when the setup is changed', async () => {
    const read = async () =>
      (await simulator.call<{ lastSetupUpdate: string }>('CatalogService', 'getLastSetupUpdate'))
        .lastSetupUpdate;
    assert.equal(await read(), '2026-11-24T10:00:00.000+00:00');
    simulator.clock.time += 5000;
    await simulator.control('setup-update', {});
    assert.equal(await read(), '2026-11-24T10:00:05.000+00:00');
  });

  it('may take products out of the catalog, and puts them back', async () => {
    await simulator.control('limits', { on: false });
    const all = await codes({});
    await simulator.control('setup-update', { products: 1 });
    assert.deepEqual(await codes({}), all.slice(0, 1));
    await simulator.control('setup-update', { products: 0 });
    assert.deepEqual(await codes({}), []);
    assert.equal((await simulator.control('setup-update', { products: -1 })).status, 400);
    await simulator.control('setup-update', {});
    assert.deepEqual(await codes({}), all);
  });
});
