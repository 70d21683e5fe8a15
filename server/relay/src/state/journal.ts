import { mkdir, open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';

/**
 * The orders under way, one record each, kept through crashes and restarts. A promise that resolves means that the record
 * is on disk. Embedded form here; a shared store (Redis) for several relays can take the same interface.
 */
export interface Journal<Entry extends { orderId: string }> {
  get(orderId: string): Promise<Entry | undefined>;
  /** Writes a record over the one of the same order. */
  put(entry: Entry): Promise<void>;
  /** The order needs no more care. */
  remove(orderId: string): Promise<void>;
  /** Records at this moment, in no order that matters. */
  all(): Promise<Entry[]>;
  /** Waits for what is being written. No call may follow. */
  close(): Promise<void>;
}

/** A line of the file: a record, or the word that its order is done with. */
type Line<Entry> = { put: Entry } | { remove: string };

export interface JournalOptions<Entry> {
  readonly file: string;
  /** Records that do not pass (of an older relay, say) are left out at opening. */
  readonly schema: z.ZodType<Entry>;
}

/**
 * Opens the journal file, makes it if needed, and rewrites it without what was replaced. A last line that a crash cut short
 * is left out: its `put` never resolved.
 */
export async function openJournal<Entry extends { orderId: string }>({
  file,
  schema,
}: JournalOptions<Entry>): Promise<Journal<Entry>> {
  await mkdir(dirname(file), { recursive: true });
  const entries = await readEntries(file, schema);
  return new FileJournal(file, entries, await rewrite(file, entries));
}

/** Lines that the file may hold beyond two for each record before it is rewritten. */
const slack = 1_000;

class FileJournal<Entry extends { orderId: string }> implements Journal<Entry> {
  #lineCount: number;
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;

  constructor(
    readonly file: string,
    readonly entries: Map<string, Entry>,
    private handle: FileHandle,
  ) {
    this.#lineCount = entries.size;
  }

  async get(orderId: string): Promise<Entry | undefined> {
    return this.entries.get(orderId);
  }

  put(entry: Entry): Promise<void> {
    this.entries.set(entry.orderId, entry);
    return this.#append({ put: entry });
  }

  async remove(orderId: string): Promise<void> {
    if (this.entries.delete(orderId)) await this.#append({ remove: orderId });
  }

  async all(): Promise<Entry[]> {
    return [...this.entries.values()];
  }

  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.handle.close();
  }

  /** Lines that come while others are being written go to disk together, with one fsync. */
  async #append(line: Line<Entry>): Promise<void> {
    this.#waiting.push(`${JSON.stringify(line)}\n`);
    // A write under way has not taken this line; whether it fails is told to those whose lines it took.
    await this.#writing?.catch(() => undefined);
    if (this.#waiting.length > 0) {
      this.#writing ??= this.#flush().finally(() => {
        this.#writing = undefined;
      });
    }
    await this.#writing;
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    await this.handle.appendFile(lines.join(''));
    await this.handle.datasync();
    this.#lineCount += lines.length;
    if (this.#lineCount <= 2 * this.entries.size + slack) return;
    await this.handle.close();
    this.handle = await rewrite(this.file, this.entries);
    this.#lineCount = this.entries.size;
  }
}

async function readEntries<Entry extends { orderId: string }>(
  file: string,
  schema: z.ZodType<Entry>,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const text of (await readFile(file, 'utf8').catch(missing)).split('\n')) {
    const line = parseLine(text);
    if (typeof line?.remove === 'string') entries.delete(line.remove);
    const parsed = schema.safeParse(line?.put);
    if (parsed.success) entries.set(parsed.data.orderId, parsed.data);
  }
  return entries;
}

function missing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function parseLine(text: string): { put?: unknown; remove?: unknown } | undefined {
  try {
    return JSON.parse(text) as { put?: unknown; remove?: unknown };
  } catch {
    return undefined;
  }
}

/** Writes the records to a new file, puts it in the old one's place and opens it for appending. */
async function rewrite(file: string, entries: Map<string, object>): Promise<FileHandle> {
  const draft = await open(`${file}.new`, 'w', 0o600);
  await draft.writeFile([...entries.values()].map((entry) => `${JSON.stringify({ put: entry })}\n`).join(''));
  await draft.sync();
  await draft.close();
  await rename(`${file}.new`, file);
  return open(file, 'a', 0o600);
}
