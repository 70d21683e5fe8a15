import { testFixtures } from '../s360/fixtures.js';
import type { S360 } from '../s360/index.js';
import { CatalogAdapter } from './catalog.adapter.js';
import { toRecords } from './catalog.model.js';

const say = () => undefined;
const adapter = (s360: S360) => new CatalogAdapter(s360, { debug: say, info: say, warn: say, error: say });
const getPointOfSale = (s360: S360) => adapter(s360).getPointOfSale();
const getLastSetupUpdate = async (s360: S360) => (await adapter(s360).getLastSetupUpdate()) ?? null;

await testFixtures(new URL('../../src/catalog/fixtures/', import.meta.url), {
  'getCatalogDetailed--season': async (s360) => [
    ...toRecords(await adapter(s360).loadCatalog({ code: 'EUR', digits: 2 })),
  ],
  'getPOSConfig--currency-of-the-catalog': getPointOfSale,
  'getPOSConfig--demo': getPointOfSale,
  'getPOSConfig--over-the-limit': getPointOfSale,
  'getPOSConfig--wrong-password': getPointOfSale,
  'getLastSetupUpdate--told': getLastSetupUpdate,
  'getLastSetupUpdate--not-told': getLastSetupUpdate,
});
