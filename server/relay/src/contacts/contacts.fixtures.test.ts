import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import { operations, type ArgumentsOf, type S360 } from '../s360/index.js';
import { toContactKey, toSaveContact, toSavedContact, type SavedContact } from './contacts.mapping.js';

const folder = new URL('../../src/contacts/fixtures/', import.meta.url);

interface Save {
  saved: SavedContact;
  head: { pointOfSalesId: string; contactNumber?: string; language: string };
}

const runs = {
  async saveIndividualContact(s360: S360, { saved, head }: Save) {
    return toContactKey(await s360.call(operations.saveIndividualContact, toSaveContact(saved, head)));
  },
  async getContactData(s360: S360, input: { contactNumber: string; contactAddressId: string | null }) {
    const { contactNumber } = input;
    const args: ArgumentsOf<'getContactData'> = { contactNumber, details: ['GENERAL', 'ADDRESSES'] };
    return toSavedContact(await s360.call(operations.getContactData, args), input.contactAddressId);
  },
};

await testFixtures(folder, await runsByOperation(folder, runs));
