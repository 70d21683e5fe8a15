import * as z from 'zod';

/**
 * What S-360 can be sent, keep and print: the characters of XML 1.0 (5th edition, 2.2). Not among them are control characters
 * but tab and line ends, U+FFFE, U+FFFF, and half of a surrogate pair.
 */
const xmlCharacters = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/** Whether a text goes into XML as it is, once it is escaped. */
export const isXmlText = (value: string): boolean => xmlCharacters.test(value);

/** The reason that a caller gets beside the field. */
export const notXmlText = 'has a character that no ticket can show, such as a control character';

/** Free text of a visitor. Every field that takes some is made of this, so that none lets through what can't be sent on. */
export const text = z.string().refine(isXmlText, notXmlText);
