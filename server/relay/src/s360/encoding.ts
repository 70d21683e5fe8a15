import iconv from 'iconv-lite';

/** Longest beginning that an XML declaration may have: enough for every encoding's name. */
const longestDeclaration = 256;

/**
 * Turns the bytes of an answer into text, piece by piece. The encoding is told by a byte order mark, else by the content type's
 * charset, else by the beginning itself (RFC 7303, 3.2 and 3.3): zero bytes of UTF-16, an XML declaration; else it is UTF-8.
 * Throws a RangeError on an encoding that nobody knows.
 */
export class TextDecoding {
  #decoder: ReturnType<typeof iconv.getDecoder> | undefined;
  /** The beginning, until it tells the encoding. */
  #held = Buffer.alloc(0);

  /** @param charset as the content type has it */
  constructor(readonly charset: string | null) {}

  write(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.write(asBuffer(bytes));
    this.#held = Buffer.concat([this.#held, bytes]);
    const isUndecided = this.#held.length < 4 || (this.charset === null && isHalfDeclaration(this.#held));
    return isUndecided ? '' : this.#begin();
  }

  /** The text of what is left, such as half a character. */
  end(): string {
    const held = this.#decoder ? '' : this.#begin();
    return held + (this.#decoder?.end() ?? '');
  }

  #begin(): string {
    const label = markedEncoding(this.#held) ?? this.charset ?? unmarkedEncoding(this.#held);
    const isKnown: boolean = iconv.encodingExists(label);
    if (!isKnown) throw new RangeError(`the encoding ${label.slice(0, 40)} is not known`);
    this.#decoder = iconv.getDecoder(label);
    return this.#decoder.write(this.#held);
  }
}

/** The same bytes, not a copy of them. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const isHalfDeclaration = (beginning: Buffer): boolean => {
  const text = beginning.toString('latin1');
  return '<?xml'.startsWith(text.slice(0, 5)) && !text.includes('?>') && text.length < longestDeclaration;
};

const marks = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
] as const;

function markedEncoding(beginning: Buffer): string | undefined {
  return marks.find(([mark]) => mark.every((byte, index) => beginning[index] === byte))?.[1];
}

/** XML and JSON both begin with a character of ASCII, so a zero byte tells UTF-16 and its order. */
function unmarkedEncoding(beginning: Buffer): string {
  if (beginning[0] === 0) return 'utf-16be';
  if (beginning[1] === 0) return 'utf-16le';
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning.toString('latin1'));
  const label = declared?.[1] ?? 'utf-8';
  // What could be read a byte at a time so far is not two bytes a character, whatever it says.
  return /^utf-?16/i.test(label) ? 'utf-8' : label;
}
