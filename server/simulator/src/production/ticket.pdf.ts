import { toBuffer } from 'bwip-js/node';
import { type PDFFont, type PDFPage, type RGB, PDFDocument, StandardFonts, rgb } from 'pdf-lib';
import type { TicketFace } from './ticket-face.js';

/** A5 across, in points. */
const PAGE = { width: 595, height: 420 };
const MARGIN = 36;
/** The tear-off strip with the code, at the right. */
const STUB = { x: 420, width: 175 };
const INK = rgb(0.09, 0.1, 0.13);
const FAINT = rgb(0.42, 0.44, 0.5);
const ACCENT = rgb(0.11, 0.2, 0.43);
const PAPER = rgb(0.96, 0.965, 0.98);

/** The page being drawn on, with its fonts. */
interface Pen {
  page: PDFPage;
  regular: PDFFont;
  bold: PDFFont;
}

/** `x`, `y`: where the line begins, from the page's lower left corner, in points. */
interface TextStyle {
  x: number;
  y: number;
  size: number;
  isBold?: boolean;
  color?: RGB;
}

/** One PDF, one page for each ticket. */
export async function drawTickets(faces: TicketFace[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle('Tickets');
  document.setProducer('S-360 simulator');
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const [index, face] of faces.entries()) {
    const page = document.addPage([PAGE.width, PAGE.height]);
    const pen = { page, regular, bold };
    drawPaper(page);
    drawHead(pen, face);
    drawPlace(pen, face);
    drawFoot(pen, face, `${index + 1} of ${faces.length}`);
    await drawCode(document, pen, face);
  }
  return document.save();
}

/** Ground, coloured edge, and the dashed line to tear along. */
function drawPaper(page: PDFPage): void {
  page.drawRectangle({ x: 0, y: 0, width: PAGE.width, height: PAGE.height, color: rgb(1, 1, 1) });
  page.drawRectangle({ x: 0, y: PAGE.height - 10, width: PAGE.width, height: 10, color: ACCENT });
  page.drawRectangle({ x: STUB.x, y: 0, width: STUB.width, height: PAGE.height - 10, color: PAPER });
  page.drawLine({
    start: { x: STUB.x, y: 14 },
    end: { x: STUB.x, y: PAGE.height - 24 },
    thickness: 1,
    color: FAINT,
    dashArray: [4, 4],
  });
}

/** What, when and where. A title takes up to three lines. */
function drawHead(pen: Pen, face: TicketFace): void {
  write(pen, face.organiser.toUpperCase(), { x: MARGIN, y: 370, size: 9, isBold: true, color: ACCENT });
  const width = STUB.x - 2 * MARGIN;
  let y = 336;
  for (const line of wrap(face.title, pen.bold, 24, width).slice(0, 3)) {
    write(pen, line, { x: MARGIN, y, size: 24, isBold: true });
    y -= 28;
  }
  write(pen, face.when, { x: MARGIN, y: y - 4, size: 13, isBold: true });
  let venueY = y - 24;
  for (const line of wrap(face.venue, pen.regular, 11, width).slice(0, 2)) {
    write(pen, line, { x: MARGIN, y: venueY, size: 11, color: FAINT });
    venueY -= 14;
  }
}

/** Area, block, row and seat side by side, all of one size, as large as the line allows; below, tariff and price. */
function drawPlace(pen: Pen, face: TicketFace): void {
  const width = STUB.x - 2 * MARGIN;
  rule(pen.page, 186, width);
  const gap = 24;
  const room = width - gap * (face.place.length - 1);
  const size = fit(face.place.map(({ value }) => value).join(''), pen.bold, 24, room);
  const spread = Math.max(face.place.length, 3);
  const natural = face.place.map(({ value }) => pen.bold.widthOfTextAtSize(printable(value), size));
  const spare = (room - natural.reduce((sum, one) => sum + one, 0)) / spread;
  let x = MARGIN;
  face.place.forEach(({ label, value }, index) => {
    write(pen, label.toUpperCase(), { x, y: 166, size: 8, color: FAINT });
    write(pen, value, { x, y: 142, size, isBold: true });
    x += (natural[index] ?? 0) + spare + gap;
  });
  rule(pen.page, 124, width);
  const priceX = MARGIN + width - 110;
  write(pen, 'TARIFF', { x: MARGIN, y: 104, size: 8, color: FAINT });
  write(pen, clip(face.tariff, pen.bold, 13, width - 120), { x: MARGIN, y: 86, size: 13, isBold: true });
  write(pen, 'PRICE', { x: priceX, y: 104, size: 8, color: FAINT });
  write(pen, face.price, { x: priceX, y: 86, size: 13, isBold: true });
}

/** A thin line across the left part. */
function rule(page: PDFPage, y: number, width: number): void {
  page.drawLine({ start: { x: MARGIN, y }, end: { x: MARGIN + width, y }, thickness: 0.8, color: FAINT });
}

/** Numbers for the box office, and what this paper is. */
function drawFoot(pen: Pen, face: TicketFace, count: string): void {
  write(pen, `Order ${face.orderId}   Ticket ${face.ticketId}   ${count}`, {
    x: MARGIN,
    y: 40,
    size: 8,
    color: FAINT,
  });
  write(pen, 'A demonstration ticket: it opens no door.', { x: MARGIN, y: 27, size: 8, color: FAINT });
}

/** The code to be read at the door, its digits for when it cannot be, and the seat once more. */
async function drawCode(document: PDFDocument, pen: Pen, face: TicketFace): Promise<void> {
  const size = 128;
  const x = STUB.x + (STUB.width - size) / 2;
  const picture = await toBuffer({ bcid: 'qrcode', text: face.barcode, scale: 4 });
  const image = await document.embedPng(picture);
  pen.page.drawRectangle({ x: x - 10, y: 196, width: size + 20, height: size + 20, color: rgb(1, 1, 1) });
  pen.page.drawImage(image, { x, y: 206, width: size, height: size });
  const groups = face.barcode.match(/.{1,14}/g) ?? [];
  groups.forEach((group, index) => {
    const text = group.replace(/(\d{4})(?=\d)/g, '$1 ');
    write(pen, text, { x: centered(text, pen.regular, 10), y: 174 - index * 14, size: 10 });
  });
  const place = face.place.map(({ value }) => value).join(' · ');
  const placeSize = fit(place, pen.bold, 12, STUB.width - 24);
  write(pen, place, { x: centered(place, pen.bold, placeSize), y: 122, size: placeSize, isBold: true });
  const tariff = clip(face.tariff, pen.regular, 10, STUB.width - 24);
  write(pen, tariff, { x: centered(tariff, pen.regular, 10), y: 104, size: 10, color: FAINT });
}

/** Where a text begins that stands in the middle of the strip. */
function centered(text: string, font: PDFFont, size: number): number {
  return STUB.x + (STUB.width - font.widthOfTextAtSize(printable(text), size)) / 2;
}

function write(pen: Pen, text: string, { x, y, size, isBold = false, color = INK }: TextStyle): void {
  pen.page.drawText(printable(text), { x, y, size, font: isBold ? pen.bold : pen.regular, color });
}

/** The built-in fonts know Windows-1252 only: other letters lose their accents, or become a question mark. */
function printable(text: string): string {
  return [...text.replace(/[\u202f\u00a0\u2009]/g, ' ')]
    .map((letter) => (isPrintable(letter) ? letter : (letter.normalize('NFD')[0] ?? '?')))
    .map((letter) => (isPrintable(letter) ? letter : '?'))
    .join('');
}

/** The letters of Windows-1252. */
function isPrintable(letter: string): boolean {
  return /[\u0020-\u007e\u00a1-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(letter);
}

/** Lines that fit the width; a single word that does not is clipped. */
function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of printable(text).split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && font.widthOfTextAtSize(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => clip(line, font, size, width));
}

/** The text, cut and ended by an ellipsis where it is too wide. */
function clip(text: string, font: PDFFont, size: number, width: number): string {
  let clipped = printable(text);
  if (font.widthOfTextAtSize(clipped, size) <= width) return clipped;
  while (clipped.length > 1 && font.widthOfTextAtSize(`${clipped}…`, size) > width)
    clipped = clipped.slice(0, -1);
  return `${clipped}…`;
}

/** The size, at most `size`, at which the text fits the width. */
function fit(text: string, font: PDFFont, size: number, width: number): number {
  const natural = font.widthOfTextAtSize(printable(text), size);
  return natural <= width ? size : Math.max(6, (size * width) / natural);
}
