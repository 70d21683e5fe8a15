import { endpoint, PreparedAnswer, type BoundEndpoint } from '../http/index.js';
import { toShop, type PointOfSale, type ShopSettings } from './point-of-sale.mapping.js';

const cacheControl = 'public, max-age=300';

/** What a page must know of the point of sale, in the visitor's language. */
export const pointOfSaleRoutes = (get: () => PointOfSale, relay: ShopSettings): BoundEndpoint[] => [
  endpoint('getShop', ({ query }) =>
    PreparedAnswer.of(JSON.stringify(toShop(get(), query.lang, relay)), { cacheControl, quality: 4 }),
  ),
];
