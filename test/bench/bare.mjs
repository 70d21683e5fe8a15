/** A server of `node:http` and nothing else, which sends what its parent told it: as fast as a relay could ever be on this machine. */
import { createServer } from 'node:http';

/** By path: headers and body as the relay sends them. */
let answers = {};

const server = createServer(({ url, headers }, response) => {
  const { status, headers: own, body } = answers[url] ?? { status: 404, headers: {}, body: Buffer.alloc(0) };
  const isKnown = own.etag !== undefined && headers['if-none-match'] === own.etag;
  const { 'content-length': _, ...withoutBody } = own;
  response.writeHead(isKnown ? 304 : status, isKnown ? withoutBody : own);
  response.end(isKnown ? undefined : body);
});
server.keepAliveTimeout = 65_000;

/** A list of answers to send, or a question: how many milliseconds were spent on processors so far. */
process.on('message', (given) => {
  const { user, system } = process.cpuUsage();
  if (given === 'spent') return void process.send({ work: (user + system) / 1_000 });
  answers = Object.fromEntries(
    given.map(({ path, body, ...answer }) => [path, { ...answer, body: Buffer.from(body, 'base64') }]),
  );
  if (server.listening) process.send(server.address().port);
  else server.listen(0, '127.0.0.1', () => process.send(server.address().port));
});
