import { writeDateTime } from './scalars.js';
import type { ComplexType, Field, Operation, ScalarKind, ServiceDescription } from './wsdl.js';

const NIL = ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>';

/**
 * The answer's envelope. `null` is written as xsi:nil, `undefined` is left out, a list is its element repeated.
 * Text is built by plain concatenation: a stadium's 60,000 seats are 600,000 elements.
 */
export function writeAnswer(service: ServiceDescription, operation: Operation, result: object): string {
  const wrapper = `ns2:${operation.name}Response`;
  const body = writeElement({ name: operation.result.name, list: false, type: operation.result }, result);
  return envelope(`<${wrapper} xmlns:ns2="${escape(service.declaredNamespace)}">${body}</${wrapper}>`);
}

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

function envelope(body: string): string {
  const namespace = 'http://schemas.xmlsoap.org/soap/envelope/';
  return `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${namespace}"><S:Body>${body}</S:Body></S:Envelope>`;
}

function writeElement(field: Field, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return `<${field.name}${NIL}`;
  if (!field.list) return writeOne(field, value);
  let text = '';
  for (const item of value as unknown[]) text += writeOne(field, item);
  return text;
}

function writeOne(field: Field, value: unknown): string {
  const { name, type } = field;
  if (typeof type === 'string') return `<${name}>${writeScalar(type, value)}</${name}>`;
  return `<${name}>${type.isMap ? writeMap(type, value as object) : writeFields(type, value as object)}</${name}>`;
}

function writeFields(type: ComplexType, value: object): string {
  const values = value as Record<string, unknown>;
  let text = '';
  for (const field of type.fields) text += writeElement(field, values[field.name]);
  return text;
}

function writeMap(type: ComplexType, value: object): string {
  const entries = Object.entries(value as Record<string, unknown>).map(([key, item]) => ({
    key,
    value: item,
  }));
  return writeFields(type, { entry: entries });
}

function writeScalar(kind: ScalarKind, value: unknown): string {
  if (kind === 'dateTime') return writeDateTime(value as string | number);
  return kind === 'string' ? escape(String(value)) : String(value);
}

const SPECIAL = /[<>&"]|(?![\t\n\r])\p{Cc}/u;
const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** XML 1.0 has no way to write control characters: they are dropped. */
function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(new RegExp(SPECIAL, 'gu'), (character) => ENTITIES[character] ?? '');
}
