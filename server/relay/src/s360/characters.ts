/**
 * Characters that no text means anything by. Texts pasted from a word processor carry them into the back office, and servers
 * send them on although XML 1.0 and JSON forbid them. They are taken out; all else of an answer is read strictly.
 */

/** All but what XML 1.0 calls a Char: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without forbidden characters. */
export const allowedText = (text: string): string => text.replace(forbidden, '');

const reference = /&#(?:x([0-9a-fA-F]+)|([0-9]+));/g;
/** What may go on in the next piece: a reference, or the first half of a surrogate pair. */
const unfinished = /(?:&(?:#(?:x?[0-9a-fA-F]{0,12})?)?|[\uD800-\uDBFF])$/;

/** Takes forbidden characters out of an XML text, raw ones and references such as `&#x0B;`, however the text is cut. */
export class AllowedXml {
  #rest = '';

  /** The text so far that is whole. */
  take(piece: string): string {
    const text = this.#rest + piece;
    const from = unfinished.exec(text)?.index ?? text.length;
    this.#rest = text.slice(from);
    return clean(text.slice(0, from));
  }

  /** What was left of an unfinished text. */
  end(): string {
    return clean(this.#rest);
  }
}

const clean = (xml: string): string =>
  allowedText(xml.includes('&#') ? xml.replace(reference, allowedReference) : xml);

function allowedReference(whole: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10_ff_ff && allowedText(String.fromCodePoint(code)) !== '' ? whole : '';
}

/** A JSON string as it is written, without raw control characters; line ends and tabs, which people mean, are escaped. */
export function allowedJson(token: string): string {
  return allowedText(token).replace(/[\t\n\r]/g, (char) => JSON.stringify(char).slice(1, -1));
}
