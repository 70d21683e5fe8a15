import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** A balancer before several relays: each request meets the next one, and no visitor is kept with any. */
export async function startBalancer(port: number, targets: readonly number[]) {
  let turn = 0;
  const balancer = createServer((incoming, answer) => pass(incoming, answer, targets, turn++));
  // As long as the relays, whose word for it is passed on: a client must not use a connection that was just closed.
  balancer.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => balancer.listen(port, resolve));
  return { stop: async () => void balancer.close() };
}

/** A relay that takes no connection has seen nothing of the request: it goes to the next one. */
function pass(
  incoming: IncomingMessage,
  answer: ServerResponse,
  targets: readonly number[],
  turn: number,
  left = targets.length,
): void {
  const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
  const outgoing = request({
    ...{
      host: '127.0.0.1',
      port: targets[turn % targets.length],
      method: incoming.method,
      path: incoming.url,
      headers,
    },
    agent: false,
  });
  outgoing.once('response', (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
    reply.once('error', () => answer.destroy());
  });
  outgoing.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED' && left > 1) pass(incoming, answer, targets, turn + 1, left - 1);
    else if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  });
  answer.once('close', () => outgoing.destroy());
  outgoing.once('socket', (socket) => socket.once('connect', () => incoming.pipe(outgoing)));
}
