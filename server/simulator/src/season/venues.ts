import { hallPlan } from './halls/halls.js';
import { configurationIds, hallNumbers, type HallCode } from './halls/plan.js';
import { idOf } from './ids.js';
import type { PhysicalConfiguration } from './season.types.js';
import { externalName, sameText, type Text, text, textBy } from './text.js';

/** A hall as built. S-360 puts it into a space, and the space into a site with an address. */
interface Venue {
  code: HallCode;
  site: Text;
  space: Text;
  street: string;
  zipcode: string;
  /** Most people that may be let in. */
  gauge: number;
}

const venues: Venue[] = [
  {
    code: 'OPERA',
    site: text('Opera House', 'Opéra', 'Opernhaus', 'Teatro dell’Opera'),
    space: text('Main Stage', 'Grande salle', 'Grosse Bühne', 'Sala grande'),
    street: 'Seepromenade 1',
    zipcode: '8001',
    gauge: 1186,
  },
  {
    code: 'ARENA',
    site: sameText('Riverside Arena'),
    space: text('Arena', 'Arène', 'Arena', 'Arena'),
    street: 'Flussweg 40',
    zipcode: '8005',
    gauge: 12_000,
  },
  {
    code: 'STADIUM',
    site: sameText('Lumen Stadium'),
    space: text('Stadium', 'Stade', 'Stadion', 'Stadio'),
    street: 'Allmend 12',
    zipcode: '8048',
    gauge: 60_000,
  },
  {
    code: 'CLUB',
    site: sameText('The Cellar Club'),
    space: text('Cellar', 'Cave', 'Keller', 'Cantina'),
    street: 'Marktgasse 9',
    zipcode: '8003',
    gauge: 300,
  },
  {
    code: 'MUSEUM',
    site: text('Museum of Form', 'Musée de la Forme', 'Museum der Form', 'Museo della Forma'),
    space: text('Galleries', 'Salles', 'Ausstellungsräume', 'Sale'),
    street: 'Parkring 22',
    zipcode: '8002',
    gauge: 400,
  },
];

/** Name of a venue. Only the opera house has stages enough to name the one that is meant. */
function nameOf({ code, site, space }: Venue): Text {
  if (code !== 'OPERA') return site;
  return textBy((language) => `${site[language]}, ${space[language]}`);
}

/** The halls as built, with their address and areas. */
export function physicalConfigurations(): PhysicalConfiguration[] {
  return venues.map((venue) => ({
    id: configurationIds(venue.code).physicalConfigurationId,
    code: venue.code,
    externalName: externalName(nameOf(venue)),
    siteCode: venue.code,
    siteExternalName: externalName(venue.site),
    spaceCode: 'MAIN',
    spaceExternalName: externalName(venue.space),
    street: venue.street,
    town: 'Lumen',
    zipcode: venue.zipcode,
    countryCode: 'CH',
    physicalGauge: venue.gauge,
    areas: areasOf(venue.code),
  }));
}

/** The areas of the plan; the museum, which has none, is one area. */
function areasOf(code: HallCode): PhysicalConfiguration['areas'] {
  const plan = hallPlan(code);
  if (plan) return plan.areas.map((area) => ({ id: area.id, code: area.code }));
  return [{ id: idOf('area', hallNumbers[code] * 100 + 1), code: 'ENTRY' }];
}
