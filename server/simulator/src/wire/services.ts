import { readdirSync, readFileSync } from 'node:fs';
import { type DialectName, dialects } from './dialect.js';
import { type ServiceDescription, readWsdl } from './wsdl.js';

const FOLDER = new URL('../../src/wsdl/', import.meta.url);

/** The descriptions of all services in a dialect, by name, read from `src/wsdl`. */
export function readServices(dialect: DialectName = 'a'): Map<string, ServiceDescription> {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.wsdl'))
    .sort();
  const services = files.map((file) =>
    readWsdl(readFileSync(new URL(file, FOLDER), 'utf8'), dialects[dialect]),
  );
  return new Map(services.map((service) => [service.name, service]));
}
