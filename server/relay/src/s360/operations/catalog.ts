/** The catalog and the point of sale: what the relay reads of them. */
import { currencyCode } from '@s360-widgets/contract';
import * as z from 'zod';
import { reading, readingOf } from '../answer.js';
import { currencyData } from '../currency.js';
import { itemsOf } from '../items.js';
import { guessed, seenIn, stated } from '../paths.js';
import { wireId, wireNumber, type TolerantSchemas } from '../reading.js';
import { frame, product } from './catalog.detailed.js';
import { externalName } from './values.js';

const args = z.strictObject({});
const name = 'externalName { translations { locale value } }';

/** Where S-360 leaves something out, or it can't be read, the value that harms least stands in. */
function posConfig({ list, optional }: TolerantSchemas) {
  const orElse = <S extends z.ZodType>(schema: S, what: string, otherwise: z.output<S>) =>
    optional(schema, what).transform((value) => value ?? otherwise);
  const name = optional(externalName, 'name');
  const atLeastOne = wireNumber.pipe(z.int().min(1));
  const method = z.object({
    id: wireId,
    code: stated(z.string().default('')),
    forPayment: z.boolean().default(true),
  });
  return seenIn(
    'clients',
    z.object({
      posConfigData: z.object({
        posId: seenIn('pages', wireId),
        currencyCode,
        catalogCurrencies: list(currencyData, 'currency of the catalog'),
        institutionCurrency: optional(currencyData, 'currency of the institution'),
        organizationCurrency: optional(currencyData, 'currency of the organisation'),
        organizationName: name,
        organizationTimeZone: z.string().default(''),
        mainLanguage: z.string().default('en'),
        languageList: z.string().default(''),
        maxSeatsPerPerformance: orElse(atLeastOne, 'most seats of a performance', 10),
        orderAbandonDelay: orElse(atLeastOne, 'delay until an order is abandoned', 15),
        guestLoginAvailable: z.boolean().default(true),
        loginPosition: z.string().default(''),
        countries: stated(list(z.object({ code: stated(z.string().optional()), name }), 'country')),
        paymentMethods: stated(list(method, 'payment method')),
      }),
    }),
  );
}

export const getPOSConfig = {
  args,
  answer: reading(posConfig),
};

export const getLastSetupUpdate = {
  args,
  // GUESS: the field's name.
  answer: reading(() => z.object({ lastSetupUpdate: guessed(z.string().optional().catch(undefined)) })),
};

/** Its products are handed on one by one; they name their season by its position. */
export const getCatalogDetailed = {
  /** With `EXTENDED` also what is not, or no longer, on sale. */
  args: seenIn('clients', z.strictObject({ scope: z.string().optional() })),
  items: itemsOf('catalogData.seasons.products', 'product', product),
  answer: readingOf(
    `catalogData { seasons {
    id
    audienceCategories { audienceSubCategories { id ${name} } }
    products {
      id state ${name}
      event { performances { id state start seatCategories { id ${name} } prices { amount audSubCatId } } }
      pass { items { itemId itemPrices { amount audSubCatId } } }
    }
  } }`,
    frame,
  ),
};
