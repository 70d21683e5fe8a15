/** A visit as a calendar takes it. */
export interface CalendarEntry {
  /** Stays the same for the same visit, so that a second import replaces the first. */
  uid: string;
  title: string;
  /** ISO 8601 with offset. */
  startAt: string;
  /** Null when it is not known: the calendar then shows the start alone. */
  endAt: string | null;
  place: string;
  /** Seats and order number. */
  notes: string;
}

/**
 * A calendar file (RFC 5545): lines end in CR LF and fold at 75 octets, text is escaped, times are in UTC so that no time zone
 * has to be described.
 * @param now milliseconds since the epoch: when the file was made
 */
export function calendarFile(entries: readonly CalendarEntry[], now: number): Blob {
  const stamp = utc(new Date(now).toISOString());
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//s360-widgets//tickets//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => visit(entry, stamp)),
    'END:VCALENDAR',
  ];
  return new Blob([lines.map((line) => `${fold(line)}\r\n`).join('')], {
    type: 'text/calendar;charset=utf-8',
  });
}

const visit = ({ uid, title, startAt, endAt, place, notes }: CalendarEntry, stamp: string) => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART:${utc(startAt)}`,
  ...(endAt ? [`DTEND:${utc(endAt)}`] : []),
  `SUMMARY:${escaped(title)}`,
  ...(place ? [`LOCATION:${escaped(place)}`] : []),
  ...(notes ? [`DESCRIPTION:${escaped(notes)}`] : []),
  'END:VEVENT',
];

/** `20261212T180000Z` */
const utc = (at: string) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();

/** Breaks after at most 75 octets, never inside a character; what follows begins with a space, which counts. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
