import { ProblemError, type Address, type Contact } from '@s360-widgets/contract';
import type { BuyerViews, Order, OrderRecords } from '../order/index.js';
import { operations, type AnswerOf, type ArgumentsOf, type Omit, type S360 } from '../s360/index.js';
import { Kept, type Clock } from '../state/index.js';
import {
  toContactKey,
  toContactProblem,
  toSaveContact,
  toSavedContact,
  type ContactKey,
  type SavedContact,
} from './contacts.mapping.js';

export interface ContactsParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly records: OrderRecords;
  readonly pointOfSale: { get(): { readonly posId: string } };
  readonly log: { warn(facts: object, message: string): void };
}

/** An order without a buyer yet. */
const nobody = { contact: null, address: null } as const;
/** How long a contact as read is shown again; every save replaces it. */
const rememberMs = 600_000;
const mostRemembered = 5_000;
const retryMs = 5_000;

/** Who buys: saved at S-360 and read from there. The relay keeps personal data in memory only, for ten minutes. */
export class Contacts implements BuyerViews {
  /** By contact number. */
  readonly #remembered: Kept<SavedContact>;

  constructor(readonly parts: ContactsParts) {
    const { clock } = parts;
    this.#remembered = new Kept({ clock, most: mostRemembered, freshMs: rememberMs, retryMs });
  }

  /** The address that the tickets would be sent to; null while there is none but a country. */
  async addressIdOf(order: Order): Promise<string | null> {
    const { address } = await this.of(order);
    return address && ((await this.parts.records.buyers.get(order.orderId))?.contactAddressId ?? null);
  }

  /** Who buys an order. Only for the holder of its token. */
  async of(order: Order): Promise<{ contact: Contact | null; address: Address | null }> {
    const entry = await this.parts.records.buyers.get(order.orderId);
    const contactNumber = entry?.contactNumber ?? order.contactNumber;
    if (!contactNumber) return nobody;
    return this.byNumber(contactNumber, entry?.contactAddressId);
  }

  /** Somebody whom S-360 knows. Only for themselves. @param contactAddressId of the address to show; else the main one */
  byNumber(contactNumber: string, contactAddressId: string | null = null): Promise<SavedContact> {
    return this.#remembered.read(contactNumber, async () => {
      const args: ArgumentsOf<'getContactData'> = { contactNumber, details: ['GENERAL', 'ADDRESSES'] };
      const { s360, log } = this.parts;
      // Without the values of the fields, which are personal.
      const omit: Omit = (omission) => log.warn({ ...omission }, 'part left out of a contact');
      const answer = await s360.call(operations.getContactData, args, { omit });
      return toSavedContact(answer, contactAddressId);
    });
  }

  /** Makes the order's contact, or changes it. @throws ProblemError `contact-refused` with the fields that S-360 names */
  async save(order: Order, contact: Contact, language: string): Promise<void> {
    const { address } = await this.of(order);
    await this.#save(order.orderId, { contact, address }, language);
  }

  /** Adds the address to the order's contact and gives its id. @throws ProblemError `contact-missing` before there is one */
  async saveAddress(order: Order, address: Address, language: string): Promise<string> {
    const { contact } = await this.of(order);
    if (!contact) throw new ProblemError('contact-missing');
    const { contactAddressId } = await this.#save(order.orderId, { contact, address }, language);
    if (!contactAddressId)
      throw new ProblemError('box-office-refused', {}, { message: 'S-360 kept no address' });
    return contactAddressId;
  }

  async #save(orderId: string, saved: SavedContact, language: string): Promise<ContactKey> {
    const pointOfSalesId = this.parts.pointOfSale.get().posId;
    const contactNumber = await this.parts.records.contactNumberOf(orderId);
    const args = toSaveContact(saved, { pointOfSalesId, contactNumber, language });
    const key = toContactKey(await this.#ask(args));
    const savedAt = this.parts.clock.now();
    await this.parts.records.buyers.put({ orderId, ...key, savedAt });
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
