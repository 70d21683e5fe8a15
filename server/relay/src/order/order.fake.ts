/** For tests: S-360's side of one order, with seats that can be gone and answers that can be lost. */
import { ProblemError } from '@s360-widgets/contract';
import { FakeS360, type FakeCall, type WireObject } from '../s360/fake.js';
import { S360Refusal } from '../s360/index.js';

interface Movement {
  movementId: string;
  operationId: string;
  seatId: string | undefined;
  tariffId: string;
}

export type Loss = 'before' | 'after';

export class FakeOrders extends FakeS360 {
  readonly orderId = '10000000321';
  secret = 'k3-secret';
  orderState = 'RUNNING';
  movements: Movement[] = [];
  shipmentModeId: string | undefined;
  /** A code that halves the price of the first ticket. */
  advantageCode: string | undefined;
  readonly calls: { operation: string; args: WireObject }[] = [];
  /** Seats and tariffs that S-360 will not sell. */
  readonly refused = new Set<string>();
  /** How a lost answer looks: none in time, or an error page in its place. */
  lostAs: 'box-office-timeout' | 'box-office-refused' = 'box-office-timeout';
  /** Whether the answer of the next call of an operation is lost, and whether before or after it had its effect. */
  loss: (operation: string) => Loss | undefined = () => undefined;
  /** Waited for before an operation has its effect. */
  delay: (operation: string) => Promise<void> = () => Promise.resolve();
  /** Most calls that were under way at the same time, reads left out. */
  mostWrites = 0;
  /** S-360's own words of a ticket, by the language of the call. */
  wordsIn: (language: string | undefined) => WireObject = () => ({});
  #writes = 0;
  #last = 100;

  protected override async answer({ operation, name, args, options }: FakeCall): Promise<WireObject> {
    this.calls.push({ operation: name, args });
    const isWrite = operation.kind === 'write';
    if (isWrite) this.mostWrites = Math.max(this.mostWrites, ++this.#writes);
    try {
      await new Promise(setImmediate);
      await this.delay(name);
      const loss = this.loss(name);
      if (loss === 'before') throw new ProblemError('box-office-timeout');
      const answer = this.#answer(name, args, options.language);
      if (loss === 'after') throw new ProblemError(this.lostAs);
      return answer;
    } finally {
      if (isWrite) this.#writes--;
    }
  }

  count(operation: string): number {
    return this.calls.filter((call) => call.operation === operation).length;
  }

  #answer(operation: string, args: WireObject, language?: string): WireObject {
    if (operation === 'getOrderDetails') return { orderDetailsData: this.#details(language) };
    if (operation === 'createOrUpdateOrder') return this.#add(args);
    if (operation === 'abandonMovements') {
      const ids = args.movementIds as string[];
      this.movements = this.movements.filter(({ movementId }) => !ids.includes(movementId));
      if (this.movements.length === 0) this.shipmentModeId = undefined;
    }
    if (operation === 'setShipmentMode') this.shipmentModeId = args.shipmentModeId as string;
    return {};
  }

  #add(args: WireObject): WireObject {
    const groups = (args.singleEntryAttributionOperations ?? []) as WireObject[];
    const wishes = groups.flatMap((group) => group.operationAttributions as WireObject[]);
    if (typeof args.advantageCode === 'string') this.#redeem(args.advantageCode);
    const added = wishes.flatMap((wish) => this.#movementsOf(wish));
    this.movements.push(...added);
    const movementDataUpdates = added.map(({ movementId }) => ({ movementId }));
    return { orderUpdateData: { orderId: this.orderId, orderSecretId: this.secret, movementDataUpdates } };
  }

  #redeem(code: string): void {
    if (this.refused.has(code)) throw refusal('promo-code-ended', 'error.sim.advantageEnded', '');
    this.advantageCode = code.toUpperCase() || undefined;
  }

  #movementsOf({ physicalSeatIds = [], quantity, audienceSubCategoryId }: WireObject): Movement[] {
    const seatIds = physicalSeatIds as string[];
    const tariffId = audienceSubCategoryId as string;
    const isHeld = (seatId: string) => this.movements.some((movement) => movement.seatId === seatId);
    const gone = seatIds.filter((seatId) => this.refused.has(seatId) || isHeld(seatId));
    if (gone.length > 0) throw refusal('seats-taken', 'error.sim.seatTaken', `taken: ${gone.join(', ')}`);
    if (this.refused.has(tariffId)) throw refusal('not-on-sale', 'error.sim.notOnSale', '');
    return Array.from({ length: quantity as number }, (_, at) => {
      const movementId = String(++this.#last);
      return { movementId, operationId: `9${movementId}`, seatId: seatIds[at], tariffId };
    });
  }

  #saleAmount(): number {
    const { length } = this.movements;
    return length * 25_000 - (length > 1 ? 5_000 : 0) - (this.advantageCode && length > 0 ? 12_500 : 0);
  }

  #details(language?: string): WireObject {
    return {
      orderId: this.orderId,
      orderSecretId: this.secret,
      orderState: this.orderState,
      creationDateTime: '2026-12-01T20:00:00.000+00:00',
      expirationDate: '2026-12-01T20:15:00.000+00:00',
      catalogCurrency: { currencyCode: 'EUR', fractionDigit: 2 },
      // What S-360 asks for is not the sum of what the tickets say.
      saleAmount: String(this.#saleAmount()),
      advantageCode: this.advantageCode,
      movementDatas: this.movements.map(({ movementId, operationId, seatId }) => ({
        ...{
          movementId,
          operationId,
          seatId,
          areaId: '4',
          area: 'Stalls',
          row: 'A',
          seat: '1',
        },
      })),
      operationDatas: this.movements.map(({ operationId, tariffId }, at) => ({
        ...{ operationId, kind: 'SINGLE_ENTRY', productId: '5', product: 'Gala', performanceId: '7' },
        ...{ performanceStart: '2026-12-12T19:00:00.000+00:00', audienceSubCategoryId: tariffId },
        ...{ audienceSubCategory: 'Adult', seatCategoryId: '11', unitPrice: '25000', totalAmount: '25000' },
        ...(this.advantageCode && at === 0 ? reduction : {}),
        ...this.wordsIn(language),
      })),
      shipments: this.shipmentModeId ? [{ shipmentModeId: this.shipmentModeId }] : [],
    };
  }
}

/** What a promotion makes of a ticket. */
const reduction = {
  ...{ advantage: 'Half price', basePrice: '25000' },
  ...{ unitPrice: '12500', totalAmount: '12500' },
};

const refusal = (problem: 'seats-taken' | 'not-on-sale' | 'promo-code-ended', code: string, detail: string) =>
  new ProblemError(problem, {}, { cause: new S360Refusal(code, detail) });
