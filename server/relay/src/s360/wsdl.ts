import { fileURLToPath } from 'node:url';
import { type Client, createClientAsync } from 'soap';
import { type Envelope, EnvelopeWriter, usernameToken, writerOptions } from './envelope.js';
import { type ServiceName, serviceNames } from './services.js';
import { type Description, type ObjectShape, toShape, type WireObject } from './shape.js';

/** Local copies of the services' WSDLs: a frozen version's never changes, and the vendor asks not to fetch them at run time. */
const folder = new URL('../../src/s360/wsdl/', import.meta.url);

export interface Operation {
  /** Shape of the arguments, in the order that the schema wants. */
  readonly input: ObjectShape;
  /** Shape of the result, the one child of the response wrapper. */
  readonly result: ObjectShape;
}

/** A service as its WSDL states it. */
export interface ServiceModel {
  readonly operations: ReadonlyMap<string, Operation>;
  /** The SOAP envelope of a request and its HTTP headers, credentials included. */
  envelope(operation: string, args: WireObject): Envelope;
}

export type ServiceModels = ReadonlyMap<ServiceName, ServiceModel>;

/** One operation of one service. Throws a TypeError where the WSDL has none of that name: a mistake of the caller. */
export function modelOf(models: ServiceModels, service: ServiceName, name: string) {
  const model = models.get(service);
  const operation = model?.operations.get(name);
  if (!model || !operation) throw new TypeError(`the WSDL of ${service} has no ${name}`);
  return { ...operation, envelope: (args: WireObject) => model.envelope(name, args) };
}

/** Reads all WSDLs. The operator's name and password go into the WS-Security header of each envelope. */
export async function loadServices(operator: string, password: string): Promise<ServiceModels> {
  const models = await Promise.all(
    serviceNames.map(async (name) => [name, await loadService(name, operator, password)] as const),
  );
  return new Map(models);
}

async function loadService(name: ServiceName, operator: string, password: string): Promise<ServiceModel> {
  const writer = new EnvelopeWriter();
  const file = fileURLToPath(new URL(`${name}.wsdl`, folder));
  // The cache of node-soap is shared by the process and would keep the first client's options.
  const client = await createClientAsync(file, { ...writerOptions, disableCache: true, httpClient: writer });
  client.setSecurity(usernameToken(operator, password));
  return {
    operations: operationsOf(client),
    envelope: (operation, args) => writer.write(client, operation, args),
  };
}

/** What node-soap says of a WSDL: service, port, operation. An operation without parameters has no input. */
type ServiceDescriptions = Record<
  string,
  Record<string, Record<string, { input: Description | null; output: Description }>>
>;

function operationsOf(client: Client): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  const known = new Map<Description, ObjectShape>();
  const services = client.describe() as ServiceDescriptions;
  const ports = Object.values(services).flatMap((service) => Object.values(service));
  for (const [name, { input, output }] of ports.flatMap((port) => Object.entries(port))) {
    const wrapper = toShape(output, known);
    const result = wrapper.kind === 'object' ? [...wrapper.fields.values()][0]?.shape : undefined;
    const args = toShape(input ?? {}, known);
    if (result?.kind !== 'object' || args.kind !== 'object') {
      throw new TypeError(`the WSDL's ${name} has no result`);
    }
    operations.set(name, { input: args, result });
  }
  return operations;
}
