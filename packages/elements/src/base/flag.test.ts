import { expect } from '@open-wc/testing';
import { waitUntil } from '../patience.fixture.js';
import { flag } from './flag.js';

describe('a boolean attribute', () => {
  const warn = console.warn;
  let said: unknown[] = [];
  beforeEach(() => {
    said = [];
    console.warn = (...words: unknown[]) => void said.push(...words);
  });
  afterEach(() => {
    console.warn = warn;
  });

  for (const value of ['false', 'FALSE', ' false ', '0', 'no', 'off', null])
    it(`is off: ${value ?? 'absent'}`, () => {
      expect(flag('filters-hidden')(value)).to.equal(false);
      expect(said).to.deep.equal([]);
    });

  for (const value of ['', 'true', 'filters-hidden', '1', 'yes', 'on'])
    it(`is on: "${value}"`, () => {
      expect(flag('filters-hidden')(value)).to.equal(true);
      expect(said).to.deep.equal([]);
    });

  it('is on for an odd value, which earns one warning however many elements have it', async () => {
    const read = flag('filters-hidden');
    expect([read('maybe'), read('maybe')]).to.deep.equal([true, true]);
    await waitUntil(() => said.length > 0, 'a warning');
    expect(said).to.deep.equal(['filters-hidden="maybe" is neither true nor false; it counts as true.']);
  });
});
