import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import type { S360 } from '../s360/index.js';
import { toContactKey, toSaveContact, toSavedContact, type SavedContact } from './contacts.mapping.js';

const folder = new URL('../../src/contacts/fixtures/', import.meta.url);
const service = 'ContactInformationPublicService';

interface Save {
  saved: SavedContact;
  head: { pointOfSalesId: string; contactNumber?: string; language: string };
}

const operations = {
  async saveIndividualContact(s360: S360, { saved, head }: Save) {
    return toContactKey(await s360.call(service, 'saveIndividualContact', toSaveContact(saved, head)));
  },
  async getContactData(s360: S360, input: { contactNumber: string; contactAddressId: string | null }) {
    const args = { contactNumber: input.contactNumber, details: ['GENERAL', 'ADDRESSES'] };
    return toSavedContact(
      await s360.call(service, 'getContactData', args),
      input.contactAddressId,
      () => undefined,
    );
  },
};

await testFixtures(folder, await runsByOperation(folder, operations));
