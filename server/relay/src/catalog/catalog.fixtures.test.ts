import { testFixtures } from '../s360/fixtures.js';
import type { S360 } from '../s360/index.js';
import { CatalogAdapter } from './catalog.adapter.js';
import { toRecords } from './catalog.model.js';

const euro = { code: 'EUR', digits: 2 };
const say = () => undefined;
const adapter = (s360: S360) => new CatalogAdapter(s360, { debug: say, info: say, warn: say, error: say });
const getPointOfSale = (s360: S360) => adapter(s360).getPointOfSale();
const loadCatalog = async (s360: S360) => [...toRecords(await adapter(s360).loadCatalog(euro))];
/** What is left of a catalog with a fault in each kind of thing, and what the log tells of the rest. */
const loadTorn = async (s360: S360) => {
  const told: object[] = [];
  const log = { debug: say, info: say, error: say, warn: (facts: object) => void told.push(facts) };
  const catalog = await new CatalogAdapter(s360, log).loadCatalog(euro);
  return { records: [...toRecords(catalog)], told };
};
const getLastSetupUpdate = async (s360: S360) => (await adapter(s360).getLastSetupUpdate()) ?? null;

await testFixtures(new URL('../../src/catalog/fixtures/', import.meta.url), {
  'getCatalogDetailed--mtom': loadCatalog,
  'getCatalogDetailed--package': loadCatalog,
  'getCatalogDetailed--season': loadCatalog,
  'getCatalogDetailed--torn': loadTorn,
  'getPOSConfig--currency-of-the-catalog': getPointOfSale,
  'getPOSConfig--demo': getPointOfSale,
  'getPOSConfig--iso-8859-1': getPointOfSale,
  'getPOSConfig--utf-16': getPointOfSale,
  'getPOSConfig--over-the-limit': getPointOfSale,
  'getPOSConfig--unknown-time-zone': getPointOfSale,
  'getPOSConfig--wrong-password': getPointOfSale,
  'getLastSetupUpdate--told': getLastSetupUpdate,
  'getLastSetupUpdate--not-told': getLastSetupUpdate,
});
