/** HTTP without a network: a request is handed to an app of Express, and what it answers is handed back. */
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** The connection, which keeps nothing of what is written on it. */
class Line extends Duplex {
  readonly remoteAddress = '127.0.0.1';

  override _read(): void {}

  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }

  setTimeout(): this {
    return this;
  }
}

export interface Sent {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Resolves with the answer, or never where there is none.
 * @param signal ends the connection, as who goes away does
 * @throws TypeError, as `fetch` does, where the app ends it
 */
export function ask(app: RequestListener, sent: Sent, signal?: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const line = new Line();
    const incoming = incomingOf(sent, line);
    const reply = new ServerResponse(incoming);
    const chunks = collect(reply);
    const hangUp = () => line.destroy();
    reply.assignSocket(line as unknown as Socket);
    reply.once('finish', () => {
      signal?.removeEventListener('abort', hangUp);
      resolve(responseOf(reply, chunks));
      reply.detachSocket(line as unknown as Socket);
      reply.emit('close');
    });
    line.once('close', () => reject(new TypeError('fetch failed')));
    signal?.addEventListener('abort', hangUp, { once: true });
    app(incoming, reply);
  });
}

function incomingOf({ method, path, headers, body }: Sent, line: Line): IncomingMessage {
  const incoming = new IncomingMessage(line as unknown as Socket);
  const bytes = Buffer.from(body);
  const length = bytes.length > 0 ? { 'content-length': String(bytes.length) } : {};
  Object.assign(incoming, {
    method,
    url: path,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  });
  Object.assign(incoming.headers, { host: 'localhost', ...headers, ...length });
  incoming.push(bytes);
  incoming.push(null);
  incoming.complete = true;
  return incoming;
}

/** What is written, by own members of the answer: Express gives it another prototype. */
function collect(reply: ServerResponse): Buffer[] {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const [write, end] = [reply.write.bind(reply), reply.end.bind(reply)] as ((
    ...values: unknown[]
  ) => never)[];
  reply.write = (...values: unknown[]) => {
    keep(values[0]);
    return write?.(...values) as never;
  };
  reply.end = (...values: unknown[]) => {
    keep(values[0]);
    return end?.(...values) as never;
  };
  return chunks;
}

function responseOf(reply: ServerResponse, chunks: readonly Buffer[]): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.getHeaders())) headers.set(name, String(value));
  const isEmpty = [204, 304].includes(reply.statusCode);
  return new Response(isEmpty ? null : Buffer.concat(chunks), { status: reply.statusCode, headers });
}
