import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

type Encoding = 'br' | 'gzip' | 'identity';

/** What is sent with status 200. */
export abstract class Answer {
  abstract send(request: Request, response: Response): Promise<void> | void;
}

/** Shorter text is not worth compressing. */
const worthCompressing = 1_400;

/** A reply made for one request: not kept by anyone. */
export class JsonAnswer extends Answer {
  constructor(
    readonly value: unknown,
    readonly options: { mayCompress: boolean },
  ) {
    super();
  }

  async send(request: Request, response: Response): Promise<void> {
    const body = Buffer.from(JSON.stringify(this.value));
    response.set('Cache-Control', 'no-store').type('application/json');
    const useful = this.options.mayCompress && body.length > worthCompressing;
    const encoding = useful ? encodingFor(request) : 'identity';
    if (useful) response.vary('Accept-Encoding');
    if (encoding === 'identity') {
      response.send(body);
      return;
    }
    response.set('Content-Encoding', encoding).send(await compress(body, encoding, 5));
  }
}

/** A file made for one request, such as tickets as PDF. */
export class BlobAnswer extends Answer {
  constructor(readonly blob: Blob) {
    super();
  }

  async send(_request: Request, response: Response): Promise<void> {
    response.set('Cache-Control', 'no-store').type(this.blob.type || 'application/octet-stream');
    response.send(Buffer.from(await this.blob.arrayBuffer()));
  }
}

/** An answer in one encoding. */
export interface Variant {
  readonly body: Buffer;
  readonly etag: string;
}

/** How an answer goes to more than one who asks. */
export interface Reuse {
  /** While it says so, who asks the same gets the same answer. */
  isCurrent(): boolean;
  /** Told of each visitor who gets it, whichever way it went to them. */
  onUse(): void;
}

/**
 * A reply that many visitors get: serialised and compressed once, off the hot path, then sent as it is. Each encoding has
 * its own strong ETag, and a visitor who has it gets 304.
 */
export class PreparedAnswer extends Answer {
  private constructor(
    readonly variants: Readonly<Record<Encoding, Variant>>,
    readonly type: string,
    readonly cacheControl: string,
    readonly reuse: Reuse | undefined,
  ) {
    super();
  }

  /**
   * @param quality of brotli, up to 11; the work runs on the thread pool
   * @param reuse without it, the app looks at every request
   */
  static async of(
    content: string | Buffer,
    {
      type = 'application/json',
      cacheControl,
      quality = 9,
      reuse,
    }: { type?: string; cacheControl: string; quality?: number; reuse?: Reuse },
  ): Promise<PreparedAnswer> {
    const plain = Buffer.from(content);
    const [br, gz] = await Promise.all([compress(plain, 'br', quality), compress(plain, 'gzip', 9)]);
    const hash = createHash('sha256').update(br).digest('base64url').slice(0, 22);
    const variants = {
      br: { body: br, etag: `"${hash}-br"` },
      gzip: { body: gz, etag: `"${hash}-gz"` },
      identity: { body: plain, etag: `"${hash}"` },
    };
    return new PreparedAnswer(variants, type, cacheControl, reuse);
  }

  /** In the encoding that the request takes. */
  variantFor(request: Request): Variant {
    return this.variants[encodingFor(request)];
  }

  send(request: Request, response: Response): void {
    this.reuse?.onUse();
    const encoding = encodingFor(request);
    const { body, etag } = this.variants[encoding];
    response.set({ ETag: etag, 'Cache-Control': this.cacheControl }).vary('Accept-Encoding');
    if (matches(request.get('if-none-match'), etag)) {
      response.status(304).end();
      return;
    }
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response.type(this.type).send(body);
  }
}

function compress(body: Buffer, encoding: 'br' | 'gzip', quality: number): Promise<Buffer> {
  if (encoding === 'gzip') return zip(body, { level: Math.min(quality, 9) });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotli(body, { params });
}

function encodingFor(request: Request): Encoding {
  const accepted = request.acceptsEncodings('br', 'gzip', 'identity');
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}

/** An If-None-Match that names the tag, or any. Weak forms count: they are ours, marked so by a proxy on the way. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
