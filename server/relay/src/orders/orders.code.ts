import type { TicketCode } from '@s360-widgets/contract';
import bwip from 'bwip-js/node';
import { LRUCache } from 'lru-cache';

/** GUESS: which of the two the venue's readers at the door expect is its own choice; configuration. */
export const codeFormats = ['qrcode', 'azteccode'] as const;
export type CodeFormat = (typeof codeFormats)[number];

/** The code at the door as one path over a square of modules: a ticket's barcode drawn as QR or Aztec code. */
export function toTicketCode(text: string, format: CodeFormat): TicketCode {
  // As a named export, `raw` is a kind of barcode; the function is on the default export only.
  const [symbol] = bwip.raw({ bcid: format, text });
  if (!symbol || !('pixs' in symbol)) throw new TypeError(`${format} is no code of modules`);
  return { text, size: symbol.pixx, path: toPath(symbol.pixs, symbol.pixx) };
}

/** Dark modules as SVG path data, each stretch of a row as one rectangle. */
function toPath(modules: readonly number[], size: number): string {
  let path = '';
  for (let row = 0; row * size < modules.length; row++) {
    for (let column = 0; column < size; column++) {
      if (!modules[row * size + column]) continue;
      const start = column;
      while (column < size && modules[row * size + column]) column++;
      path += `M${start} ${row}h${column - start}v1h${start - column}z`;
    }
  }
  return path;
}

const mostCodes = 2_000;

/** Codes of one format, each drawn once. */
export class TicketCodes {
  readonly #drawn = new LRUCache<string, TicketCode>({ max: mostCodes });

  constructor(readonly format: CodeFormat) {}

  /** Throws where the text can't be drawn. */
  of(barcode: string): TicketCode {
    const code = this.#drawn.get(barcode) ?? toTicketCode(barcode, this.format);
    this.#drawn.set(barcode, code);
    return code;
  }
}
