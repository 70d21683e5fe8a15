/** The catalog and the point of sale: what the relay reads of them. */
import * as z from 'zod';
import { asItCame } from '../answer.js';

const args = z.strictObject({});
const name = 'externalName { translations { locale value } }';

export const getPOSConfig = {
  args,
  answer: asItCame('posConfigData { posId currencyCode countries { code } paymentMethods { id code } }'),
};

export const getLastSetupUpdate = { args, answer: asItCame() };

/** Its products are handed on one by one. */
export const getCatalogDetailed = {
  args,
  answer: asItCame(`catalogData { seasons {
    id
    audienceCategories { audienceSubCategories { id ${name} } }
    products {
      id state ${name}
      event { performances { id state start seatCategories { id ${name} } prices { amount audSubCatId } } }
      pass { items { itemId itemPrices { amount audSubCatId } } }
    }
  } }`),
};
