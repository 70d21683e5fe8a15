import { expect } from '@open-wc/testing';
import {
  areTogether,
  atLeadTariff,
  type Choice,
  lacking,
  loneSeat,
  offers,
  propose,
  total,
  withSeats,
  withTariff,
} from './seat-picker.choice.js';
import { mostTogether } from './seat-picker.closer.js';
import { plan, seatAt, seatMap, statesWith } from './seat-picker.fixture.js';
import { CLOSED } from '@s360-widgets/seat-map';
import { Hall } from './seat-picker.hall.js';

const hallWith = (states: Record<string, number> = {}) =>
  new Hall({ seatMap: { ...seatMap, states: statesWith(states) }, plan, updates: [] });
const choose = (hall: Hall, ...places: string[]): Choice =>
  places.map((place) => atLeadTariff(hall, seatAt(place)));
const none: ReadonlySet<number> = new Set();

describe('the choice of seats', () => {
  it('takes the first full tariff, and knows what else a seat costs', () => {
    const hall = hallWith();
    const seat = seatAt('left A 3');
    expect(atLeadTariff(hall, seat).tariffId).to.equal('1');
    expect(offers(hall, seat).map(({ amountMinor }) => amountMinor)).to.deep.equal([8400, 4200, 500]);
    expect(total(withTariff(choose(hall, 'left A 3', 'left A 4'), seat, '2'), hall)).to.equal(12600);
  });

  it('names no price that only members may pay, and closes what nobody else may buy', () => {
    const tariffs = [{ ...seatMap.tariffs[0]!, id: '9', membersOnly: true }, ...seatMap.tariffs];
    const withMember = (only: boolean) =>
      seatMap.seatCategories.map((category) => ({
        ...category,
        prices: [{ tariffId: '9', amountMinor: 1000 }, ...(only ? [] : category.prices)],
      }));
    const hallOf = (only: boolean) =>
      new Hall({
        seatMap: { ...seatMap, tariffs, seatCategories: withMember(only), states: statesWith({}) },
        plan,
        updates: [],
      });
    const seat = seatAt('left A 3');
    expect(hallOf(false).priceOf(seat)?.amountMinor).to.equal(8400);
    expect(atLeadTariff(hallOf(false), seat).tariffId).to.equal('1');
    expect(hallOf(true).priceOf(seat)).to.equal(undefined);
    expect(hallOf(true).states[seat]).to.equal(CLOSED);
  });

  it('finds the tariff that is not sold by itself, unless the cart has its companion', () => {
    const hall = hallWith();
    const child = withTariff(choose(hall, 'left A 3'), seatAt('left A 3'), '3');
    expect(lacking(child, hall).map(({ name }) => name)).to.deep.equal(['Child']);
    expect(lacking(child, hall, ['1'])).to.deep.equal([]);
    expect(lacking([...child, ...choose(hall, 'left A 4')], hall)).to.deep.equal([]);
  });

  it('hands tariffs on to the seats that come instead', () => {
    const hall = hallWith();
    const choice = withTariff(choose(hall, 'left A 3', 'left A 4'), seatAt('left A 3'), '2');
    const moved = withSeats(choice, hall, [seatAt('left A 4'), seatAt('left A 5')]);
    expect(moved.map(({ tariffId }) => tariffId)).to.deep.equal(['1', '2']);
  });

  it('proposes seats together, at the pressed prices only', () => {
    const hall = hallWith();
    const dearest = propose(hall, 3, none)!;
    expect(dearest.isTogether).to.equal(true);
    expect(areTogether(hall, dearest.seats)).to.equal(true);
    const cheapest = propose(hall, 3, new Set([2]))!;
    expect(cheapest.seats.every((seat) => hall.priceOf(seat)?.amountMinor === 3200)).to.equal(true);
  });

  it('says that seats are apart, and that there are too few', () => {
    const row = Object.fromEntries(
      ['A', 'B'].flatMap((row) => [2, 4, 6, 8, 10].map((n) => [`balcony ${row} ${n}`, 1])),
    );
    const hall = hallWith(row);
    expect(propose(hall, 2, new Set([2]))!.isTogether).to.equal(false);
    expect(propose(hall, 11, new Set([2]))).to.equal(null);
  });

  it('sees a seat left on its own, and where the party could go instead', () => {
    const hall = hallWith({ 'left A 1': 1, 'left A 6': 1 });
    const lone = loneSeat(choose(hall, 'left A 3', 'left A 4', 'left A 5'), hall)!;
    expect(lone.seat).to.equal(seatAt('left A 2'));
    expect(lone.moved).to.equal(null);
    const other = hallWith({ 'left A 1': 1 });
    const { moved } = loneSeat(choose(other, 'left A 3', 'left A 4'), other)!;
    expect(moved).to.deep.equal([seatAt('left A 4'), seatAt('left A 5')]);
    expect(loneSeat(choose(hallWith(), 'left A 1', 'left A 2'), hallWith())).to.equal(null);
  });
});

describe('the hall', () => {
  it('counts what is free by section and price', () => {
    const hall = hallWith({ 'left A 1': 1, 'left A 2': 2 });
    expect(hall.prices.map(({ amountMinor, letter }) => [amountMinor, letter])).to.deep.equal([
      [8400, 'a'],
      [5600, 'c'],
      [3200, 'e'],
    ]);
    expect(hall.free(-1, 0)).to.equal(30);
    expect(hall.left([0], none).count).to.equal(22);
    expect(mostTogether(hall, 0)).to.equal(8);
  });

  it('follows what the relay tells, and says which seats changed', () => {
    const hall = hallWith();
    const change = { ...statesWith(), all: null, version: 2, changes: [1, 1, 2, 2] };
    const data = { seatMap: hall.seatMap, plan, updates: [change] };
    expect(hall.follow(data)).to.deep.equal([0, 2]);
    expect(hall.follow(data)).to.deep.equal([]);
    expect(hall.isFree(0)).to.equal(false);
    const anew = { ...statesWith({ 'left A 1': 1 }), version: 3 };
    expect(hall.follow({ ...data, updates: [anew] })).to.deep.equal([2]);
  });

  it('closes what has no price here', () => {
    const hall = new Hall({
      seatMap: { ...seatMap, seatCategories: seatMap.seatCategories.slice(0, 2) },
      plan,
      updates: [],
    });
    expect(hall.isFree(seatAt('balcony A 1'))).to.equal(false);
    expect(hall.prices).to.have.length(2);
  });
});
