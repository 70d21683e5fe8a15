/** For tests: relays over a box office and a state that outlive them. */
import { pointOfSale, tryForgetfulDesk } from '../order/order.trial.js';
import { createManualClock } from '../state/index.js';
import { catalog, FakeBoxOffice, trialState } from './checkout.fake.js';
import { Finaliser } from './checkout.finalise.js';
import { guessedWidgetNames, type HandOverSettings } from './checkout.hand-over.js';
import { LateCharges } from './checkout.late.js';
import { PaymentStarter } from './checkout.start.js';
import { Sweep } from './checkout.sweep.js';
import { TakenBack } from './checkout.taken-back.js';
import { RaisedUndo } from './checkout.undo.js';

export const orderId = '10000000321';
const wishOf = (totalMinor: number) => ({ totalMinor, returnUrl: 'https://shop.example/return' });
const widget = {
  mode: 'widget',
  widgetUrl: 'https://pay.example/widget.js',
  integrity: null,
  global: 'PaymentWidget',
  function: 'mount',
  unmount: 'unmount',
  names: guessedWidgetNames,
  redirectUrl: null,
} as const;

export const redirect = {
  ...widget,
  mode: 'redirect',
  redirectUrl: 'https://shop.example/checkout',
} as const;

export type State = Awaited<ReturnType<typeof newState>>;

/** What outlives a relay's process: its database, and time. */
export async function newState() {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  return { clock, records: await trialState(clock) };
}

/** One relay process over a box office and a state that outlive it. */
export function relay(
  office: FakeBoxOffice,
  { clock, records }: State,
  handOver: HandOverSettings = widget,
  { mayUndo = false } = {},
) {
  const errors: string[] = [];
  const log = { error: (_: object, message: string) => errors.push(message), warn: () => undefined };
  const desk = tryForgetfulDesk(office, clock, records);
  const parts = { s360: office, clock, desk, log };
  const finaliser = new Finaliser(parts);
  const late = new LateCharges(parts);
  const undo = new RaisedUndo({ ...parts, mayUndo });
  const starter = new PaymentStarter({
    ...parts,
    finaliser,
    late,
    handOver,
    catalog,
    pointOfSale,
    paymentMethodCode: 'WEB',
    marginSeconds: 60,
    isAllowedOrigin: (origin) => origin === 'https://shop.example',
  });
  const takenBack = new TakenBack(parts);
  const sweep = new Sweep(
    { ...parts, finaliser, late, takenBack, undo },
    { everySeconds: 10, giveUpHours: 24 },
  );
  return {
    clock,
    desk,
    late,
    finaliser,
    starter,
    sweep,
    errors,
    begin: (total = 5_000) => desk.alone(orderId, () => starter.begin(orderId, wishOf(total), 'en')),
  };
}

export async function started() {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const process = relay(office, state);
  await process.begin();
  return { office, state, ...process };
}
