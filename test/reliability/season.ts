import type { CartItem } from '@s360-widgets/contract';
import { IDS, type Performance, type Season, seatId, smallSeason } from '@s360-widgets/simulator/trial';
import type { Chance } from './chance.js';

const fewestEvenings = 14;
/** With so few seats some visitors want the same. */
const purchasesAnEvening = 4;

const idOf = (evening: number) => `1022921000${String(evening).padStart(4, '0')}`;

/** The small season with its gala on as many evenings as there is demand for. */
export class Evenings {
  readonly tariffId = IDS.adult;
  readonly #count: number;

  constructor(purchases: number) {
    this.#count = Math.max(fewestEvenings, Math.ceil(purchases / purchasesAnEvening));
  }

  season(): Season {
    const season = smallSeason();
    for (const { products } of season.catalog.seasons) {
      const opera = products.find(({ id }) => id === IDS.opera);
      const gala = opera?.event?.performances.find(({ id }) => id === IDS.gala);
      if (!opera?.event || !gala) continue;
      const performances: Performance[] = Array.from({ length: this.#count }, (_, evening) => ({
        ...gala,
        id: idOf(evening),
        code: `EVENING${evening}`,
      }));
      opera.event = { ...opera.event, performances };
    }
    return season;
  }

  /** Some of the places of an evening, by their numbers or as S-360 likes. */
  choose(chance: Chance, tickets: number): CartItem {
    const performanceId = idOf(chance.whole(0, this.#count - 1));
    const best = this.#bestOf(performanceId, tickets);
    if (chance.strikes(0.6)) return best;
    const [row, first] = [chance.pick(['A', 'B'] as const), chance.whole(1, 11 - tickets)];
    const seats = Array.from({ length: tickets }, (_, at) => ({
      ...{ seatId: seatId(row, first + at), seatCategoryId: IDS.stalls, tariffId: IDS.adult },
    }));
    return { kind: 'seats', performanceId, seats };
  }

  /** Places as S-360 likes, of the evening that something else was chosen of. */
  chooseBest(tickets: number, like: CartItem): CartItem {
    return this.#bestOf('performanceId' in like ? like.performanceId : '', tickets);
  }

  #bestOf(performanceId: string, quantity: number): CartItem {
    return {
      ...{ kind: 'best-seats', performanceId, seatCategoryId: IDS.stalls },
      tariffs: [{ tariffId: IDS.adult, quantity }],
    };
  }
}
