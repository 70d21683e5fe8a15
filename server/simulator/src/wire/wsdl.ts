import { type SaxesTagNS, SaxesParser } from 'saxes';
import type { Dialect, Spoken } from './dialect.js';

export type ScalarKind = 'string' | 'long' | 'int' | 'boolean' | 'dateTime' | 'base64Binary';

/** A complex type: its fields in schema order. `isMap` marks JAXB's Map (`entry` with `key` and `value`). */
export interface ComplexType {
  name: string;
  fields: Field[];
  isMap: boolean;
}

/** An element of a sequence: any may be absent or nil. */
export interface Field extends Spoken {
  wireName: string;
  list: boolean;
  type: ScalarKind | ComplexType;
}

/** A method: its parameters in schema order, and its result, whose type's name is the element's name. */
export interface Operation {
  name: string;
  wireName: string;
  parameters: ComplexType;
  result: ComplexType;
}

/** What the wire needs to know of one service. */
export interface ServiceDescription {
  name: string;
  /** Without its trailing slash; requests match with and without. */
  namespace: string;
  /** The namespace to answer with, as declared. */
  declaredNamespace: string;
  /** Path of the SOAP endpoint, from its address. */
  soapPath: string;
  /** Path of the REST-RPC endpoint, without the method. */
  restPath: string;
  /** By their names on the wire. */
  operations: Map<string, Operation>;
  /** The file's text, served under ?wsdl. */
  source: string;
}

const SCALARS = new Set<string>(['string', 'long', 'int', 'boolean', 'dateTime', 'base64Binary']);

interface RawField {
  name: string;
  type: string;
  list: boolean;
}

/** What one pass over the file collects: types and wrapper elements by name, both as raw field lists. */
interface RawSchema {
  types: Map<string, RawField[]>;
  elements: Map<string, RawField[]>;
  name: string;
  namespace: string;
  location: string;
}

/**
 * Reads one of our own WSDL files, in a dialect. It knows the subset that they use and no more: named complex types and wrapper
 * elements that hold a sequence of elements, no imports, no extension, one port.
 */
export function readWsdl(text: string, dialect: Dialect): ServiceDescription {
  const source = dialect.wsdl(text);
  const raw = collect(source);
  const types = resolveTypes(raw.types, dialect);
  const operations = new Map<string, Operation>();
  for (const [wireName, fields] of raw.elements) {
    if (wireName.endsWith('Response')) continue;
    const name = dialect.method(wireName);
    const resultType = raw.elements.get(`${wireName}Response`)?.[0]?.type;
    const result = types.get(resultType ?? '');
    if (!result) throw new Error(`${raw.name}.${wireName} has no result type`);
    const parameters = { name, fields: fieldsOf(name, fields, types, dialect), isMap: false };
    operations.set(wireName, { name, wireName, parameters, result });
  }
  const soapPath = new URL(raw.location).pathname;
  return {
    name: raw.name,
    namespace: raw.namespace.replace(/\/$/, ''),
    declaredNamespace: raw.namespace,
    soapPath,
    restPath: restPathOf(soapPath, raw.name),
    operations,
    source,
  };
}

/** `/tnseb/external-remoting/….v1_33.CatalogService.webservice` is `/tnseb/backend-apis/catalogService/v1_33` in REST. */
function restPathOf(soapPath: string, name: string): string {
  const match = /^\/(\w+)\/external-remoting\/.*\.(v\d+_\d+)\.\w+\.webservice$/.exec(soapPath);
  if (!match) throw new Error(`${name}: unexpected address ${soapPath}`);
  return `/${match[1]}/backend-apis/${name.charAt(0).toLowerCase()}${name.slice(1)}/${match[2]}`;
}

/** One pass: top-level elements are wrappers, named complex types are types, all other elements are fields of either. */
function collect(source: string): RawSchema {
  const raw: RawSchema = { types: new Map(), elements: new Map(), name: '', namespace: '', location: '' };
  let depth = 0;
  let schemaDepth = Number.POSITIVE_INFINITY;
  let open: RawField[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    depth += 1;
    const attribute = (name: string) => tag.attributes[name]?.value ?? '';
    if (tag.local === 'definitions') raw.namespace = attribute('targetNamespace');
    if (tag.local === 'service') raw.name = attribute('name');
    if (tag.local === 'address') raw.location = attribute('location');
    if (tag.local === 'schema') schemaDepth = depth;
    if (tag.local === 'element' && depth === schemaDepth + 1)
      raw.elements.set(attribute('name'), (open = []));
    else if (tag.local === 'element') open.push(rawField(tag));
    if (tag.local === 'complexType' && attribute('name')) raw.types.set(attribute('name'), (open = []));
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(source).close();
  return raw;
}

/** The type without its prefix: our files use one namespace besides XML Schema's. */
function rawField(tag: SaxesTagNS): RawField {
  const type = tag.attributes.type?.value ?? '';
  return {
    name: tag.attributes.name?.value ?? '',
    type: type.slice(type.indexOf(':') + 1),
    list: tag.attributes.maxOccurs?.value === 'unbounded',
  };
}

/** Types are made first and filled then, so that they may refer to each other in any order. */
function resolveTypes(raw: Map<string, RawField[]>, dialect: Dialect): Map<string, ComplexType> {
  const types = new Map<string, ComplexType>();
  for (const name of raw.keys()) types.set(name, { name, fields: [], isMap: false });
  for (const [name, fields] of raw) {
    const type = types.get(name);
    if (!type) continue;
    type.fields = fieldsOf(name, fields, types, dialect);
    type.isMap = fields.length === 1 && fields[0]?.name === 'entry';
  }
  return types;
}

function fieldsOf(
  owner: string,
  fields: RawField[],
  types: Map<string, ComplexType>,
  dialect: Dialect,
): Field[] {
  return fields.map(({ name: wireName, type: typeName, list }) => {
    const type = SCALARS.has(typeName) ? (typeName as ScalarKind) : types.get(typeName);
    if (!type) throw new Error(`unknown type ${typeName} of ${wireName}`);
    return { ...dialect.field(owner, wireName), wireName, list, type };
  });
}
