import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type DialectName, dialects } from './dialect.js';
import { type ServiceDescription, readWsdl } from './wsdl.js';

const FOLDER = new URL('../../src/wsdl/', import.meta.url);

/**
 * The descriptions of all services in a dialect, read from `src/wsdl`. A service's version of choice is there by the service's name, another one
 * with that version after it, as the vendor's pages are called: `ShipmentPublicService_v1_18`.
 */
export function readServices(dialect: DialectName = 'a'): Map<string, ServiceDescription> {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.wsdl'))
    .sort();
  return new Map(
    files.map((file) => [
      basename(file, '.wsdl'),
      readWsdl(readFileSync(new URL(file, FOLDER), 'utf8'), dialects[dialect]),
    ]),
  );
}
