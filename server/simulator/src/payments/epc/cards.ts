/** How a test card ends. */
export type CardOutcome = 'paid' | 'bank' | 'bank-page' | 'refused' | 'cancelled' | 'slow' | 'never-returns';

/** Numbers are those that other test systems use too, and pass the check digit. */
export interface TestCard {
  number: string;
  outcome: CardOutcome;
}

/** The cards that the demo knows, listed under the form. Any expiry date to come and any three digits go with them. */
export const TEST_CARDS: TestCard[] = [
  { number: '4111111111111111', outcome: 'paid' },
  { number: '4000000000003220', outcome: 'bank' },
  { number: '4000000000003063', outcome: 'bank-page' },
  { number: '4000000000000002', outcome: 'refused' },
  { number: '4000000000009979', outcome: 'cancelled' },
  { number: '4000000000000119', outcome: 'slow' },
  { number: '4000000000000259', outcome: 'never-returns' },
];

/** As typed, but the number without spaces. */
export interface CardForm {
  number: string;
  expiry: string;
  cvc: string;
  name: string;
}

export type CardField = keyof CardForm;

/** The fields that cannot be right, in the order of the form. A card that is not a test card is one of them. */
export function wrongFields(card: CardForm, now: number): CardField[] {
  const wrong: CardField[] = [];
  if (!outcomeOf(card.number)) wrong.push('number');
  if (!isToCome(card.expiry, now)) wrong.push('expiry');
  if (!/^\d{3,4}$/.test(card.cvc)) wrong.push('cvc');
  if (card.name.trim() === '') wrong.push('name');
  return wrong;
}

/** Undefined for a number that is not a test card. */
export function outcomeOf(number: string): CardOutcome | undefined {
  return TEST_CARDS.find((card) => card.number === number)?.outcome;
}

/** As S-360 reports a card: the last four digits only. */
export function masked(number: string): string {
  return `**** **** **** ${number.slice(-4)}`;
}

/** `MM/YY`, valid until the end of the month. */
function isToCome(expiry: string, now: number): boolean {
  const match = /^(\d\d)\/(\d\d)$/.exec(expiry);
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return false;
  return Date.UTC(2000 + Number(match[2]), month, 1) > now;
}
