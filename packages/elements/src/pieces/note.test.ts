import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { note, notice } from './note.js';

const message = {
  title: 'Seat 10 would be left on its own.',
  text: 'Move along the row, or take two.',
  actions: html`<button>Take seat 10 too</button>`,
};
const live = '[role="status"], [role="alert"]';

for (const [name, piece] of Object.entries({ note, notice })) {
  describe(`a ${name} that is read out`, () => {
    for (const tone of ['quiet', 'warn', 'bad'] as const) {
      it(`says its words, and not what there is to press: ${tone}`, async () => {
        const shown = await fixture(html`<div>${piece({ ...message, tone, live: true })}</div>`);
        const regions = [...shown.querySelectorAll(live)];
        expect(regions.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
          `${message.title} ${message.text}`,
        ]);
        expect(shown.querySelector('[role="note"]')?.contains(shown.querySelector('button'))).to.equal(true);
      });
    }

    it('is silent where it was there from the start', async () => {
      const shown = await fixture(html`<div>${piece(message)}</div>`);
      expect(shown.querySelector(live)).to.equal(null);
    });
  });
}
