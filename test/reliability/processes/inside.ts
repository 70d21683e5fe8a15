/**
 * Loaded into each process of a run before its program: `node --import inside.js main.js`. The program knows nothing of it. Its time is the
 * run's; a relay asks at each await of its checkout what is to befall it there; in the thread of its database the disk can be full.
 */
import { existsSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { changeLoading } from '../loading.js';
import { HastyTime, type Pace } from '../time/hasty-time.js';
import { installTime } from '../time/time.js';
import { type Doom, fullDisk, type Order, struckOn } from './orders.js';

/** What the relay's `state/embedded.worker.ts` is asked. */
interface Question {
  readonly id: number;
  readonly sql: string;
}

const writing = /^(insert|update|delete|with)/i;
const sqliteFull = 13;

const time = new HastyTime(...(JSON.parse(process.env.FAULTS_PACES ?? '') as Pace[]));
if (isMainThread) obey();
else fillDisk(dirname(workerData as string));

function obey(): void {
  const date = installTime(time);
  let doom: Doom | null = null;
  const atMoment = (moment: string): true => {
    if (!doom || (doom.moment ?? moment) !== moment) return true;
    doom = null;
    writeSync(struckOn, `${moment}\n`);
    // Here it stands until the run lets it go on, or ends it.
    readSync(struckOn, Buffer.alloc(1));
    return true;
  };
  changeLoading({ atMoment });
  process.on('message', (order: Order) => {
    if ('pace' in order) time.keep(order.pace);
    if ('stepMs' in order) date.step(order.stepMs);
    if ('doom' in order) {
      doom = order.doom;
      if (!doom) process.send?.('heard');
    }
  });
  // To listen keeps no process alive.
  process.channel?.unref();
}

/** What is to be written is refused as the thread of the database itself does. */
function fillDisk(folder: string): void {
  const port = parentPort as MessagePort;
  const listen = port.on.bind(port);
  const answer = (question: Partial<Question>, go: (question: Partial<Question>) => void) => {
    const { id, sql = '' } = question;
    const isFull = writing.test(sql) && existsSync(join(folder, fullDisk));
    if (isFull) port.postMessage({ id, error: 'database or disk is full', code: sqliteFull });
    else go(question);
  };
  port.on = ((event: 'message', call: (question: Partial<Question>) => void) =>
    listen(event, (question: Partial<Question>) => answer(question, call))) as typeof port.on;
}
