import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { details, sell } from '../fixtures/buying.js';
import { flat, type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, smallSeason } from '../fixtures/small-season.js';
import type { Season } from '../season/season.types.js';

const afternoon = '10229240000002';
const highlights = '10229340000001';
const garden = '10229340000002';

/** The museum's visits are guided: two languages in the morning, one of them for two themes, and one in the afternoon. */
function guidedSeason(): Season {
  const season = smallSeason();
  const [catalogSeason] = season.catalog.seasons;
  const museum = catalogSeason?.products.find(({ id }) => id === IDS.museum);
  const [visit] = museum?.pass?.items ?? [];
  const [morning] = visit?.timeslots ?? [];
  if (!catalogSeason || !museum?.pass || !visit || !morning)
    throw new Error('The small season has no visits.');
  const tour = (languageCode: string, themeId: string, quota: number) => ({ languageCode, themeId, quota });
  const timeslots = [
    {
      ...morning,
      quota: 5,
      tours: [tour('en', highlights, 3), tour('fr', highlights, 2), tour('fr', garden, 0)],
    },
    { ...morning, timeslotId: afternoon, quota: 4, tours: [tour('fr', garden, 4)] },
  ];
  const theme = (themeId: string, value: string) => ({
    themeId,
    externalName: { translations: [{ locale: 'en', value }] },
  });
  const pass = {
    ...museum.pass,
    guided: true,
    items: [{ ...visit, timeslots }],
    visitLanguages: ['en', 'fr'],
    visitThemes: [theme(highlights, 'Highlights'), theme(garden, 'The garden')],
  };
  const products = catalogSeason.products.map((one) => (one === museum ? { ...museum, pass } : one));
  return { ...season, catalog: { ...season.catalog, seasons: [{ ...catalogSeason, products }] } };
}

let simulator: RunningSimulator;
beforeEach(async () => {
  await simulator?.close();
  simulator = await start({ season: guidedSeason() });
});
after(() => simulator.close());

interface Listed {
  listThemeAndLanguage: { languageCode: string; themeId: number; timeslotId: number }[];
}

async function listed(args: object = {}): Promise<string[]> {
  const answer = await simulator.call<Listed>('AvailabilityService', 'getAvailableThemeAndLanguage', {
    passId: IDS.museum,
    ...args,
  });
  return answer.listThemeAndLanguage.map(
    ({ timeslotId, languageCode, themeId }) => `${timeslotId} ${languageCode} ${themeId}`,
  );
}

interface Visit {
  languageCode: string | null;
  theme: string | null;
  themeId: number | null;
}

const visit = (quantity: number, extra: object) =>
  simulator.call<{
    orderUpdateData: { orderId: number; mainOperationId: number; operationDataUpdates: Visit[] };
  }>('ExternalOrderFacade', 'createOrUpdateOrder', {
    pointOfSalesId: IDS.pos,
    simpleProductOperations: [
      { itemId: IDS.visit, timeslotId: IDS.morning, audienceSubCategoryId: IDS.adult, quantity, ...extra },
    ],
  });
const french = { languageCode: 'fr', themeId: highlights };

describe('the themes and languages of a pass', () => {
  it('are told by timeslot, without those that are full', async () => {
    const morning = [`${IDS.morning} en ${highlights}`, `${IDS.morning} fr ${highlights}`];
    assert.deepEqual(await listed(), [...morning, `${afternoon} fr ${garden}`]);
    assert.deepEqual(await listed({ timeslotIds: [IDS.morning] }), morning);
  });

  it('go when their last place is held, and come back with it', async () => {
    const { orderUpdateData } = await visit(2, french);
    assert.deepEqual(await listed({ timeslotIds: [IDS.morning] }), [`${IDS.morning} en ${highlights}`]);
    const { orderId, mainOperationId } = orderUpdateData;
    const args = { orderId, operationIds: [mainOperationId] };
    await simulator.call('ExternalOrderService', 'cancelOperations', args);
    assert.equal((await listed({ timeslotIds: [IDS.morning] })).length, 2);
  });

  it('are told over SOAP in the documented shape', async () => {
    const xml = `<passId>${IDS.museum}</passId><timeslotIds>${afternoon}</timeslotIds>`;
    const { text } = await simulator.soap('AvailabilityService', 'getAvailableThemeAndLanguage', xml);
    assert.equal(
      /<listThemeAndLanguage>.*<\/listThemeAndLanguage>/.exec(text)?.[0],
      flat(`<listThemeAndLanguage><languageCode>fr</languageCode><themeId>${garden}</themeId>
        <timeslotId>${afternoon}</timeslotId></listThemeAndLanguage>`),
    );
  });

  it('are asked for of a pass and its own timeslots alone', async () => {
    for (const args of [{ passId: IDS.opera }, { passId: IDS.museum, timeslotIds: ['7'] }]) {
      const answer = await simulator.call('AvailabilityService', 'getAvailableThemeAndLanguage', args);
      assert.equal(answer.statusCode, 'error.sim.invalidParameter');
    }
  });
});

describe('a guided visit', () => {
  it('names its language and theme in the order', async () => {
    const { orderUpdateData } = await visit(1, french);
    const told = { languageCode: 'fr', theme: 'Highlights', themeId: Number(highlights) };
    const { operationDatas } = await details(simulator, orderUpdateData.orderId);
    for (const operations of [orderUpdateData.operationDataUpdates, operationDatas]) {
      const [operation] = operations as unknown as Visit[];
      const { languageCode, theme, themeId } = operation ?? {};
      assert.deepEqual({ languageCode, theme, themeId }, told);
    }
  });

  it('is not sold in a language and on a theme that are not given together, nor without both', async () => {
    for (const wish of [{ languageCode: 'en', themeId: garden }, { languageCode: 'fr' }, {}])
      assert.equal((await visit(1, wish)).statusCode, 'error.sim.invalidParameter');
  });

  it('is sold as long as its guide has room, whoever else has', async () => {
    assert.equal((await visit(3, french)).statusCode, 'error.order.availability');
    assert.equal(
      (await visit(1, { languageCode: 'fr', themeId: garden })).statusCode,
      'error.order.availability',
    );
    assert.equal((await visit(3, { languageCode: 'en', themeId: highlights })).statusCode, 'success');
  });

  it('stands on its ticket', async () => {
    const { orderId } = (await visit(1, french)).orderUpdateData;
    await sell(simulator, orderId);
    const { documents } = await simulator.call<{ documents: { data: string }[] }>(
      'ProductionPublicService',
      'printTickets',
      { orderId },
    );
    assert.ok((await textOf(documents[0]?.data ?? '')).includes('Visit in French · Highlights'));
  });
});

/** The letters drawn in a PDF, which stand in hexadecimal. */
async function textOf(base64: string): Promise<string> {
  const document = await PDFDocument.load(Buffer.from(base64, 'base64'));
  const streams = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.contents] : []));
  const drawn = streams.flatMap((bytes) => {
    try {
      return [
        ...inflateSync(bytes)
          .toString('latin1')
          .matchAll(/<([0-9A-F]+)> Tj/g),
      ];
    } catch {
      return [];
    }
  });
  return drawn.map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join('\n');
}
