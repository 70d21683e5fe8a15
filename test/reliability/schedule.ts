import type { Chance } from './chance.js';
import { drawPlan, type Lifetimes, type VisitorPlan } from './visitor.plan.js';
import type { Blow } from './world.js';

/** A fault of the simulator's control port, and the line of the report that it counts for. */
export interface ScriptedFault {
  readonly line: string;
  readonly fault: object;
}

/** Writes of a purchase, and what its payment is decided by: struck more often than what is only looked at. */
const decisive = [
  'createOrUpdateOrder',
  'createPaymentsAndCloseOrder',
  'checkPayment',
  'notifyOrder',
  'reopenOrder',
  'cancelPayment',
];

const onAll = (line: string, probability: number, fault: object): ScriptedFault => ({
  line,
  fault: { method: '*', probability, ...fault },
});
const onDecisive = (line: string, probability: number, fault: object): ScriptedFault[] =>
  decisive.map((method) => ({ line, fault: { method, probability, ...fault } }));

/** What S-360's answers are struck by, from the first call to the last. */
const scriptedFaults: readonly ScriptedFault[] = [
  ...onDecisive('timeout before effect', 0.01, { kind: 'timeout' }),
  ...onDecisive('timeout after effect', 0.015, { kind: 'timeout', after: true }),
  ...onDecisive('answer dropped', 0.015, { kind: 'reset', after: true }),
  ...onDecisive('request repeated on the way', 0.01, { kind: 'duplicate' }),
  ...onDecisive('in_progress for minutes', 0.008, { kind: 'in_progress', seconds: 150 }),
  ...onDecisive('in_progress for a moment', 0.01, { kind: 'in_progress', polls: 1 }),
  ...onDecisive('request id forgotten', 0.15, { kind: 'forgotten' }),
  onAll('connection cut', 0.003, { kind: 'reset' }),
  onAll('HTTP 509', 0.001, { kind: 'http509' }),
  onAll('HTTP 429', 0.001, { kind: 'http429' }),
  onAll('HTTP 500', 0.004, { kind: 'http500' }),
  onAll('HTTP 503', 0.004, { kind: 'http503' }),
  onAll('SOAP fault', 0.002, { kind: 'fault' }),
];

export interface PlannedBlow {
  /** Comes when so many visitors have begun. */
  readonly after: number;
  readonly blow: Blow;
  /** Where a relay is struck; drawn where nothing is said. */
  readonly moment?: string;
  /** How long one stands still; drawn where nothing is said. */
  readonly standsSeconds?: number;
}

/** What befalls a run. */
export interface Script {
  readonly faults: readonly ScriptedFault[];
  /** Whether S-360 answers as it should from the first blow on. */
  readonly blowEndsFaults: boolean;
  /** Whether S-360 is down for an hour, once in each thousand purchases. */
  readonly hasOutage: boolean;
  drawPlan(chance: Chance, lifetimes: Lifetimes): VisitorPlan;
  /** Of those that can befall the world. */
  drawBlows(chance: Chance, purchases: number, blows: readonly Blow[]): PlannedBlow[];
}

/** How many purchases there are, on the whole, for each blow of a kind. */
const purchasesABlow: Record<Blow, number> = {
  'relay killed': 6,
  'relay stands still': 25,
  'disk full': 40,
  'clock stepped': 30,
  'database takes no writes': 40,
  'database restarted': 50,
};

/** When each blow comes, drawn. */
const drawBlows = (chance: Chance, purchases: number, blows: readonly Blow[]): PlannedBlow[] =>
  blows
    .flatMap((blow) => Array.from({ length: Math.ceil(purchases / purchasesABlow[blow]) }, () => blow))
    .map((blow) => ({ after: chance.whole(1, purchases), blow }))
    .sort((one, other) => one.after - other.after);

/** S-360 answers nothing: half of the calls are cut off, half refused. */
export const outage: readonly object[] = [
  { method: '*', kind: 'reset', probability: 0.5 },
  { method: '*', kind: 'http503', probability: 1 },
];
export const outageSeconds = 3_600;
/** How many purchases of a run there are for each hour that S-360 is down. */
export const purchasesAnOutage = 1_000;

/** All that there is, to visitors of all kinds. */
export const everything = (hasOutage: boolean): Script => ({
  ...{ faults: scriptedFaults, blowEndsFaults: false, hasOutage, drawPlan, drawBlows },
});
