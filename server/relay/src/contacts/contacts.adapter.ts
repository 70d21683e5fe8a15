import { ProblemError, type Address, type Contact } from '@s360-widgets/contract';
import * as z from 'zod';
import { operations, type AnswerOf, type ArgumentsOf, type Omit, type S360 } from '../s360/index.js';
import { Kept, type Clock, type Journal } from '../state/index.js';
import {
  toContactKey,
  toContactProblem,
  toSaveContact,
  toSavedContact,
  type ContactKey,
  type SavedContact,
} from './contacts.mapping.js';

/**
 * Which contact buys an order, until S-360 knows it from the payment (docs/decisions/0002). Numbers only: names and addresses
 * stay with S-360.
 */
export const buyerEntry = z.object({
  orderId: z.string(),
  contactNumber: z.string(),
  contactAddressId: z.string().nullable(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
});
export type BuyerEntry = z.infer<typeof buyerEntry>;

/** What is asked of an order here. */
export interface BoughtOrder {
  readonly orderId: string;
  /** S-360's own record, known from the payment on. */
  readonly contactNumber: string | null;
}

export interface ContactsParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly buyers: Journal<BuyerEntry>;
  pointOfSalesId(): Promise<string>;
  /** Hears of fields that could not be read; without their values, which are personal. */
  readonly omit?: Omit;
}

/** An order without a buyer yet. */
export const nobody = { contact: null, address: null } as const;
/** How long a contact as read is shown again; every save replaces it. */
const rememberMs = 600_000;
/** Far longer than any order stays open; by then S-360 knows the contact, or the order is gone. */
const keepMs = 48 * 3_600_000;
const tidyEveryMs = 3_600_000;
const mostRemembered = 5_000;
const retryMs = 5_000;

/** Who buys: saved at S-360 and read from there. The relay keeps personal data in memory only, for ten minutes. */
export class Contacts {
  /** By contact number. */
  readonly #remembered: Kept<SavedContact>;
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(readonly parts: ContactsParts) {
    const { clock } = parts;
    this.#remembered = new Kept({ clock, most: mostRemembered, freshMs: rememberMs, retryMs });
  }

  /** The contact number that the order's buyer got; undefined before there is one. */
  async numberOf(orderId: string): Promise<string | undefined> {
    return (await this.parts.buyers.get(orderId))?.contactNumber;
  }

  /** The address that the tickets would be sent to; null while there is none but a country. */
  async addressIdOf(order: BoughtOrder): Promise<string | null> {
    const { address } = await this.of(order);
    return address && ((await this.parts.buyers.get(order.orderId))?.contactAddressId ?? null);
  }

  /** Who buys an order. Only for the holder of its token. */
  async of(order: BoughtOrder): Promise<{ contact: Contact | null; address: Address | null }> {
    const entry = await this.parts.buyers.get(order.orderId);
    const contactNumber = entry?.contactNumber ?? order.contactNumber;
    if (!contactNumber) return nobody;
    return this.#remembered.read(contactNumber, async () => {
      const args: ArgumentsOf<'getContactData'> = { contactNumber, details: ['GENERAL', 'ADDRESSES'] };
      const { s360, omit } = this.parts;
      const answer = await s360.call(operations.getContactData, args, omit ? { omit } : {});
      return toSavedContact(answer, entry?.contactAddressId ?? null);
    });
  }

  /** Makes the order's contact, or changes it. @throws ProblemError `contact-refused` with the fields that S-360 names */
  async save(order: BoughtOrder, contact: Contact, language: string): Promise<void> {
    const { address } = await this.of(order);
    await this.#save(order.orderId, { contact, address }, language);
  }

  /** Adds the address to the order's contact and gives its id. @throws ProblemError `contact-missing` before there is one */
  async saveAddress(order: BoughtOrder, address: Address, language: string): Promise<string> {
    const { contact } = await this.of(order);
    if (!contact) throw new ProblemError('contact-missing');
    const { contactAddressId } = await this.#save(order.orderId, { contact, address }, language);
    if (!contactAddressId)
      throw new ProblemError('box-office-refused', {}, { message: 'S-360 kept no address' });
    return contactAddressId;
  }

  /** Drops the records of orders that are over; done by itself once an hour. */
  async forgetOld(): Promise<void> {
    this.#forgotAt = this.parts.clock.elapsed();
    const entries = await this.parts.buyers.all();
    const old = entries.filter(({ savedAt }) => this.parts.clock.now() - savedAt > keepMs);
    for (const { orderId } of old) await this.parts.buyers.remove(orderId);
  }

  async #save(orderId: string, saved: SavedContact, language: string): Promise<ContactKey> {
    const pointOfSalesId = await this.parts.pointOfSalesId();
    const contactNumber = await this.numberOf(orderId);
    const args = toSaveContact(saved, { pointOfSalesId, contactNumber, language });
    const key = toContactKey(await this.#ask(args));
    const savedAt = this.parts.clock.now();
    await this.parts.buyers.put({ orderId, ...key, savedAt });
    if (this.parts.clock.elapsed() - this.#forgotAt > tidyEveryMs) await this.forgetOld();
    this.#remembered.put(key.contactNumber, saved);
    return key;
  }

  async #ask(args: ReturnType<typeof toSaveContact>): Promise<AnswerOf<'saveIndividualContact'>> {
    try {
      return await this.parts.s360.call(operations.saveIndividualContact, args);
    } catch (error) {
      throw toContactProblem(error);
    }
  }
}
