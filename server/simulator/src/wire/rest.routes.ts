import { type Request, type Response, Router } from 'express';
import type { Auth } from './auth.js';
import type { Dispatcher } from './dispatch.js';
import { HttpFailure, LostConnection, NotAuthenticated } from './http-failure.js';
import { readJson, writeJson } from './json.js';
import { reply } from './reply.js';
import { MalformedRequest } from './scalars.js';
import type { ServiceDescription } from './wsdl.js';

/** The REST-RPC endpoints: the same methods and types as SOAP, POST only, JSON both ways, a bearer token. */
export function restRoutes(
  services: Iterable<ServiceDescription>,
  auth: Auth,
  dispatcher: Dispatcher,
): Router {
  const router = Router();
  for (const service of services) {
    router.post(`${service.restPath}/:method`, async (request, response) => {
      try {
        const answer = await call(service, request, auth, dispatcher);
        await reply(request, response, 200, 'application/json', answer);
      } catch (error) {
        await fail(request, response, error);
      }
    });
  }
  // Two clients were seen with two addresses of the same method.
  for (const path of ['/tnai/backend-apis/v1/auth', '/tnco/backend-apis/v1/auth']) {
    router.post(path, async (request, response) => {
      try {
        const token = await auth.issueToken(Object(parse(request)) as Record<string, unknown>);
        await reply(request, response, 200, 'application/json', JSON.stringify({ token }));
      } catch (error) {
        await fail(request, response, error);
      }
    });
  }
  return router;
}

/** The token is looked at first, then the counts, then the body. */
async function call(service: ServiceDescription, request: Request, auth: Auth, dispatcher: Dispatcher) {
  await auth.checkBearer(request.headers.authorization);
  const method = String(request.params.method);
  const operation = service.operations.get(method);
  dispatcher.admit(operation?.name ?? method);
  if (!operation) throw new HttpFailure(404, `${service.name} has no method ${method}`);
  const args = readJson(operation.parameters, parse(request));
  return writeJson(operation.result, await dispatcher.dispatch({ service, operation, args }));
}

/** A missing body is an empty object. Only JSON's content type is accepted, as documented. */
function parse(request: Request): unknown {
  if (!request.is('application/json')) throw new HttpFailure(415, 'Content-Type must be application/json');
  try {
    return JSON.parse(String(request.body || '{}'));
  } catch {
    throw new MalformedRequest('the body is not JSON');
  }
}

/** Error bodies are plain text: clients of the real service read them so. GUESS for the statuses. */
async function fail(request: Request, response: Response, error: unknown): Promise<void> {
  if (error instanceof LostConnection) {
    if (error.kind === 'reset') request.socket.destroy();
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  await reply(request, response, statusOf(error), 'text/plain', message);
}

/** Anything unforeseen is a 500 with its message: this is a tool for developers. */
function statusOf(error: unknown): number {
  if (error instanceof HttpFailure) return error.status;
  if (error instanceof NotAuthenticated) return 401;
  return error instanceof MalformedRequest ? 400 : 500;
}
