/** The seat picker, map and list. */
export const messages = {
  label: 'Seat plan',
  /** Where a seat is, for a screen reader: `Stalls right, row J, seat 24`. */
  seat: (area: string, row: string, seat: string) =>
    [area, row && `row ${row}`, seat && `seat ${seat}`].filter(Boolean).join(', '),
  beforeHold: 'Seats stay free for others until you add them to the cart.',
};

export type SeatsMessages = typeof messages;
