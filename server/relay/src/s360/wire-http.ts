import { createTurns, type Clock } from '../state/index.js';
import { answerBody } from './answer-body.js';
import { ConnectionFailure, problemOfStatus } from './outcome.js';
import type { Reader } from './transport.js';

export interface Post {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Text that is read before the time is looked at: well under a millisecond of work, when the code is warm. */
const sliceLength = 4 * 1024;
/** Posts to S-360 and reads its answers in slices; tells the clock S-360's date. */
export class WireHttp {
  constructor(readonly clock: Clock) {}

  /** Sends; the timeout covers the whole exchange, the reading of the body included. */
  async post({ url, headers, body, timeoutMs, signal }: Post): Promise<Response> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const sentAt = this.clock.elapsed();
    // Made apart from being sent, so that what `fetch` throws is never about the request's own form.
    const request = new Request(url, {
      method: 'POST',
      headers: { 'accept-encoding': 'gzip,deflate', ...headers },
      body,
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const response = await fetch(request).catch(failConnection);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.clock.hearDate(date, sentAt);
    return response;
  }

  /** Reads a body piece by piece, leaving the event loop free between pieces. Throws on an HTTP error status. */
  async read(response: Response, reader: Reader, mayHold: (status: number) => boolean): Promise<boolean> {
    if (!mayHold(response.status)) {
      await response.body?.cancel();
      throw problemOfStatus(response.status);
    }
    const body = answerBody(response.headers.get('content-type'));
    const turn = createTurns();
    const pass = async (text: string) => {
      for (let from = 0; from < text.length; from += sliceLength) {
        reader.write(text.slice(from, from + sliceLength));
        await turn();
      }
    };
    for await (const bytes of bytesOf(response)) await pass(body.write(bytes));
    await pass(body.end());
    const hasResult = reader.end();
    reader.builder.fillIn((contentId) => body.attachment(contentId));
    return hasResult;
  }
}

/** The body as it arrives. */
async function* bytesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    if (body) yield* body as AsyncIterable<Uint8Array>;
  } catch (error) {
    failConnection(error);
  }
}

/** `fetch` and its bodies report every failure of the network as a TypeError; timeouts and aborts have names of their own. */
function failConnection(error: unknown): never {
  throw error instanceof TypeError ? new ConnectionFailure(error) : error;
}
