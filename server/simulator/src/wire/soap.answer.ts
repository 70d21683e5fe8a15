import { speaking, valueIn } from './dialect.js';
import { writeDateTime } from './scalars.js';
import type { ComplexType, Field, Operation, ScalarKind, ServiceDescription } from './wsdl.js';

const NIL = ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>';

/**
 * The answer's envelope. `null` is written as xsi:nil, `undefined` is left out, a list is its element repeated.
 * Text is built by plain concatenation, by writers made once for each type: a stadium's 60,000 seats are 600,000 elements.
 */
export function writeAnswer(service: ServiceDescription, operation: Operation, result: object): string {
  const wrapper = `ns2:${operation.wireName}Response`;
  const { name } = operation.result;
  const body = `<${name}>${writerOf(operation.result)(result)}</${name}>`;
  return envelope(`<${wrapper} xmlns:ns2="${escape(service.declaredNamespace)}">${body}</${wrapper}>`);
}

/** A value of a type as XML text by itself, under a root of that name. */
export const writeXml = (root: string, type: ComplexType, value: object): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root}>${writerOf(type)(value)}</${root}>`;

/** A SOAP 1.1 fault. GUESS: the vendor's fault codes were not readable. */
export function writeFault(
  code: 'S:Client' | 'S:Server' | 'wsse:FailedAuthentication',
  text: string,
): string {
  const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
  const declaration = code.startsWith('wsse') ? ` xmlns:wsse="${wsse}"` : '';
  return envelope(
    `<S:Fault${declaration}><faultcode>${code}</faultcode><faultstring>${escape(text)}</faultstring></S:Fault>`,
  );
}

/** The prefixes are those of the vendor's server; clients must not rely on them. */
function envelope(body: string): string {
  const namespace = 'http://schemas.xmlsoap.org/soap/envelope/';
  return `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${namespace}"><S:Body>${body}</S:Body></S:Envelope>`;
}

/** Turns one value, neither null nor undefined, into text. */
type Writer = (value: unknown) => string;

const writers = new WeakMap<ComplexType, Writer>();

/** The content of a complex type's element. */
function writerOf(type: ComplexType): Writer {
  const known = writers.get(type);
  if (known) return known;
  // A type may hold itself, and is then asked for before it is made.
  let writer: Writer = () => '';
  writers.set(type, (value) => writer(value));
  const fields = type.fields.map((field) => ({ valueIn: valueIn(field), write: elementWriter(field) }));
  const write: Writer = (value) => {
    const values = value as Record<string, unknown>;
    let text = '';
    for (const field of fields) text += field.write(field.valueIn(values));
    return text;
  };
  writer = type.isMap ? (value) => write({ entry: entriesOf(value as object) }) : write;
  writers.set(type, writer);
  return writer;
}

/** A field as its elements: none, one, a nil one, or one for each item of a list. */
function elementWriter(field: Field): Writer {
  const { wireName, type, list } = field;
  const content = typeof type === 'string' ? speaking(field, scalarWriter(type)) : writerOf(type);
  const [open, close] = [`<${wireName}>`, `</${wireName}>`];
  return (value) => {
    if (value === undefined) return '';
    if (value === null) return `<${wireName}${NIL}`;
    if (!list) return open + content(value) + close;
    let text = '';
    for (const item of value as unknown[]) text += open + content(item) + close;
    return text;
  };
}

/** A Map in the order in which its keys were put. */
function entriesOf(map: object): { key: string; value: unknown }[] {
  return Object.entries(map).map(([key, value]: [string, unknown]) => ({ key, value }));
}

function scalarWriter(kind: ScalarKind): Writer {
  if (kind === 'dateTime') return (value) => writeDateTime(value as string | number);
  return kind === 'string' ? (value) => escape(String(value)) : String;
}

const SPECIAL = /[<>&"\p{Cc}]/u;
const WRITTEN: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\t': '\t',
  '\n': '\n',
  '\r': '&#13;',
};

/** XML 1.0 has no way to write the other control characters: they are dropped. */
function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(new RegExp(SPECIAL, 'gu'), (character) => WRITTEN[character] ?? '');
}
