/**
 * Ids as S-360 gives them: decimal strings of 14 digits, too long for 32 bits.
 * The first five digits are the institution's, the next two say the kind, the last seven count.
 */

const kinds = {
  season: 10,
  physicalConfiguration: 11,
  logicalConfiguration: 12,
  area: 13,
  block: 14,
  seatCategory: 15,
  contingent: 16,
  audienceCategory: 17,
  audienceSubCategory: 18,
  topic: 19,
  product: 20,
  performance: 21,
  activity: 22,
  item: 23,
  timeslot: 24,
  vatCode: 25,
  shipmentMode: 26,
  paymentMethod: 27,
  productFamily: 28,
  charge: 29,
  pointOfSales: 30,
  salesChannel: 31,
  organization: 32,
  crossSellLink: 33,
  visitTheme: 34,
  advantage: 35,
  seat: 40,
} as const;

export type IdKind = keyof typeof kinds;

/** The n-th id of a kind; `n` from 0 to 9,999,999. */
export function idOf(kind: IdKind, n: number): string {
  return `10229${kinds[kind]}${String(n).padStart(7, '0')}`;
}
