import type { PhysicalConfiguration } from '../season/season.types.js';

/** A venue as performances and orders tell of it. */
export function location(venue: PhysicalConfiguration): object {
  return {
    siteAddress: {
      countryCode: venue.countryCode,
      firstAddressLine: venue.street,
      locality: venue.town,
      zipCode: venue.zipcode,
    },
    siteCode: venue.siteCode,
    siteExternalName: venue.siteExternalName,
    spaceCode: venue.spaceCode,
    spaceExternalName: venue.spaceExternalName,
  };
}
