/**
 * Preloaded into a relay (`node --import`): tells its parent, at each message, what the relay has waited for since the last one, in
 * milliseconds: `s360` for answers of S-360, `database` for those of its database, and how many `statements` that were; and `work`, what
 * it has spent on processors so far.
 */
import { isMainThread, Worker } from 'node:worker_threads';
import pg from 'pg';

let spent = { s360: 0, database: 0, statements: 0 };

const { fetch } = globalThis;
globalThis.fetch = async (...asked) => {
  const startedAt = performance.now();
  try {
    return await fetch(...asked);
  } finally {
    spent.s360 += performance.now() - startedAt;
  }
};

function answered(startedAt) {
  spent.database += performance.now() - startedAt;
  spent.statements++;
}

/** PostgreSQL, as its library asks it. */
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...asked) {
  const startedAt = performance.now();
  const answer = query.apply(this, asked);
  answer?.then?.(
    () => answered(startedAt),
    () => answered(startedAt),
  );
  return answer;
};

/** The embedded database, as its thread is asked. */
const sentAt = new Map();
const { postMessage, emit } = Worker.prototype;
Worker.prototype.postMessage = function (question, ...rest) {
  if (question.sql) sentAt.set(question.id, performance.now());
  return postMessage.call(this, question, ...rest);
};
Worker.prototype.emit = function (event, ...heard) {
  const startedAt = event === 'message' ? sentAt.get(heard[0].id) : undefined;
  if (startedAt !== undefined) answered(startedAt);
  return emit.call(this, event, ...heard);
};

if (isMainThread && process.send) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ ...spent, work: (user + system) / 1_000 });
    spent = { s360: 0, database: 0, statements: 0 };
  });
  // To be asked keeps no relay from its end.
  process.channel.unref();
}
