import type { CatalogEdits, PerformanceEdit, ProductEdit } from '../catalog/catalog-edits.js';
import type { Lookup, SoldPerformance } from '../catalog/lookup.js';
import type { Ids } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import type { CatalogSeason, ExternalName, Price, Product, SalePeriod } from '../season/season.types.js';
import type { Handlers } from '../wire/dispatch.js';
import { productOf, seasonOf } from './setup-subjects.js';

/** What the service works with. */
export interface SetupEditParts {
  readonly lookup: Lookup;
  readonly edits: CatalogEdits;
  readonly ids: Ids;
}

/** Of the documented fields, those that are kept. The others are accepted and change nothing. */
interface GivenProduct {
  id?: string;
  code?: string;
  productFamilyType?: string;
  externalName?: ExternalName;
  description?: ExternalName;
  salePeriods?: SalePeriod[];
  vatCodeId?: string;
}

interface GivenPerformance {
  id?: string;
  code?: string;
  start?: string;
  duration?: number;
  externalName?: ExternalName;
  logicalConfigurationId?: string;
  rateTypeId?: string;
  prices?: Price[];
}

interface ProductArgs {
  seasonId?: string;
  product?: GivenProduct;
}

interface PerformanceArgs {
  productId?: string;
  performance?: GivenPerformance;
}

/** Documented: characters of a code, and of an external name in one language. */
const CODE_LENGTH = 8;
const NAME_LENGTH = 60;

/** The writing half of SetupService. Documented: what is created so is PREPARING until somebody in the back office validates it. */
export function setupEdits(parts: SetupEditParts): Handlers {
  const { lookup, edits } = parts;
  return {
    /** GUESS: without an id it is created, with one only what is given is changed; the state is the back office's. */
    createOrUpdateProduct({ seasonId, product }: ProductArgs) {
      const given = required(product, 'product');
      if (given.id === undefined) return { productId: created(given, seasonOf(seasonId, lookup), parts) };
      const known = productOf(given.id, lookup);
      edits.editProduct(known.product, productEdit(given, known.season, parts));
      return { productId: given.id };
    },
    /** Documented: start, hall and rate type are needed to create one. */
    createOrUpdatePerformance({ productId, performance }: PerformanceArgs) {
      const { product } = productOf(productId, lookup);
      const given = required(performance, 'performance');
      if (given.id === undefined) return { performanceId: addedTo(product, given, parts) };
      const sold = lookup.performances.get(given.id);
      if (sold?.product.id !== product.id)
        throw new Refusal('error.sim.invalidParameter', `performance ${given.id} is not of the product`);
      edits.editPerformance(sold, performanceEdit(given));
      return { performanceId: given.id };
    },
    /** GUESS: what is PREPARING only, with its performances. */
    deleteNonValidatedProduct({ productId }: { productId?: string }) {
      const { product, season } = productOf(productId, lookup);
      if (product.state !== 'PREPARING')
        throw new Refusal('error.sim.invalidParameter', `product ${productId} is ${product.state}`);
      edits.removeProduct(season, product);
      return {};
    },
  };
}

/** GUESS: events alone can be created, since what the others need is in no page. */
function created(given: GivenProduct, season: CatalogSeason, parts: SetupEditParts): string {
  const { edits, ids } = parts;
  const family = required(given.productFamilyType, 'productFamilyType');
  if (family !== 'SINGLE_ENTRY')
    throw new Refusal('error.sim.invalidParameter', `a product of ${family} can't be created`);
  const { code, externalName, vatCodeId, ...more } = productEdit(given, season, parts);
  const id = ids.next();
  edits.addProduct(season, {
    id,
    code: required(code, 'code'),
    productFamilyType: 'SINGLE_ENTRY',
    productFamilySubType: 'SIMPLE_TICKET',
    state: 'PREPARING',
    smallImageUrl: '',
    mediumImageUrl: '',
    largeImageUrl: '',
    vatCodeId: required(vatCodeId, 'vatCodeId'),
    externalName: required(externalName, 'externalName'),
    description: more.description ?? { translations: [] },
    topicId: season.topics[0]?.id ?? '',
    salePeriods: more.salePeriods ?? [],
    alertRatio: 0,
    event: { activityId: ids.next(), performances: [] },
  });
  return id;
}

/** What is given of a product, checked. A code is unique in its season. */
function productEdit(given: GivenProduct, season: CatalogSeason, { lookup }: SetupEditParts): ProductEdit {
  const { id, code, externalName, description, salePeriods, vatCodeId } = given;
  checkTexts(code, externalName);
  if (season.products.some((other) => other.code === code && other.id !== id))
    throw new Refusal('error.sim.invalidParameter', `code ${code} is taken in season ${season.code}`);
  if (vatCodeId !== undefined && !(vatCodeId in lookup.season.vatRates))
    throw new Refusal('error.sim.invalidParameter', `vatCodeId ${vatCodeId} is unknown`);
  return { code, externalName, description, salePeriods, vatCodeId };
}

/** GUESS: its seat categories are those of the other performances in that hall, its prices those that are given with it. */
function addedTo(product: Product, given: GivenPerformance, { lookup, edits }: SetupEditParts): string {
  if (!product.event)
    throw new Refusal('error.sim.invalidParameter', `product ${product.id} has no performances`);
  const edit = performanceEdit(given);
  required(given.rateTypeId, 'rateTypeId');
  required(edit.start, 'start');
  const model = modelIn(required(given.logicalConfigurationId, 'logicalConfigurationId'), lookup);
  const externalName = edit.externalName ?? product.externalName;
  const fresh = { ...edit, externalName, prices: edit.prices ?? [], state: 'PREPARING' } as const;
  return edits.addPerformance(model, fresh, product).id;
}

/** Another performance in that hall, without what is its own. */
function modelIn(logicalConfigurationId: string, { performances }: Lookup): SoldPerformance {
  for (const sold of performances.values()) {
    const { comfortVariableValues: _, ...performance } = sold.performance;
    if (performance.logicalConfigurationId === logicalConfigurationId)
      return { ...sold, performance: { ...performance, SalePeriods: [] } };
  }
  throw new Refusal(
    'error.sim.invalidParameter',
    `logicalConfigurationId ${logicalConfigurationId} is unknown`,
  );
}

function performanceEdit(given: GivenPerformance): PerformanceEdit {
  const { code, start, duration, externalName, prices } = given;
  checkTexts(code, externalName);
  return { code, start, duration, externalName, prices };
}

function checkTexts(code: string | undefined, name: ExternalName | undefined): void {
  if (code !== undefined && code.length > CODE_LENGTH)
    throw new Refusal('error.sim.invalidParameter', `code ${code} is longer than ${CODE_LENGTH} characters`);
  if (name?.translations?.some(({ value = '' }) => value.length > NAME_LENGTH))
    throw new Refusal('error.sim.invalidParameter', `externalName is longer than ${NAME_LENGTH} characters`);
}
