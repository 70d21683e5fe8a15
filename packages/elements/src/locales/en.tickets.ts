import type { Wide } from './wide.js';

/** @param others something else is among them, so that they are not all tickets */
const tickets = (n: number, others: boolean) => `${n} ${others ? 'item' : 'ticket'}${n === 1 ? '' : 's'}`;

/** What is said once something is bought: the confirmation, tickets, orders. */
export const messages = {
  done: {
    seeYou: (day: string, name: string) => (name ? `See you on ${day}, ${name}` : `See you on ${day}`),
    thanks: (name: string, others: boolean) =>
      [others ? 'Thank you' : 'Your tickets are booked', name].filter(Boolean).join(', '),
    paid: 'Paid:',
    order: (number: string) => `order ${number}.`,
    here: (n: number, others: boolean) =>
      `Your ${n === 1 ? `${others ? 'item' : 'ticket'} is` : `${tickets(n, others)} are`} below.`,
    post: (n: number, others: boolean) => `Your ${tickets(n, others)} will be sent by post.`,
    'box-office': (n: number, others: boolean) =>
      `Your ${tickets(n, others)} will be ready at the box office. Bring an ID.`,
    downloadAll: (n: number, others: boolean): string =>
      others ? 'Download as PDF' : n === 1 ? 'Download the ticket' : 'Download all tickets',
    toCalendar: 'Add to calendar',
    more: (n: number, others: boolean) => `${tickets(n, others).replace(' ', ' more ')} in this order`,
    dayTitle: 'On the day',
    dayText: 'Show each code on your phone, or print the PDF.',
    dayBoxOffice: 'Collect your tickets at the box office before the start.',
  },
  ticket: {
    area: 'Area',
    block: 'Block',
    row: 'Row',
    seat: 'Seat',
    ticket: 'Ticket',
    item: 'Item',
    valid: (until: string) => `Valid on any day until ${until}`,
    pdf: 'PDF',
    pdfFor: (place: string) => `PDF, ${place}`,
    calendar: 'Calendar',
    calendarFor: (title: string) => `Calendar: add ${title}`,
    of: (n: number, all: number, others: boolean) => `${others ? '' : 'Ticket '}${n} of ${all}`,
    code: (place: string, others: boolean) => `${others ? 'Code' : 'Entry code'}, ${place}`,
    fullScreen: 'Full screen',
    fullScreenFor: (place: string) => `Full screen: entry code, ${place}`,
    bright: 'Turn the brightness of your screen up.',
    used: 'Used',
    cancelled: 'Cancelled',
    cancelledText: 'This ticket is no longer valid. The box office tells you what happens with the money.',
    pending: 'Being prepared',
    pendingText: 'The code will be here shortly. Your place is safe.',
    post: 'Sent by post',
    'box-office': 'At the box office',
    more: (n: number, places: string) => `${n === 1 ? '1 more ticket' : `${n} more tickets`}: ${places}`,
    showAll: (n: number) => `Show all ${n}`,
    fewer: 'Show fewer',
    file: (order: string) => `tickets-${order}.pdf`,
    ics: 'tickets.ics',
  },
  orders: {
    label: 'My orders',
    upcoming: 'Upcoming',
    past: 'Past',
    anyDay: 'Any day',
    changed: 'Changed',
    order: (number: string, day: string) => `Order ${number}, ${day}`,
    emptyTitle: 'No tickets on this device yet',
    emptyText: 'Tickets that you buy on this device are kept on this page.',
    noneUpcoming: 'Nothing to come. Your earlier tickets are under “Past”.',
    nonePast: 'Nothing here yet. Tickets move here after the day.',
  },
};

export type TicketsMessages = Wide<typeof messages>;
