import { readdirSync, readFileSync } from 'node:fs';
import { type ServiceDescription, readWsdl } from './wsdl.js';

const FOLDER = new URL('../../src/wsdl/', import.meta.url);

/** The descriptions of all services, by name, read from `src/wsdl`. */
export function readServices(): Map<string, ServiceDescription> {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.wsdl'))
    .sort();
  const services = files.map((file) => readWsdl(readFileSync(new URL(file, FOLDER), 'utf8')));
  return new Map(services.map((service) => [service.name, service]));
}
