import type { Operation } from './operation.js';
import * as authentication from './operations/authentication.js';
import * as availability from './operations/availability.js';
import * as catalog from './operations/catalog.js';
import * as contact from './operations/contact.js';
import * as order from './operations/order.js';
import * as payment from './operations/payment.js';
import * as shipment from './operations/shipment.js';
import * as tickets from './operations/tickets.js';
import { allOperations, reliedServices } from './operations.js';
import { fieldsOf, type Source, type WireField } from './paths.js';
import { referencePath, restPath, soapPath, type ServiceName } from './services.js';

const modules: Readonly<Record<string, object>> = {
  availability,
  catalog,
  authentication,
  contact,
  order,
  payment,
  shipment,
  tickets,
};

/** Where names were seen, the most trusted first: how the table says it, and what that means. */
const sources: Readonly<Record<Source, { readonly word: string; readonly means: string }>> = {
  reference: { word: 'reference', means: 'in the reference that the vendor generates of its services' },
  pages: { word: 'pages', means: 'on the vendor’s pages for integrators, in text or samples' },
  clients: {
    word: 'clients',
    means: 'in public clients that work against S-360: what they send, read or assert',
  },
  deduced: { word: 'deduced', means: 'in one of these, though not in this place' },
  guess: {
    word: '**GUESS**',
    means:
      'nowhere: the name is ours, the simulator shares it, and `npm run s360:check` says of an institution’s WSDLs whether it is so. Where it is not, a file of names (`S360_NAMES_FILE`, docs/operating.md) puts it right',
  },
};

const head = `# What the relay sends to S-360, and reads of it

Made by \`npm run s360:reference\` of the table in [server/relay/src/s360/operations.ts](../server/relay/src/s360/operations.ts), which
calls are typed by; a test holds the two together. \`must\` marks what a WSDL has to have for the relay to become ready; the rest is read where it
is there. Of each name it says where that was seen:

${Object.values(sources)
  .map(({ word, means }) => `- ${word}: ${means}.`)
  .join('\n')}
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
  const table = ['| | Field | As | Seen in |', '|---|---|---|---|', ...rows].join('\n');
  return `### ${name}\n\n${termsOf(operation)}\n${rows.length > 0 ? `\n${table}\n` : ''}`;
}

/** What holds for a call of it. */
function termsOf({ name, source, kind, share, spacing, deadlineMs }: Operation): string {
  const home = Object.keys(modules).find((file) => name in (modules[file] ?? {})) ?? '';
  const seconds = (ms: number) => `${ms / 1_000} s`;
  const each = spacing?.each ? ` for each of \`${spacing.each}\`` : '';
  return [
    `Name: ${sources[source].word}. A ${kind}`,
    `paid from the share \`${share}\``,
    ...(spacing ? [`at most one in ${seconds(spacing.everyMs)}${each}`] : []),
    `waited for at most ${seconds(deadlineMs)}`,
    `[operations/${home}.ts](../server/relay/src/s360/operations/${home}.ts).`,
  ].join(', ');
}

function row(what: string, { path, kind, isList, source, standsFor }: WireField): string {
  const seen = source ? sources[source].word : '';
  const place = standsFor ? `, read where \`${standsFor}\` is not there` : '';
  return `| ${what} | \`${path}\` | ${kind ?? 'anything'}${isList ? '[]' : ''} | ${seen}${place} |`;
}

/** A list that is handed on is told of twice: by the answer, and by its entries. */
const unique = (fields: readonly WireField[]): WireField[] => [
  ...new Map(fields.map((field) => [field.path, field])).values(),
];
