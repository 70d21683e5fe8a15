import { MIMEType } from 'node:util';
import { TextDecoding } from './encoding.js';
import { MultipartReader, type Part, type PartHeaders } from './multipart.js';

/** The body of an answer as it arrives: bytes in, the text of the answer out. */
export interface AnswerBody {
  write(bytes: Uint8Array): string;
  end(): string;
  /** The content of an attachment in base64, once the body has ended; undefined where there is none of that Content-ID. */
  attachment(contentId: string): string | undefined;
}

/** @param contentType of the HTTP answer; decides how the bytes are read */
export function answerBody(contentType: string | null): AnswerBody {
  const type = toType(contentType);
  if (type?.essence !== 'multipart/related') return new PlainBody(type?.params.get('charset') ?? null);
  return new RelatedBody(type.params.get('boundary') ?? '', type.params.get('start'));
}

/** Undefined for a type that is missing or malformed: the beginning of the body tells the encoding then. */
function toType(text: string | null | undefined): MIMEType | undefined {
  try {
    return text ? new MIMEType(text) : undefined;
  } catch {
    return undefined;
  }
}

class PlainBody implements AnswerBody {
  readonly #decoding: TextDecoding;

  constructor(charset: string | null) {
    this.#decoding = new TextDecoding(charset);
  }

  write(bytes: Uint8Array): string {
    return this.#decoding.write(bytes);
  }

  end(): string {
    return this.#decoding.end();
  }

  attachment(): undefined {
    return undefined;
  }
}

/**
 * An answer with attachments (RFC 2387), as MTOM has it: the root part is the answer, named by `start` or else the first one.
 * It is handed on as it arrives; the other parts are kept.
 */
class RelatedBody implements AnswerBody {
  readonly #parts: MultipartReader;
  readonly #attachments = new Map<string, { readonly pieces: Buffer[]; readonly isBase64: boolean }>();
  readonly #start: string | undefined;
  #root: TextDecoding | undefined;
  #text = '';

  constructor(boundary: string, start: string | null) {
    if (boundary === '') throw new RangeError('a multipart answer without boundary');
    this.#start = start === null ? undefined : bare(start);
    this.#parts = new MultipartReader(boundary, (headers) => this.#open(headers));
  }

  write(bytes: Uint8Array): string {
    this.#text = '';
    this.#parts.write(bytes);
    return this.#text;
  }

  /** Throws where parts are missing. */
  end(): string {
    this.#parts.end();
    if (!this.#root) throw new RangeError('a multipart answer without its root part');
    return this.#root.end();
  }

  attachment(contentId: string): string | undefined {
    const found = this.#attachments.get(contentId);
    if (!found) return undefined;
    const content = Buffer.concat(found.pieces);
    return found.isBase64 ? content.toString('latin1').replace(/\s/g, '') : content.toString('base64');
  }

  #open(headers: PartHeaders): Part {
    const id = bare(headers.get('content-id') ?? '');
    const coding = headers.get('content-transfer-encoding')?.toLowerCase() ?? 'binary';
    if (!this.#root && (this.#start === undefined || id === this.#start))
      return this.#openRoot(headers, coding);
    if (!isPlain(coding) && coding !== 'base64') throw new RangeError(`a part that is coded as ${coding}`);
    const pieces: Buffer[] = [];
    this.#attachments.set(id, { pieces, isBase64: coding === 'base64' });
    return { write: (bytes) => void pieces.push(bytes) };
  }

  #openRoot(headers: PartHeaders, coding: string): Part {
    if (!isPlain(coding)) throw new RangeError(`a root part that is coded as ${coding}`);
    const root = new TextDecoding(toType(headers.get('content-type'))?.params.get('charset') ?? null);
    this.#root = root;
    return { write: (bytes) => void (this.#text += root.write(bytes)) };
  }
}

/** A Content-ID without its brackets. */
const bare = (id: string): string => id.trim().replace(/^<(.*)>$/, '$1');

const isPlain = (coding: string): boolean => ['binary', '8bit', '7bit'].includes(coding);
