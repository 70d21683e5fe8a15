import { ProblemError } from '@s360-widgets/contract';
import type { Order } from '../order/index.js';
import { operations, type Omit, type S360 } from '../s360/index.js';
import { Kept, type Clock, type PartsLog } from '../state/index.js';
import { toPdf, toProduced, type ProducedTicket } from './orders.mapping.js';

/** The tickets of an order, as far as they can be read. */
export interface Production {
  readonly tickets: readonly ProducedTicket[];
  /** Whether all that S-360 told of them could be read. */
  readonly isWhole: boolean;
}

/** How long tickets as read are shown again: a page asks often while it waits for them, and a door may let one in. */
const pendingMs = 5_000;
const decidedMs = 60_000;
const pdfMs = 600_000;
const retryMs = 5_000;
const mostOrders = 1_000;
const mostPdfBytes = 64 * 1024 * 1024;
/** Before anything was produced. */
export const nothingProduced: Production = { tickets: [], isWhole: true };

export interface ProductionParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly log: PartsLog;
}

/** What S-360 produced for paid orders, asked for once in a while however often a page asks. */
export class Productions {
  /** By order and its version, as the files are. */
  readonly #produced: Kept<Production>;
  readonly #pdfs: Kept<Buffer>;

  constructor(readonly parts: ProductionParts) {
    const { clock } = parts;
    const freshMs = ({ tickets, isWhole }: Production) => {
      const isDecided = tickets.length > 0 && tickets.every(({ state }) => state !== 'pending');
      return isDecided || !isWhole ? decidedMs : pendingMs;
    };
    this.#produced = new Kept({ clock, most: mostOrders, freshMs, retryMs });
    const sizeOf = (bytes: Buffer) => bytes.length;
    this.#pdfs = new Kept({ clock, most: mostPdfBytes, freshMs: pdfMs, retryMs, sizeOf });
  }

  /** What is produced so far; nothing while tickets are not ready. */
  ticketsOf({ orderId, version }: Order): Promise<Production> {
    return this.#produced.read(`${orderId} ${version}`, async () => {
      try {
        return await this.#produce(orderId);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'tickets-not-ready') return nothingProduced;
        throw error;
      }
    });
  }

  async #produce(orderId: string): Promise<Production> {
    let isWhole = true;
    const omit: Omit = (omission) => {
      isWhole = false;
      this.parts.log.warn({ ...omission, orderId }, 'part of a ticket left out');
    };
    const answer = await this.parts.s360.call(operations.getTickets, { orderId }, { omit });
    return { tickets: toProduced(answer), isWhole };
  }

  /** The tickets as one PDF. @throws ProblemError `tickets-not-ready` where there is none (yet) */
  pdf({ orderId, version }: Order, ticketIds: string[], language: string): Promise<Buffer> {
    const key = [orderId, version, language, ...ticketIds].join(' ');
    return this.#pdfs.read(key, () => this.#print(orderId, ticketIds, language));
  }

  async #print(orderId: string, movementIds: string[], language: string): Promise<Buffer> {
    const args = { orderId, movementIds };
    const answer = await this.parts.s360.call(operations.printTickets, args, { language });
    const bytes = toPdf(answer);
    if (!bytes) throw new ProblemError('tickets-not-ready');
    return bytes;
  }
}
