/** Load on a server of this machine: requests over connections that stay open, one at a time on each, as fast as answers come. */
import { connect } from 'node:net';

/** One connection; `take` hears how long each answer took and what status it had, and says whether to ask again. */
function converse({ port, request }, take) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let [askedAt, missing, head] = [0, 0, ''];
    const ask = () => {
      [askedAt, missing, head] = [performance.now(), 0, ''];
      socket.write(request);
    };
    const finish = () => {
      if (take(performance.now() - askedAt, Number(head.slice(9, 12)))) ask();
      else socket.end(resolve);
    };
    socket.on('connect', ask).on('error', reject);
    socket.on('data', (bytes) => {
      if (missing === 0) {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) - (head.length - end - 4);
      } else missing -= bytes.length;
      if (missing === 0) finish();
    });
  });
}

/**
 * Asks for so many milliseconds.
 * @param target port, path, headers, and the status that answers should have
 * @returns how many answers, how many a second, the 99th percentile of how long one took, in ms, and whether all had the status
 */
export async function load({ port, path, headers, status }, { connections, ms }) {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers });
  const request = `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const durations = [];
  const startedAt = performance.now();
  let isPure = true;
  const take = (duration, answered) => {
    durations.push(duration);
    isPure &&= answered === status;
    return performance.now() - startedAt < ms;
  };
  await Promise.all(Array.from({ length: connections }, () => converse({ port, request }, take)));
  const seconds = (performance.now() - startedAt) / 1_000;
  durations.sort((one, other) => one - other);
  const p99 = durations[Math.floor(durations.length * 0.99)];
  return { count: durations.length, perSecond: durations.length / seconds, p99, isPure };
}
