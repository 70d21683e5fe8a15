/** Relays before this one kept snapshots in files of lines. They are taken over once, and the files kept beside. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft, Snapshots } from './snapshots.js';

export interface FormerSnapshot {
  /** `catalog.jsonl` */
  readonly file: string;
  /** The kind that it becomes; the file's own form must be of the same name. */
  readonly kind: string;
  /** Parts what is to be known without reading it all from the other records; all are records where it is left out. */
  split?(records: readonly unknown[]): { facts: unknown; records: readonly unknown[] };
}

export interface SnapshotImportParts {
  readonly folder: string;
  readonly snapshots: Snapshots;
  readonly log: { info(facts: object, message: string): void };
}

/** Takes over the files that there are, where the database has nothing of their kind yet. What can't be read counts as none. */
export async function importSnapshots(
  former: readonly FormerSnapshot[],
  { folder, snapshots, log }: SnapshotImportParts,
): Promise<void> {
  for (const { file: name, kind, split } of former) {
    const file = join(folder, name);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const saved = read(text, kind);
    const isNew = saved !== undefined && !(await snapshots.head(kind));
    if (isNew) {
      const { facts, records } = split?.(saved.records) ?? { facts: {}, records: saved.records };
      const draft: Draft = { facts, asOf: saved.asOf, nextAt: saved.asOf, records: () => records };
      await snapshots.publish(kind, 0, draft);
    }
    await rename(file, `${file}.imported`);
    log.info({ file, isNew }, 'a file of a former relay was taken over');
  }
}

/** `{format, savedAt, count}`, then a record a line. */
function read(text: string, kind: string): { asOf: number; records: unknown[] } | undefined {
  try {
    const [head, ...records] = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
    const { format, savedAt, count } = head as Record<string, unknown>;
    if (format !== kind || typeof savedAt !== 'string' || count !== records.length) return undefined;
    return { asOf: Date.parse(savedAt), records };
  } catch {
    return undefined;
  }
}
