import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSeason } from '../season/season.js';
import { readServices } from '../wire/services.js';
import type { ComplexType } from '../wire/wsdl.js';

const season = createSeason({
  seed: 1,
  now: new Date('2026-11-24T10:00:00.000Z'),
  publicUrl: 'http://localhost:8090',
});
const catalog = readServices().get('CatalogService');

/** Paths of values that the type has no field for, so that they would not be written. */
function lost(type: ComplexType, value: object, path: string): string[] {
  if (type.isMap) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const field = type.fields.find((candidate) => candidate.name === name);
    if (!field) return [`${path}.${name}`];
    if (typeof field.type === 'string' || inner === null || inner === undefined) return [];
    const items = (Array.isArray(inner) ? inner : [inner]) as object[];
    return items.flatMap((item) => lost(field.type as ComplexType, item, `${path}.${name}`));
  });
}

function typeOf(operation: string, field: string): ComplexType {
  const found = catalog?.operations
    .get(operation)
    ?.result.fields.find((candidate) => candidate.name === field);
  assert.ok(found && typeof found.type !== 'string');
  return found.type;
}

describe('the season', () => {
  it('is written whole by the catalog, with products for what lines of composed products name, and the guided visits for getAvailableThemeAndLanguage', () => {
    const products = 'catalogData.seasons.products';
    const lines = `${products}.seasonTicket.lines`;
    const held = `${products}.package.packageLine.products`;
    assert.deepEqual(
      new Set(lost(typeOf('getCatalogDetailed', 'catalogData'), season.catalog, 'catalogData')),
      new Set([
        ...[`${lines}.productId`, `${lines}.performanceIds`],
        ...[`${held}.productId`, `${held}.performanceIds`, `${held}.itemIds`],
        `${products}.pass.items.timeslots.tours`,
      ]),
    );
  });

  it('has a point of sales that is written whole', () => {
    const type = typeOf('getPOSConfig', 'posConfigData');
    assert.deepEqual(lost(type, season.posConfig, 'posConfigData'), []);
  });

  it('gives every field that a client is promised for its point of sales', () => {
    const missing = typeOf('getPOSConfig', 'posConfigData').fields.filter(
      ({ name }) => !(name in season.posConfig),
    );
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });
});
