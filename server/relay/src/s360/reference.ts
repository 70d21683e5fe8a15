import type { Operation } from './operation.js';
import * as availability from './operations/availability.js';
import * as catalog from './operations/catalog.js';
import * as contact from './operations/contact.js';
import * as order from './operations/order.js';
import * as payment from './operations/payment.js';
import * as shipment from './operations/shipment.js';
import * as tickets from './operations/tickets.js';
import { allOperations, reliedServices } from './operations.js';
import { fieldsOf, type WireField } from './paths.js';
import { referencePath, restPath, soapPath, type ServiceName } from './services.js';

const modules: Readonly<Record<string, object>> = {
  availability,
  catalog,
  contact,
  order,
  payment,
  shipment,
  tickets,
};

const head = `# What the relay sends to S-360, and reads of it

Made by \`npm run s360:reference\` of the table in [server/relay/src/s360/operations.ts](../server/relay/src/s360/operations.ts), which
calls are typed by; a test holds the two together. **GUESS** is what no public source names: the name is ours, the simulator shares it, and
\`npm run s360:check\` says of an institution's WSDLs which of them are so. All else stands in the vendor's reference, on its platform's pages or
in what public clients send and read. \`must\` marks what a WSDL has to have for the relay to become ready; the rest is read where it is there.
`;

/** The text of `docs/s360.md`: every operation and field that the relay uses, what it takes it for, its grade and where it stands. */
export function reference(): string {
  return `${[head, ...reliedServices.map(serviceSection)].join('\n')}`;
}

function serviceSection(service: ServiceName): string {
  const page = referencePath(service);
  const operations = allOperations.filter((operation) => operation.service === service);
  return [
    `## ${service}\n`,
    `SOAP \`${soapPath(service)}\`, JSON \`${restPath(service, '{operation}')}\`; ${page ? `vendor's reference \`${page}\`` : 'its address is a **GUESS**'}.\n`,
    ...operations.map(operationSection),
  ].join('\n');
}

function operationSection(operation: Operation): string {
  const { name, args, answer, items } = operation;
  const reads = [...answer.reads, ...(items?.reads ?? [])];
  const rows = [
    ...fieldsOf(args).map((field) => row('takes', field)),
    ...unique(reads).map((field) => row(answer.gives.includes(field.path) ? 'must give' : 'gives', field)),
  ];
  const table = ['| | Field | As | Grade |', '|---|---|---|---|', ...rows].join('\n');
  return `### ${name}\n\n${termsOf(operation)}\n${rows.length > 0 ? `\n${table}\n` : ''}`;
}

/** What holds for a call of it. */
function termsOf({ name, kind, share, spacing, deadlineMs }: Operation): string {
  const home = Object.keys(modules).find((file) => name in (modules[file] ?? {})) ?? '';
  const seconds = (ms: number) => `${ms / 1_000} s`;
  const each = spacing?.each ? ` for each of \`${spacing.each}\`` : '';
  return [
    `A ${kind}`,
    `paid from the share \`${share}\``,
    ...(spacing ? [`at most one in ${seconds(spacing.everyMs)}${each}`] : []),
    `waited for at most ${seconds(deadlineMs)}`,
    `[operations/${home}.ts](../server/relay/src/s360/operations/${home}.ts).`,
  ].join(', ');
}

function row(what: string, { path, kind, isList, isGuess, standsFor }: WireField): string {
  const grade = isGuess ? '**GUESS**' : standsFor ? `where \`${standsFor}\` is not there` : '';
  return `| ${what} | \`${path}\` | ${kind ?? 'anything'}${isList ? '[]' : ''} | ${grade} |`;
}

/** A list that is handed on is told of twice: by the answer, and by its entries. */
const unique = (fields: readonly WireField[]): WireField[] => [
  ...new Map(fields.map((field) => [field.path, field])).values(),
];
