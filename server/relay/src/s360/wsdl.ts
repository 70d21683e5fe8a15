import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClientAsync, type Client } from 'soap';
import { EnvelopeWriter, usernameToken, writerOptions, type Envelope } from './envelope.js';
import { withNames, type Names } from './names.js';
import { reliedServices } from './operations.js';
import type { ServiceName } from './services.js';
import {
  toShape,
  type Description,
  type ObjectShape,
  type StatedOperation,
  type WireObject,
} from './shape.js';

/**
 * The local copies of the services' WSDLs: a frozen version's never changes, and the vendor asks not to fetch them at run time.
 * `npm run wsdl` fetches them.
 */
export const wsdlFolder = fileURLToPath(new URL('../../src/s360/wsdl/', import.meta.url));

/** A service as its WSDL states it. */
export interface ServiceModel {
  /** By the relay's names. */
  readonly operations: ReadonlyMap<string, StatedOperation>;
  /** The SOAP envelope of a request and its HTTP headers, credentials included; the operation as the WSDL calls it. */
  envelope(operation: string, args: WireObject): Envelope;
}

export type ServiceModels = ReadonlyMap<ServiceName, ServiceModel>;

/** What could be read, and in words what could not. */
export interface ReadServices {
  readonly models: ServiceModels;
  readonly unreadable: readonly { readonly service: ServiceName; readonly words: string }[];
}

/** One operation of one service. Throws a TypeError where the WSDL has none of that name: a mistake of the caller. */
export function modelOf(models: ServiceModels, service: ServiceName, name: string) {
  const model = models.get(service);
  const operation = model?.operations.get(name);
  if (!model || !operation) throw new TypeError(`the WSDL of ${service} has no ${name}`);
  return { ...operation, envelope: (args: WireObject) => model.envelope(operation.name, args) };
}

export interface WsdlSource {
  /** Holds `<service>.wsdl` for each service that the relay calls, and the schemas that they import. */
  readonly folder: string;
  /** The operator's name and password, for the WS-Security header of each envelope. */
  readonly operator: string;
  readonly password: string;
  /** What the institution calls otherwise than the relay does; by default nothing. */
  readonly names?: Names;
}

/** Reads the WSDLs. Never throws for a file: what is wrong with it is told in words, so that all of it is told at once. */
export async function readServices(
  source: WsdlSource,
  services: readonly ServiceName[] = reliedServices,
): Promise<ReadServices> {
  const models = new Map<ServiceName, ServiceModel>();
  const unreadable: { service: ServiceName; words: string }[] = [];
  await Promise.all(
    services.map(async (service) => {
      const file = join(source.folder, `${service}.wsdl`);
      try {
        models.set(service, await readService(service, file, source));
      } catch (error) {
        unreadable.push({ service, words: `${file} can't be read: ${reasonOf(error, file)}` });
      }
    }),
  );
  return { models, unreadable: unreadable.sort((a, b) => a.words.localeCompare(b.words)) };
}

/** The first line of what Node or node-soap says, without stacks. */
function reasonOf(error: unknown, file: string): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return (message.split('\n')[0] ?? '').slice(0, 200);
  return path === file ? 'there is no such file' : `it imports ${path}, which is not there`;
}

async function readService(
  service: ServiceName,
  file: string,
  { operator, password, names = {} }: WsdlSource,
): Promise<ServiceModel> {
  // node-soap would say no more than that a path is wrong.
  if (!(await stat(file)).isFile()) throw new TypeError('it is no file');
  const writer = new EnvelopeWriter();
  // The cache of node-soap is shared by the process and would keep the first client's options.
  const client = await createClientAsync(file, { ...writerOptions, disableCache: true, httpClient: writer });
  client.setSecurity(usernameToken(operator, password));
  const stated = operationsOf(client);
  if (stated.size === 0) throw new TypeError('it describes no operation');
  const operations = withNames(service, stated, names[service]);
  return { operations, envelope: (operation, args) => writer.write(client, operation, args) };
}

/** What node-soap says of a WSDL: service, port, operation. One without parameters has no input, a one-way one no output. */
type ServiceDescriptions = Record<
  string,
  Record<string, Record<string, { input: Description | null; output: Description | null }>>
>;

/** Operations without a result are left out: the relay calls none. */
function operationsOf(client: Client): Map<string, StatedOperation> {
  const operations = new Map<string, StatedOperation>();
  const known = new Map<Description, ObjectShape>();
  const services = client.describe() as ServiceDescriptions;
  const ports = Object.values(services).flatMap((service) => Object.values(service));
  for (const [name, { input, output }] of ports.flatMap((port) => Object.entries(port))) {
    const wrapper = toShape(output ?? {}, known);
    const result = wrapper.kind === 'object' ? [...wrapper.fields.values()][0]?.shape : undefined;
    const args = toShape(input ?? {}, known);
    if (result?.kind !== 'object' || args.kind !== 'object') continue;
    operations.set(name, { name, input: args, result });
  }
  return operations;
}
