/** What takes a part, piece by piece. */
export interface Part {
  write(bytes: Buffer): void;
}

/** Header names are in lower case. */
export type PartHeaders = ReadonlyMap<string, string>;

const emptyLine = '\r\n\r\n';
/** Far more than the headers of a part need. */
const longestHeaders = 16 * 1024;

/**
 * Reads a multipart body (RFC 2046, 5.1.1) piece by piece, each byte handed on as soon as it surely belongs to a part. What
 * stands before the first part and behind the last is passed over.
 */
export class MultipartReader {
  readonly #delimiter: Buffer;
  /** A line end, since the first delimiter may stand at the very beginning. */
  #rest = Buffer.from('\r\n');
  #state: 'before' | 'headers' | 'part' | 'behind' = 'before';
  #part: Part | undefined;

  /** @param open gives what takes the part that begins */
  constructor(
    boundary: string,
    readonly open: (headers: PartHeaders) => Part,
  ) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  }

  write(bytes: Uint8Array): void {
    if (this.#state === 'behind') return;
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#step());
  }

  /** Throws where the last part has no end. */
  end(): void {
    if (this.#state !== 'behind') throw new RangeError('the multipart answer ends too early');
  }

  /** True while what is left may hold more. */
  #step(): boolean {
    if (this.#state === 'behind') return false;
    return this.#state === 'headers' ? this.#readHeaders() : this.#readUpToDelimiter();
  }

  #readUpToDelimiter(): boolean {
    const at = this.#rest.indexOf(this.#delimiter);
    // The end of what is there may be the beginning of a delimiter.
    const surely = at < 0 ? this.#rest.length - this.#delimiter.length + 1 : at;
    if (surely > 0) this.#hand(surely);
    if (at < 0) return false;
    // Behind the delimiter stand two dashes, or spaces and the end of the line.
    const lineEnd = this.#rest.indexOf('\r\n', this.#delimiter.length);
    const line = this.#rest
      .subarray(this.#delimiter.length, lineEnd < 0 ? undefined : lineEnd)
      .toString('latin1');
    if (line.startsWith('--')) this.#state = 'behind';
    else if (lineEnd < 0) return false;
    else if (line.trim() === '') {
      // The line end stays: headers end with an empty line, also where there are none.
      this.#rest = this.#rest.subarray(lineEnd);
      this.#state = 'headers';
    } else this.#hand(this.#delimiter.length);
    return true;
  }

  #hand(length: number): void {
    this.#part?.write(this.#rest.subarray(0, length));
    this.#rest = this.#rest.subarray(length);
  }

  #readHeaders(): boolean {
    const end = this.#rest.indexOf(emptyLine);
    if (end < 0 && this.#rest.length > longestHeaders)
      throw new RangeError('the headers of a part do not end');
    if (end < 0) return false;
    this.#part = this.open(toHeaders(this.#rest.subarray(0, end).toString('latin1')));
    this.#rest = this.#rest.subarray(end + emptyLine.length);
    this.#state = 'part';
    return true;
  }
}

/** A line that begins with a space goes on with the line before it. */
function toHeaders(text: string): PartHeaders {
  const lines = text.split(/\r\n(?![ \t])/).filter((line) => line.includes(':'));
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
