import type { CartItem } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { HELD } from '@s360-widgets/seat-map';
import type { ReactiveElement } from 'lit';
import { emit } from '../base/emit.js';
import {
  asPicked,
  type Choice,
  has,
  lacking,
  propose,
  total,
  without,
  withSeats,
  withoutTariff,
  withTariff,
} from './seat-picker.choice.js';
import { type Desk, USUAL } from './seat-picker.desk.js';
import type { Hall } from './seat-picker.hall.js';
import { followSkips } from './seat-picker.skip.js';
import { askText } from './seat-picker.words.choice.js';
import { placeName } from './seat-picker.words.js';

/** What the tray has to say beyond the choice. */
export type Notice =
  | { readonly kind: 'limit' | 'best-none' | 'best-apart' }
  | { readonly kind: 'lost'; readonly seats: readonly number[]; readonly before: Choice }
  | { readonly kind: 'added'; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: ProblemError };

/** The visitor's choice and every way to change it. It holds no seat: only the cart does. */
export class Selection {
  choice: Choice = [];
  notice: Notice | null = null;
  /** The choice is on its way into the cart; meanwhile it can't be changed. */
  isAdding = false;
  #wanted = USUAL;
  readonly #host: ReactiveElement;
  readonly #desk: () => Desk;

  constructor(host: ReactiveElement, desk: () => Desk) {
    this.#host = host;
    this.#desk = desk;
    followSkips(host.renderRoot);
  }

  /** How many tickets the visitor wants: at least as many as are chosen, at most as many as may be. */
  get count(): number {
    return Math.max(Math.min(this.#wanted, this.#desk().most), this.choice.length, 1);
  }

  get seats(): readonly number[] {
    return this.choice.map(({ seat }) => seat);
  }

  /** Another performance: nothing is chosen. */
  reset(): void {
    this.choice = [];
    this.notice = null;
  }

  /** More than may be bought is refused, and said so. */
  setCount(count: number): void {
    if (count > this.#desk().most) return this.#say({ kind: 'limit' });
    this.#wanted = count;
    this.#host.requestUpdate();
  }

  /** A person points at a seat: chooses it, or lets it go. */
  toggle(seat: number): void {
    const { hall, words, inCart, most, announce } = this.#desk();
    if (this.isAdding) return;
    const place = placeName(hall, seat, words);
    if (has(this.choice, seat)) return this.letGo(seat);
    if (inCart.has(seat) || !hall.isFree(seat)) return announce(words.seats.taken(place));
    if (this.choice.length >= most) return this.#say({ kind: 'limit' });
    this.#change([...this.choice, asPicked(hall, seat)]);
    announce(words.seats.chosen(place, this.choice.length, this.total));
  }

  letGo(seat: number): void {
    const { hall, words, announce } = this.#desk();
    if (this.isAdding) return;
    this.#change(without(this.choice, [seat]));
    announce(words.seats.released(placeName(hall, seat, words), this.choice.length, this.total));
  }

  setTariff(seat: number, tariffId: string): void {
    this.#change(withTariff(this.choice, seat, tariffId));
  }

  /** Takes the best free seats, as many as are wanted, in place of the choice. */
  pickBest(count = this.count, before = this.choice): void {
    const { hall, pressed, most } = this.#desk();
    if (this.isAdding) return;
    if (most === 0) return this.#say({ kind: 'limit' });
    const proposal = propose(hall, count, pressed);
    if (!proposal) return this.#say({ kind: 'best-none' });
    this.replace(proposal.seats, before);
    if (!proposal.isTogether) this.#say({ kind: 'best-apart' });
  }

  /** Other seats instead, such as the choice moved along its row. */
  replace(seats: readonly number[], before = this.choice): void {
    const { hall, words, announce, show } = this.#desk();
    this.#change(withSeats(before, hall, seats));
    show(seats);
    const places = words.format.list(seats.map((seat) => placeName(hall, seat, words)));
    announce(words.seats.picked(seats.length, places, this.total));
  }

  dismiss(): void {
    this.notice = null;
    this.#host.requestUpdate();
  }

  /** Takes in that seats are no longer free; those of the choice are lost, unless they are in the visitor's own cart by now. */
  follow(changed: readonly number[]): void {
    const { hall, inCart } = this.#desk();
    if (this.isAdding || changed.length === 0) return;
    const gone = this.seats.filter((seat) => !hall.isFree(seat));
    const lost = gone.filter((seat) => !inCart.has(seat));
    if (lost.length > 0) this.#lose(lost);
    else if (gone.length > 0) this.#change(without(this.choice, gone));
  }

  /** Asks for all seats at once. A host page that vetoes takes the step over. */
  async add(): Promise<void> {
    const { hall, words, tariffsInCart, announce } = this.#desk();
    const { performanceId, eventId } = hall.seatMap;
    const { choice } = this;
    if (this.isAdding) return;
    if (choice.length === 0) return announce(words.seats.addHint);
    const unsaid = withoutTariff(choice);
    if (unsaid) return announce(askText(hall, unsaid.seat, words));
    const [missing] = lacking(choice, hall, tariffsInCart);
    if (missing) return announce(words.seats.companion.title(missing.name));
    if (!emit(this.#host, 's360-cart-add-request', { performanceId, eventId, ticketCount: choice.length }))
      return;
    this.isAdding = true;
    this.notice = null;
    this.#host.requestUpdate();
    const problem = await this.#send({
      kind: 'seats',
      performanceId,
      seats: choice.map((chosen) => itemOf(hall, chosen)),
    });
    this.isAdding = false;
    this.#settle(choice, problem);
  }

  /** A host page that vetoes takes the step over. */
  checkOut(event: Event): void {
    const { checkoutUrl } = this.#desk().ways;
    if (!emit(this.#host, 's360-checkout-request', { url: checkoutUrl })) event.preventDefault();
  }

  /** The total in words. */
  get total(): string {
    const { hall, words } = this.#desk();
    return words.format.money(total(this.choice, hall), hall.seatMap.currency);
  }

  async #send(item: CartItem): Promise<ProblemError | null> {
    const { ways, check } = this.#desk();
    const problem = (await ways.store?.dispatch('cart-add', { items: [item] })) ?? null;
    if (problem) check();
    return problem;
  }

  #settle(asked: Choice, problem: ProblemError | null): void {
    const { hall, words, announce } = this.#desk();
    const taken = (problem?.details.seatIds ?? []).map((id) => hall.plan.indexOfSeat(id));
    const lost = taken.filter((seat) => has(asked, seat));
    if (!problem) {
      hall.mark(this.seats, HELD);
      this.#change([]);
      this.#say({ kind: 'added', count: asked.length });
      announce(words.seats.added.title(asked.length));
    } else if (problem.code === 'seats-taken' && lost.length > 0) this.#lose(lost);
    else this.#say({ kind: 'problem', problem });
  }

  #lose(lost: readonly number[]): void {
    const { hall } = this.#desk();
    const before = this.choice;
    hall.mark(
      lost.filter((seat) => hall.isFree(seat)),
      HELD,
    );
    this.#change(without(before, lost));
    this.#say({ kind: 'lost', seats: lost, before });
  }

  #change(choice: Choice): void {
    const before = this.seats.join();
    this.choice = choice;
    this.notice = null;
    this.#wanted = Math.max(this.#wanted, choice.length);
    this.#host.requestUpdate();
    if (this.seats.join() === before) return;
    const { plan, seatMap } = this.#desk().hall;
    const seatIds = Object.freeze(this.seats.map((seat) => plan.seatId(seat)));
    emit(this.#host, 's360-seats-selected', { performanceId: seatMap.performanceId, seatIds });
  }

  /** The note itself is read out when it appears. */
  #say(notice: Notice): void {
    this.notice = notice;
    this.#host.requestUpdate();
  }
}

function itemOf({ plan }: Hall, { seat, tariffId }: { seat: number; tariffId: string }) {
  return { seatId: plan.seatId(seat), seatCategoryId: plan.categories[plan.category[seat]!]!, tariffId };
}
