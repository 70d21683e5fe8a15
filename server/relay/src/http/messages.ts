import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express, Request, Response } from 'express';

/** What `createServer` of `node:http` makes requests and responses by. */
export interface Messages {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/**
 * Messages that are Express's own from the start. It gives each another prototype otherwise, and the engine then reads every message of
 * the process the slow way, also those that never come to Express: a fifth more work for an answer that is at hand.
 */
export function messagesOf(app: Express): Messages {
  class RelayRequest extends IncomingMessage {}
  class RelayResponse<Asked extends IncomingMessage = IncomingMessage> extends ServerResponse<Asked> {}
  Object.setPrototypeOf(RelayRequest.prototype, app.request);
  Object.setPrototypeOf(RelayResponse.prototype, app.response);
  app.request = RelayRequest.prototype as Request;
  app.response = RelayResponse.prototype as Response;
  return { IncomingMessage: RelayRequest, ServerResponse: RelayResponse };
}
