import { flatName, type Lookup } from '../catalog/lookup.js';
import { moneyText } from '../money.js';
import { themeOf, type Movement, type Order, type AdmittingOperation } from '../orders/order.js';
import type { SimpleFamily } from '../season/season.types.js';

/** What is printed on one ticket, as text ready to draw. */
export interface TicketFace {
  organiser: string;
  title: string;
  /** Day and time in the organiser's time zone; a visit without timeslot has none. Empty for what is no visit. */
  when: string;
  venue: string;
  /** Label and value: area, row, seat, ... in this order. */
  place: { label: string; value: string }[];
  tariff: string;
  price: string;
  barcode: string;
  orderId: string;
  ticketId: string;
}

/** Texts in English, the institution's favourite language; instants in its time zone. */
export function facesOf(
  order: Order,
  tickets: { operation: AdmittingOperation; movement: Movement }[],
  { season }: Lookup,
): TicketFace[] {
  const { posConfig, currency } = season;
  const timeZone = posConfig.organizationTimeZone as string;
  const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone });
  const organiser = posConfig.organizationName as Parameters<typeof flatName>[0] | undefined;
  return tickets.map(({ operation, movement }) => {
    const startsAt = startOf(operation);
    return {
      organiser: organiser ? flatName(organiser) : '',
      title: titleOf(operation),
      when: startsAt ? clock.format(new Date(startsAt)) : validityOf(operation),
      venue: venueOf(operation),
      place: placeOf(operation, movement),
      tariff: flatName(operation.tariff.externalName),
      price: moneyText(operation.unitPrice, currency, 'en-GB'),
      barcode: movement.ticket?.barcode ?? '',
      orderId: order.id,
      ticketId: movement.ticket?.id ?? '',
    };
  });
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What a paper is good for that names no place. */
const vouchers: Record<SimpleFamily, { label: string; value: string }> = {
  PASS: { label: 'Entry', value: 'Visit' },
  SERVICE: { label: 'Voucher', value: 'Service' },
  GOODS: { label: 'Voucher', value: 'Collect at the shop' },
  MEMBERSHIP: { label: 'Card', value: 'Membership' },
};

/** Of what has no time. */
const validityOf = ({ sold }: AdmittingOperation): string =>
  sold.product.productFamilyType === 'PASS' ? 'Valid on any day of your choice' : '';

function titleOf({ sold }: AdmittingOperation): string {
  return flatName(sold.product.externalName);
}

/** Undefined for a visit at any time. */
function startOf(operation: AdmittingOperation): string | undefined {
  if (operation.kind === 'SINGLE_ENTRY') return operation.sold.performance.start;
  return operation.sold.item.timeslots.find((slot) => slot.timeslotId === operation.timeslotId)?.start;
}

/** `Guided visit in French · Highlights`: of a visit, what is visited, and how. */
function venueOf(operation: AdmittingOperation): string {
  if (operation.kind === 'SIMPLE') {
    const { tour } = operation;
    const name = flatName(operation.sold.item.externalName);
    const theme = themeOf(operation);
    const visit = tour ? `${name} in ${languageNames.of(tour.languageCode)}` : name;
    return theme ? `${visit} · ${flatName(theme.externalName)}` : visit;
  }
  const { venue } = operation.sold;
  if (!venue) return '';
  return [flatName(venue.siteExternalName), venue.street, `${venue.zipcode} ${venue.town}`]
    .filter(Boolean)
    .join(', ');
}

function placeOf(
  operation: AdmittingOperation,
  { place = -1 }: Movement,
): { label: string; value: string }[] {
  if (operation.kind === 'SIMPLE')
    return [vouchers[operation.sold.product.productFamilyType as SimpleFamily]];
  const { hall } = operation.sold;
  const seat = hall.hall.seats[place];
  if (!seat) return [{ label: 'Area', value: `${hall.zoneOf(place)?.area ?? ''}, unreserved` }];
  const block = seat.block ? [{ label: 'Block', value: seat.block }] : [];
  return [
    { label: 'Area', value: seat.area },
    ...block,
    { label: 'Row', value: seat.row },
    { label: 'Seat', value: seat.number },
  ];
}
