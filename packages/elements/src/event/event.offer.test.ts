import { expect } from '@open-wc/testing';
import { bag, bundle, detail, pass, seasonTicket } from '../pieces/programme.fixture.js';
import { itemOf, offerOf, shortNames } from './event.offer.js';

const now = Date.parse('2026-11-27T10:00:00+01:00');
const none = { counts: {} };

describe('an offer', () => {
  it('begins with the first day, hour and category that can be had', () => {
    const { day, occasion, category, days } = offerOf(detail(), none, now);
    expect(days.map((each) => each.day)).to.deep.equal(['2026-11-28', '2026-12-05']);
    expect(day).to.equal('2026-11-28');
    expect(occasion?.id).to.equal('1001');
    expect(category?.name).to.equal('A');
  });

  it('leaves out what has begun', () => {
    const later = Date.parse('2026-12-05T16:00:00+01:00');
    expect(offerOf(detail(), none, later).occasions.map(({ id }) => id)).to.deep.equal(['1003']);
  });

  it('falls back when a choice is gone', () => {
    const { category, day } = offerOf(detail(), { day: '2026-12-24', categoryId: '32', counts: {} }, now);
    expect(day).to.equal('2026-11-28');
    expect(category?.id).to.equal('31');
  });

  it('counts no ticket of a tariff that needs a sign-in', () => {
    const offer = offerOf(detail(), { counts: { 1: 1, 3: 5 } }, now);
    expect(offer.ticketCount).to.equal(1);
    expect(offer.totalMinor).to.equal(8400);
  });

  it('asks for no more and no less of an item than is sold of it, whatever was wanted of another', () => {
    const countOf = (wanted: number, itemId: string) =>
      offerOf(bag, { counts: { 1: wanted }, itemId }, now).ticketCount;
    expect([countOf(6, '81'), countOf(6, '83'), countOf(1, '83')]).to.deep.equal([6, 4, 0]);
  });

  it('holds all dates of a season ticket, or those that were chosen and can be had, by date', () => {
    const heldOf = (heldIds: string[], itemId: string) => {
      const { held, toChoose } = offerOf(seasonTicket, { counts: {}, heldIds, itemId }, now);
      return [...held.map(({ id }) => id), toChoose];
    };
    expect(heldOf([], '92')).to.deep.equal(['601', '602', '603', '604', 0]);
    expect(heldOf([], '91')).to.deep.equal([2]);
    expect(heldOf(['604', '601'], '91')).to.deep.equal(['601', '604', 0]);
    expect(heldOf(['603', '602'], '91'), 'one that was called off').to.deep.equal(['602', 1]);
    expect(heldOf(['604', '602', '601'], '91'), 'more than it is good for').to.deep.equal(['601', '602', 0]);
  });

  it('puts a package into the cart with the first of what can be had, or with what was chosen', () => {
    const partsOf = (partIds: string[], event = bundle) => {
      const item = itemOf(event, offerOf(event, { counts: { 1: 3 }, categoryId: '32', partIds }, now));
      return item?.kind === 'package' ? item : null;
    };
    const book = { itemId: '85', quantity: 1 };
    expect(partsOf([])).to.deep.equal({
      ...{ kind: 'package', eventId: '109', itemId: '95', seatCategoryId: '32' },
      parts: [{ performanceId: '602', quantity: 2 }, book],
      tariffs: [{ tariffId: '1', quantity: 3 }],
    });
    expect(partsOf(['604'])?.parts).to.deep.equal([{ performanceId: '604', quantity: 2 }, book]);
    expect(partsOf(['601'])?.parts, 'one that is sold out').to.deep.equal(partsOf([])?.parts);
    const [evenings, goods] = bundle.packageLines ?? [];
    if (!evenings || !goods) throw new Error('no lines');
    const ofTwo = { ...bundle, packageLines: [{ ...evenings, choiceCount: 2 }, goods] };
    expect(partsOf(['604'], ofTwo), 'one of two chosen').to.equal(null);
    expect(partsOf(['604', '602'], ofTwo)?.parts.length).to.equal(3);
  });

  it('puts a season ticket into the cart once its dates are chosen', () => {
    const of = (heldIds: string[]) =>
      itemOf(seasonTicket, offerOf(seasonTicket, { counts: { 1: 2 }, categoryId: '32', heldIds }, now));
    expect(of(['602'])).to.equal(null);
    expect(of(['604', '602'])).to.deep.equal({
      ...{ kind: 'season-ticket', eventId: '108', itemId: '91', seatCategoryId: '32' },
      performanceIds: ['602', '604'],
      tariffs: [{ tariffId: '1', quantity: 2 }],
    });
  });

  it('puts a timed visit into the cart with its slot', () => {
    const offer = offerOf(pass, { counts: { 1: 2 } }, now);
    expect(itemOf(pass, offer)).to.deep.equal({
      kind: 'item',
      eventId: '103',
      itemId: '61',
      timeslotId: '71',
      tariffs: [{ tariffId: '1', quantity: 2 }],
    });
    expect(itemOf(pass, offerOf(pass, none, now))).to.equal(null);
  });
});

describe('category names', () => {
  const short = (...names: string[]) =>
    shortNames(names.map((name) => ({ id: name, name, availability: 'good', prices: [] })));

  it('drop the words that all begin with', () => {
    expect(short('Category A', 'Category B')).to.deep.equal(['A', 'B']);
    expect(short('Upper tier left', 'Upper tier right')).to.deep.equal(['left', 'right']);
  });

  it('stay when they have nothing in common, or nothing else', () => {
    expect(short('Stalls', 'Balcony')).to.deep.equal(['Stalls', 'Balcony']);
    expect(short('Category', 'Category A')).to.deep.equal(['Category', 'Category A']);
    expect(short('Category A')).to.deep.equal(['Category A']);
  });
});
