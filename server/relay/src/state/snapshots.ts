import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { createTurns } from './turns.js';

/** The last good state of something that can be fetched again, kept for the next start and for bad times. */
export interface SnapshotFile {
  /** Replaces the snapshot at once and wholly. The event loop stays free between records. */
  write(savedAt: string, records: Iterable<unknown>): Promise<void>;
  /**
   * The last one written, or where that is damaged the one before; undefined when there is none, or none that this version of the
   * relay can read.
   */
  read(): Promise<Snapshot | undefined>;
  /** Makes this snapshot another file's, in one step; false when there is none. */
  moveTo(path: string): Promise<boolean>;
  /** There is no snapshot then, and none before. */
  remove(): Promise<void>;
}

export interface Snapshot {
  readonly savedAt: string;
  readonly records: unknown[];
}

/** Text that is written in one go, in characters. */
const pieceLength = 64 * 1024;

/**
 * A file of JSON lines: `{format, savedAt, count}`, then one record each. `format` names the form of the records; a file of
 * another format, a cut or damaged one counts as none. The one before it stays beside it as `<file>.before`.
 */
export function snapshotFile(file: string, format: string): SnapshotFile {
  return {
    async write(savedAt, records) {
      const lines = [...records];
      await mkdir(dirname(file), { recursive: true });
      // Another relay of the same folder may write its own at the same time.
      const draftPath = `${file}.${randomUUID()}.new`;
      const draft = await open(draftPath, 'w', 0o600);
      try {
        await draft.appendFile(`${JSON.stringify({ format, savedAt, count: lines.length })}\n`);
        for await (const piece of pieces(lines)) await draft.appendFile(piece);
        await draft.sync();
      } finally {
        await draft.close();
      }
      await rename(file, before(file)).catch(() => undefined);
      await rename(draftPath, file);
    },
    read: async () => (await readSnapshot(file, format)) ?? readSnapshot(before(file), format),
    moveTo: (path) =>
      rename(file, path).then(
        () => true,
        () => false,
      ),
    async remove() {
      await Promise.all([rm(file, { force: true }), rm(before(file), { force: true })]);
    },
  };
}

const before = (file: string): string => `${file}.before`;

async function readSnapshot(file: string, format: string): Promise<Snapshot | undefined> {
  try {
    const [head, ...records] = await readLines(file);
    if (!isHead(head, format) || head.count !== records.length) return undefined;
    return { savedAt: head.savedAt, records };
  } catch {
    return undefined;
  }
}

/** Records as lines, some together so that each write is worth it. */
async function* pieces(records: readonly unknown[]): AsyncGenerator<string> {
  const turn = createTurns();
  let piece = '';
  for (const record of records) {
    piece += `${JSON.stringify(record)}\n`;
    if (piece.length >= pieceLength) {
      yield piece;
      piece = '';
    }
    await turn();
  }
  yield piece;
}

async function readLines(file: string): Promise<unknown[]> {
  const handle = await open(file, 'r');
  const lines: unknown[] = [];
  const input = createReadStream('', { fd: handle, encoding: 'utf8' });
  for await (const line of createInterface({ input })) lines.push(JSON.parse(line));
  return lines;
}

function isHead(head: unknown, format: string): head is { savedAt: string; count: number } {
  if (typeof head !== 'object' || head === null) return false;
  const { format: found, savedAt, count } = head as Record<string, unknown>;
  return found === format && typeof savedAt === 'string' && typeof count === 'number';
}
