/** Relays before this one kept payments and buyers in files of lines. They are taken over once, and the files kept beside. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Attempt } from './order.attempt.js';
import type { OrderRecords } from './order.records.js';

const startedPayment = z.object({
  paymentId: z.string(),
  identification: z.string(),
  transactionId: z.string(),
});

const formerPayment = z.object({
  orderId: z.string(),
  reference: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  handOver: z.enum(['widget', 'redirect', 'none']),
  startedAt: z.int(),
  payment: startedPayment.nullable(),
  outcome: z.enum(['paid', 'refused', 'cancelled', 'expired']).nullable(),
});
type FormerPayment = z.infer<typeof formerPayment>;

const formerBuyer = z.object({
  orderId: z.string(),
  contactNumber: z.string(),
  contactAddressId: z.string().nullable(),
  savedAt: z.int(),
});

/** A record, or the word that its order is done with. */
const line = z.union([
  z.object({ put: z.looseObject({ orderId: z.string() }) }),
  z.object({ remove: z.string() }),
]);

export interface ImportLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * Takes over what the files hold, if there are any. Safe to repeat: what is known already stays as it is. A line that can't be read is
 * counted in the log, and stays in the file.
 */
export async function importFiles(folder: string, records: OrderRecords, log: ImportLog): Promise<void> {
  await importFile(join(folder, 'buyers.jsonl'), formerBuyer, (buyer) => records.buyers.put(buyer), log);
  await importFile(
    join(folder, 'payments.jsonl'),
    formerPayment,
    (payment) => takeOver(payment, records),
    log,
  );
}

async function takeOver(former: FormerPayment, { attempts }: OrderRecords): Promise<void> {
  const { outcome, payment, ...rest } = former;
  const { orderId, reference, handOver, startedAt, amountMinor, currency } = rest;
  // Which tickets were agreed upon was not written down.
  const agreed: Attempt['agreed'] = { amountMinor, currency, ticketIds: [] };
  const attempt = await attempts.begin({ orderId, reference, handOver, startedAt, agreed, payment });
  if (attempt && outcome) {
    const lookInMs = outcome === 'paid' ? null : 0;
    await attempts.move(attempt, { state: outcome, decidedAt: startedAt, lookInMs });
  }
}

async function importFile<Entry>(
  file: string,
  schema: z.ZodType<Entry>,
  take: (entry: Entry) => Promise<void>,
  log: ImportLog,
): Promise<void> {
  const text = await readFile(file, 'utf8').catch(missing);
  if (text === undefined) return;
  const { entries, unreadable } = readLines(text, schema);
  for (const entry of entries) await take(entry);
  await rename(file, `${file}.imported`);
  log.info({ file, records: entries.length }, 'a file of a former relay was taken over');
  if (unreadable > 0)
    log.error({ file, unreadable }, 'lines of a former relay can not be read: see the file');
}

function readLines<Entry>(text: string, schema: z.ZodType<Entry>): { entries: Entry[]; unreadable: number } {
  const byOrder = new Map<string, Entry>();
  let unreadable = 0;
  for (const raw of text.split('\n').filter(Boolean)) {
    const { data } = line.safeParse(parsed(raw));
    if (data && 'remove' in data) byOrder.delete(data.remove);
    const entry = data && 'put' in data ? schema.safeParse(data.put).data : undefined;
    if (data && 'put' in data && entry) byOrder.set(data.put.orderId, entry);
    else if (!data || 'put' in data) unreadable++;
  }
  return { entries: [...byOrder.values()], unreadable };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
