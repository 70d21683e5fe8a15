import { createHash } from 'node:crypto';
import type { Id } from '@s360-widgets/contract';
import { addressOf, type RawFrame, type RawPerformance } from '../s360/index.js';
import type { CatalogVenue } from './catalog.model.js';

type RawVenue = RawFrame['catalogData']['physicalConfigurations'][number];
type RawLocation = NonNullable<RawPerformance['location']>;

/** The venues of a catalog: the halls that it lists, and the places that performances tell of beside. */
export class CatalogVenues {
  readonly #byId = new Map<Id, CatalogVenue>();
  /** By the codes of site and space, and by that of a site which has one hall alone. */
  readonly #byCodes = new Map<string, CatalogVenue | undefined>();

  constructor(halls: readonly RawVenue[]) {
    for (const hall of halls) {
      const venue = fromHall(hall);
      this.#byId.set(venue.id, venue);
      if (hall.siteCode === undefined) continue;
      const site = codesOf({ siteCode: hall.siteCode });
      this.#byCodes.set(site, this.#byCodes.has(site) ? undefined : venue);
      if (hall.spaceCode !== undefined) this.#byCodes.set(codesOf(hall), venue);
    }
  }

  /**
   * Where a performance takes place: the hall of its location's codes, else the hall that it names (GUESS: by
   * `physicalConfigurationId`), else its location alone. Undefined where S-360 does not say.
   */
  of({ location, physicalConfigurationId = '' }: RawPerformance): CatalogVenue | undefined {
    const hall = location && this.#byCodes.get(codesOf(location));
    return hall ?? this.#byId.get(physicalConfigurationId) ?? (location && this.#placeOf(location));
  }

  all(): IterableIterator<CatalogVenue> {
    return this.#byId.values();
  }

  #placeOf(location: RawLocation): CatalogVenue | undefined {
    const { siteExternalName: name, siteAddress, siteCode = '' } = location;
    if (Object.keys(name).length === 0 && siteCode === '') return undefined;
    const { firstAddressLine: street, zipCode, locality: town } = siteAddress ?? {};
    const venue = {
      id: idOf(`${codesOf(location)} ${JSON.stringify(name)}`),
      name: Object.keys(name).length > 0 ? name : { en: siteCode },
      address: addressOf({ street, zipCode, town }),
      capacity: null,
    };
    this.#byId.set(venue.id, venue);
    return venue;
  }
}

function fromHall(hall: RawVenue): CatalogVenue {
  const { id, siteExternalName, externalName, formattedAddress, street, zipcode, town, physicalGauge } = hall;
  return {
    id,
    name: Object.keys(siteExternalName).length > 0 ? siteExternalName : externalName,
    address: formattedAddress ?? addressOf({ street, zipCode: zipcode, town }),
    capacity: physicalGauge ?? null,
  };
}

const codesOf = ({ siteCode, spaceCode }: Pick<RawLocation, 'siteCode' | 'spaceCode'>): string =>
  JSON.stringify([siteCode, spaceCode]);

/** The same digits for the same place, at every relay and after each load. */
const idOf = (place: string): Id =>
  String(BigInt(`0x${createHash('sha256').update(place).digest('hex').slice(0, 15)}`));
