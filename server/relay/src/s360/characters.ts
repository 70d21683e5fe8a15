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

const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;
/** How JSON writes the control characters that people mean. */
const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Makes JSON of a text with raw control characters in its strings, however the text is cut: tabs and line ends, which people mean, are
 * escaped, the others dropped. Between values they stay: some are white space there, the others wrong.
 */
export class AllowedJson {
  #isInString = false;
  #isEscaped = false;

  take(piece: string): string {
    let text = '';
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === backslash) this.#isEscaped = true;
      else if (code === quote) this.#isInString = !this.#isInString;
      else if (this.#isInString && code < space) {
        text += piece.slice(from, at) + (escapes[piece.charAt(at)] ?? '');
        from = at + 1;
      }
    }
    return text + piece.slice(from);
  }
}
