import type { SignInProof } from '@s360-widgets/contract';
import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import type { S360 } from '../s360/index.js';
import { PasswordProvider, type PasswordChange } from './sign-in.password.js';

const folder = new URL('../../src/sign-in/fixtures/', import.meta.url);

const providerAt = (s360: S360) =>
  new PasswordProvider({ s360, pointOfSale: { get: () => ({ posId: '466653735' }) } });

const runs = {
  authenticate: (s360: S360, { proof, renewal }: { proof?: SignInProof; renewal?: string }) =>
    proof ? providerAt(s360).vouch(proof) : providerAt(s360).renew(renewal ?? ''),
  async changePassword(s360: S360, given: PasswordChange & { contactNumber: string }) {
    const { contactNumber, ...passwords } = given;
    await providerAt(s360).changePassword(contactNumber, passwords);
    return null;
  },
};

await testFixtures(folder, await runsByOperation(folder, runs));
