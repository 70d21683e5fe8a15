import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import type { OrderBook } from '../orders/order-book.js';
import { Refusal } from '../refusal.js';

/** A document as it is given, in the vendor's words. */
export interface PrintableFileAttachmentData {
  /** Base64. */
  data?: string;
  fileName?: string;
  mimetype?: string;
  uploadDate?: string;
}

export interface FileAttachment {
  id: string;
  fileId: string;
  /** Who gave it, and may have it again. */
  contactReference: string | undefined;
  fileName: string;
  mimetype: string | undefined;
  data: string;
  uploadedAt: number;
}

export interface ExternalReference {
  key?: string;
  value?: string;
}

/** What is kept with files beside their orders: documents, and other systems' references to orders. */
export class FileCabinet {
  readonly #attachments = new Map<string, FileAttachment>();
  readonly #references = new Map<string, Map<string, string>>();

  constructor(
    private readonly book: OrderBook,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Who holds an order's secret sees its file. Throws orderNotFound. */
  fileIdBySecret(orderSecretId: string): string {
    const order = [...this.book.all()].find(({ secretId }) => secretId === orderSecretId);
    if (!order) throw new Refusal('error.sim.orderNotFound', 'no order has this secret');
    return order.fileId;
  }

  attach(fileId: string, given: PrintableFileAttachmentData, contactReference: string | undefined): void {
    this.book.inFile(fileId);
    const { fileName = '', mimetype, data = '' } = given;
    if (fileName === '' || data === '')
      throw new Refusal('error.sim.invalidParameter', 'an attachment needs fileName and data');
    const id = this.ids.next();
    const uploadedAt = this.clock.now();
    this.#attachments.set(id, { id, fileId, contactReference, fileName, mimetype, data, uploadedAt });
  }

  attachmentsOf(fileId: string): FileAttachment[] {
    return [...this.#attachments.values()].filter((attachment) => attachment.fileId === fileId);
  }

  /** GUESS: another contact's attachment is as good as unknown. */
  attachment(id: string, contactReference: string | undefined): FileAttachment {
    const attachment = this.#attachments.get(id);
    if (!attachment || attachment.contactReference !== contactReference)
      throw new Refusal('error.sim.invalidParameter', `attachment ${id} is unknown`);
    return attachment;
  }

  remove(attachment: FileAttachment): void {
    this.#attachments.delete(attachment.id);
  }

  /** GUESS: a key is kept once; an empty value takes it out. */
  refer(orderId: string, { key = '', value = '' }: ExternalReference): void {
    this.book.get(orderId);
    if (key === '') throw new Refusal('error.sim.invalidParameter', 'externalReference.key is missing');
    const references = this.#references.get(orderId) ?? new Map<string, string>();
    if (value === '') references.delete(key);
    else references.set(key, value);
    this.#references.set(orderId, references);
  }

  referencesOf(orderId: string): Required<ExternalReference>[] {
    this.book.get(orderId);
    return [...(this.#references.get(orderId) ?? [])].map(([key, value]) => ({ key, value }));
  }

  reset(): void {
    this.#attachments.clear();
    this.#references.clear();
  }
}
