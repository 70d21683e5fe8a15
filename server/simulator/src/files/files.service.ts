import type { ContactBook } from '../contacts/contact-book.js';
import type { OrderBook } from '../orders/order-book.js';
import type { OrderView } from '../orders/order.view.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import { contactsOf, fileStateOf, modifiedAt } from './file.view.js';
import type { ExternalReference, FileCabinet, PrintableFileAttachmentData } from './file-cabinet.js';

export interface FilesParts {
  readonly book: OrderBook;
  readonly cabinet: FileCabinet;
  readonly contacts: ContactBook;
  readonly view: OrderView;
}

interface AttachmentArgs {
  fileAttachmentId?: string;
  contactReference?: string;
}

interface UploadArgs {
  fileId?: string;
  printableFileAttachmentData?: PrintableFileAttachmentData;
  contactReference?: string;
}

interface ReferenceArgs {
  id?: string;
  externalReferenceKind?: string;
}

/** The operations on files of ExternalOrderService v1_33, by the names that a client's tests assert. A file is there as soon as its order. */
export function filesService(parts: FilesParts): Handlers {
  const { book, cabinet } = parts;
  return {
    getFileDetails: ({ fileId }: { fileId?: string }) => detailsOf(required(fileId, 'fileId'), parts),
    /** The secret alone opens it: whoever got the link. */
    getFileDetailsFromOrderSecretId: ({ orderSecretId }: { orderSecretId?: string }) =>
      detailsOf(cabinet.fileIdBySecret(required(orderSecretId, 'orderSecretId')), parts),
    /** The institution's own word for where a file stands, which no answer that we know of shows again; an empty one is accepted. */
    updateFileStatus({ fileId }: { fileId?: string; fileStatusIC?: string }) {
      book.inFile(required(fileId, 'fileId'));
      return {};
    },
    ...attachments(parts),
    ...references(parts),
  };
}

function detailsOf(fileId: string, { book, cabinet, view }: FilesParts): object {
  const orders = book.inFile(fileId);
  const attached = cabinet.attachmentsOf(fileId);
  return {
    fileDetailsData: {
      fileAttachments: attached.map(({ id, fileName, uploadedAt }) => ({
        ...{ fileAttachmentId: id, name: fileName, uploadDate: uploadedAt },
      })),
      fileContacts: contactsOf(orders),
      fileId,
      fileState: fileStateOf(orders),
      lastModDateTime: modifiedAt(orders, attached),
    },
    orderDetailsDatas: orders.map((order) => view.orderDetailsData(order, book.expiresAt(order))),
  };
}

function attachments({ cabinet, contacts }: FilesParts): Handlers {
  const find = ({ fileAttachmentId, contactReference }: AttachmentArgs) =>
    cabinet.attachment(required(fileAttachmentId, 'fileAttachmentId'), contactReference);
  return {
    uploadFileAttachment({ fileId, printableFileAttachmentData, contactReference }: UploadArgs) {
      const data = required(printableFileAttachmentData, 'printableFileAttachmentData');
      if (contactReference !== undefined) contacts.get(contactReference);
      cabinet.attach(required(fileId, 'fileId'), data, contactReference);
      return {};
    },
    getFileAttachment(args: AttachmentArgs) {
      const { data, fileName, mimetype, uploadedAt: uploadDate } = find(args);
      return { fileAttachment: { data, fileName, mimetype, uploadDate } };
    },
    deleteFileAttachment(args: AttachmentArgs) {
      cabinet.remove(find(args));
      return {};
    },
  };
}

function references({ cabinet }: FilesParts): Handlers {
  return {
    updateExternalReferences(args: ReferenceArgs & { externalReference?: ExternalReference }) {
      cabinet.refer(orderIn(args), required(args.externalReference, 'externalReference'));
      return {};
    },
    /** The same name twice, one in the other. */
    getExternalReference(args: ReferenceArgs) {
      const id = orderIn(args);
      return { externalReferences: { id, externalReferences: cabinet.referencesOf(id) } };
    },
  };
}

/** ORDER is the only kind that is seen. */
function orderIn({ id, externalReferenceKind }: ReferenceArgs): string {
  if (externalReferenceKind !== 'ORDER')
    throw new Refusal(
      'error.sim.invalidParameter',
      `externalReferenceKind ${externalReferenceKind} is unknown`,
    );
  return required(id, 'id');
}
