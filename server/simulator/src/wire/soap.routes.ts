import { type Request, type Response, Router } from 'express';
import type { Auth } from './auth.js';
import type { Dispatcher } from './dispatch.js';
import { HttpFailure, LostConnection, NotAuthenticated } from './http-failure.js';
import { reply } from './reply.js';
import { MalformedRequest } from './scalars.js';
import { writeAnswer, writeFault } from './soap.answer.js';
import { readEnvelope, readParameters } from './soap.request.js';
import type { ServiceDescription } from './wsdl.js';

/** The SOAP endpoints of all services: GET with ?wsdl describes, POST calls. SOAPAction is not looked at. */
export function soapRoutes(
  services: Iterable<ServiceDescription>,
  auth: Auth,
  dispatcher: Dispatcher,
  originOf: (request: Request) => string,
): Router {
  const router = Router();
  for (const service of services) {
    router.get(service.soapPath, (request, response) =>
      describe(request, response, service, originOf(request)),
    );
    router.post(service.soapPath, async (request, response) => {
      try {
        const answer = await call(service, String(request.body ?? ''), auth, dispatcher);
        await reply(request, response, 200, 'text/xml', answer);
      } catch (error) {
        await fail(request, response, error);
      }
    });
  }
  return router;
}

/** Credentials come before anything else in the envelope is looked at. */
async function call(
  service: ServiceDescription,
  body: string,
  auth: Auth,
  dispatcher: Dispatcher,
): Promise<string> {
  const { wrapper, username, password } = readEnvelope(body);
  auth.checkPassword(username, password);
  const operation = service.operations.get(wrapper.local);
  dispatcher.admit(operation?.name ?? wrapper.local);
  // A trailing slash more or less in the namespace is not minded: vendor samples and clients differ.
  if (!operation || wrapper.uri.replace(/\/$/, '') !== service.namespace) {
    throw new MalformedRequest(`${service.name} has no method {${wrapper.uri}}${wrapper.local}`);
  }
  const args = readParameters(operation.parameters, wrapper);
  return writeAnswer(service, operation, await dispatcher.dispatch({ service, operation, args }));
}

/** Served without authentication, as clients download it; the address is the one that was asked. */
async function describe(request: Request, response: Response, service: ServiceDescription, origin: string) {
  if (!('wsdl' in request.query)) {
    response.status(405).type('text/plain').send('POST a SOAP envelope, or GET ?wsdl');
    return;
  }
  const text = service.source.replace(/(<soap:address location=")[^"]*/, `$1${origin}${service.soapPath}`);
  await reply(request, response, 200, 'text/xml', text);
}

/** Faults have HTTP status 500 (SOAP 1.1, 6.2), wrong credentials too. GUESS for the fault codes. */
async function fail(request: Request, response: Response, error: unknown): Promise<void> {
  if (error instanceof LostConnection) {
    if (error.kind === 'reset') request.socket.destroy();
    return;
  }
  if (error instanceof HttpFailure) {
    await reply(request, response, error.status, 'text/plain', error.message);
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  const isTheirs = error instanceof MalformedRequest;
  const isRefused = error instanceof NotAuthenticated;
  const code = isRefused ? 'wsse:FailedAuthentication' : isTheirs ? 'S:Client' : 'S:Server';
  await reply(request, response, 500, 'text/xml', writeFault(code, message));
}
