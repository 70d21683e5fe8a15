import { createTurns } from './turns.js';

/** A piece is closed as soon as it has so many characters; a record is never cut. */
const pieceLength = 256 * 1024;

interface Piece {
  readonly body: string;
  /** How many records are in it. */
  readonly count: number;
}

/** Records as lines of JSON, some together so that each write is worth it. The event loop stays free between records. */
export async function* toPieces(records: Iterable<unknown>): AsyncGenerator<Piece> {
  const turn = createTurns();
  let [body, count] = ['', 0];
  for (const record of records) {
    body += `${JSON.stringify(record)}\n`;
    count++;
    if (body.length >= pieceLength) {
      yield { body, count };
      [body, count] = ['', 0];
    }
    await turn();
  }
  if (count > 0) yield { body, count };
}

/** The reverse of `toPieces`; undefined where a piece is no lines of JSON. */
export async function toRecords(
  piece: (no: number) => Promise<string | undefined>,
): Promise<unknown[] | undefined> {
  const turn = createTurns();
  const records: unknown[] = [];
  for (let no = 0; ; no++) {
    const body = await piece(no);
    if (body === undefined) return records;
    for (const line of body.split('\n')) {
      if (!line) continue;
      const { record } = parsed(line) ?? {};
      if (record === undefined) return undefined;
      records.push(record);
      await turn();
    }
  }
}

function parsed(line: string): { record: unknown } | undefined {
  try {
    return { record: JSON.parse(line) };
  } catch {
    return undefined;
  }
}
