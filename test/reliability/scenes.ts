/** For each bug that is planted the visitors and the blows that it does harm to: small worlds, in which a sound relay does none. */
import { momentAt } from './moments.js';
import type { PlantedName } from './planted.js';
import type { Script } from './schedule.js';
import type { PaymentPlan, VisitorPlan } from './visitor.plan.js';

const payment: PaymentPlan = { card: 'paid', pausesSeconds: 0, then: 'report', turnsAfterSeconds: null };
const buyer: VisitorPlan = {
  tickets: 1,
  added: 0,
  priceChanges: false,
  doubleClickAt: null,
  tabCloses: null,
  payments: [payment],
};

const scene = (plan: VisitorPlan, script: Partial<Script> = {}): Script => ({
  ...{ faults: [], blowEndsFaults: false, hasOutage: false, drawBlows: () => [] },
  drawPlan: () => plan,
  ...script,
});

/** Made when they are wanted: a moment is looked for in the code as it is. */
export const sceneOf: Record<PlantedName, () => Script> = {
  'blind-retry': () =>
    scene(
      { ...buyer, added: 2 },
      {
        faults: [
          {
            line: 'answer dropped',
            fault: { method: 'createOrUpdateOrder', kind: 'reset', after: true, probability: 0.5 },
          },
        ],
      },
    ),
  'missing-intent': () =>
    scene(
      { ...buyer, tabCloses: { step: 'begin', moment: 'during' } },
      {
        drawBlows: () => [
          {
            after: 1,
            blow: 'relay killed',
            moment: momentAt('checkout.creation.js', 'notedOn(attempt, payment'),
          },
        ],
      },
    ),
  // A payment that S-360 does not complete for a while is given to people by one relay when another one has just completed it.
  'no-compare-and-set': () =>
    scene(buyer, {
      faults: [
        {
          line: 'refused for now',
          fault: { method: 'notifyOrder', kind: 'error.sim.later', probability: 1 },
        },
      ],
      blowEndsFaults: true,
      drawBlows: () => [
        {
          after: 1,
          blow: 'relay stands still',
          moment: momentAt('checkout.attempts.js', 'attempts.raise(attempt'),
          // Longer than it has the order, and the payment, to itself.
          standsSeconds: 300,
        },
      ],
    }),
  // Two relays hear of a refused card at once, and it takes several writes to open the cart again.
  'lease-ignored': () =>
    scene({ ...buyer, doubleClickAt: 'report', payments: [{ ...payment, card: 'refused' }] }),
  'final-no': () => scene({ ...buyer, payments: [{ ...payment, card: 'refused', turnsAfterSeconds: 100 }] }),
};
