/** The event as search engines read it: schema.org, in the page's head. */
import { leadPrice } from '@s360-widgets/contract';
import type {
  EventDetail,
  Performance,
  ProductItem,
  SaleState,
  SeatCategory,
  TariffPrice,
  TextBlock,
} from '@s360-widgets/contract';

const schema = 'https://schema.org/';
const isOver: readonly SaleState[] = ['ended', 'moved'];

/** What can be said of an event in data: of each date that is to come, or of what is sold by item. Empty where nothing can. */
export function structuredData(event: EventDetail, url: string): object[] {
  if (event.kind !== 'event') return [productData(event, url)];
  return event.performances
    .filter(({ saleState }) => !isOver.includes(saleState))
    .map((performance) => performanceData(event, performance, url));
}

function performanceData(event: EventDetail, performance: Performance, url: string): object {
  const { name, startAt, durationMinutes, saleState, seatCategories } = performance;
  const endMs = durationMinutes === null ? undefined : Date.parse(startAt) + durationMinutes * 60_000;
  return {
    '@context': schema,
    '@type': 'Event',
    ...whatIs(event, url),
    name: name ? `${event.title}: ${name}` : event.title,
    startDate: startAt,
    endDate: endMs && new Date(endMs).toISOString(),
    eventAttendanceMode: `${schema}OfflineEventAttendanceMode`,
    eventStatus: `${schema}${saleState === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    location: event.venue && {
      '@type': 'Place',
      name: event.venue.name,
      address: event.venue.address || undefined,
    },
    offers: saleState === 'cancelled' ? undefined : offersOf(event, performance, seatCategories, url),
  };
}

/** A visit on any day, or at a time of which there are hundreds; or what has no time. */
const productData = (event: EventDetail, url: string): object => ({
  '@context': schema,
  '@type': 'Product',
  ...whatIs(event, url),
  name: event.title,
  offers: offersOf(event, event, event.items.flatMap(pricedIn), url),
});

/** A season ticket is priced by category. */
const pricedIn = (item: ProductItem): Priced[] =>
  item.prices.length > 0
    ? [item]
    : item.seatCategories.map((category) => ({ ...category, name: `${item.name}, ${category.name}` }));

const whatIs = ({ description, pictureUrl }: EventDetail, url: string): object => ({
  url,
  description: description.map(textOf).join(' ') || undefined,
  image: pictureUrl ?? undefined,
});

function textOf(block: TextBlock): string {
  const runs = block.kind === 'list' ? block.items.map((item) => [...item, space]).flat() : block.runs;
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

const space = { text: ' ' };

type Sold = Pick<Performance, 'saleState' | 'availability' | 'onSaleAt'>;
/** A category of seats, or an item of a pass, which has no availability of its own. */
interface Priced {
  readonly name: string;
  readonly prices: readonly TariffPrice[];
  readonly availability?: SeatCategory['availability'];
}

/** A price for each category, the one that the page names too. */
function offersOf(
  { tariffs, currency }: EventDetail,
  sold: Sold,
  priced: readonly Priced[],
  url: string,
): object[] {
  return priced.flatMap(({ name, prices, availability = sold.availability }) => {
    const price = leadPrice(tariffs, prices);
    if (!price) return [];
    return {
      '@type': 'Offer',
      name,
      url,
      price: (price.amountMinor / 10 ** currency.digits).toFixed(currency.digits),
      priceCurrency: currency.code,
      availability: `${schema}${stockOf({ ...sold, availability })}`,
      validFrom: sold.onSaleAt ?? undefined,
    };
  });
}

function stockOf({ saleState, availability }: Sold): string {
  if (saleState === 'on-sale') return stock[availability];
  if (saleState === 'soon') return 'PreOrder';
  if (saleState === 'box-office') return 'InStoreOnly';
  return saleState === 'sold-out' ? 'SoldOut' : 'OutOfStock';
}

const stock = { good: 'InStock', limited: 'LimitedAvailability', none: 'SoldOut' } as const;

const ownMark = 'data-ticket-event';

/** Whether the page says something of events itself: its own words count. */
const isSaidByPage = (): boolean =>
  [
    ...document.querySelectorAll<HTMLScriptElement>(`script[type="application/ld+json"]:not([${ownMark}])`),
  ].some((script) => /"@type"\s*:\s*\[?\s*"\w*Event"/.test(script.text));

/**
 * Says it in the head, for whoever reads the page by machine. Nothing where the page does so itself, or another element has.
 * @returns takes it back
 */
export function sayInHead(event: EventDetail): () => void {
  const url = new URL(location.href);
  url.hash = '';
  const data = structuredData(event, url.href);
  const isSaid = isSaidByPage() || document.querySelector(`[${ownMark}="${CSS.escape(event.id)}"]`);
  if (data.length === 0 || isSaid) return () => undefined;
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.setAttribute(ownMark, event.id);
  // As a node and without "<": nothing of it can be taken for markup, now or where the page is copied.
  script.append(JSON.stringify(data).replaceAll('<', '\\u003c'));
  document.head.append(script);
  return () => script.remove();
}
