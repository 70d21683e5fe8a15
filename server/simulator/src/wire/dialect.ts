/**
 * How the simulator speaks. What is a GUESS in its services could be called, placed, ordered and typed otherwise by the vendor: dialect
 * `b` does so, throughout and within what is attested, so that a client can be shown not to depend on it.
 */
import { methods, type Otherwise, otherwise } from './dialect-b.js';

export const dialectNames = ['a', 'b'] as const;
export type DialectName = (typeof dialectNames)[number];

/** What a field on the wire is to the services behind it. */
export interface Spoken {
  name: string;
  /** It is on the wire alone: its own fields belong to what is around it. */
  isFolded: boolean;
  /** The words on the wire by those of the services, where they differ. */
  words?: Readonly<Record<string, string>>;
}

export interface Dialect {
  /** One of our WSDL files as this dialect has it. */
  wsdl(text: string): string;
  /** The method behind a name on the wire. */
  method(wireName: string): string;
  /** A field of a type, or a parameter of a method, by its name on the wire. */
  field(owner: string, wireName: string): Spoken;
}

/** What a field's writer is given of the values around it. */
export const valueIn = ({ name, isFolded }: Spoken) =>
  isFolded
    ? (values: Record<string, unknown>): unknown => values
    : (values: Record<string, unknown>): unknown => values[name];

/** A writer of words that uses those of the dialect. */
export function speaking({ words }: Spoken, write: (value: unknown) => string): (value: unknown) => string {
  if (!words) return write;
  return (value) => write(words[String(value)] ?? value);
}

/** The services' word for one on the wire. */
export function heard({ words }: Spoken, value: unknown): unknown {
  return Object.entries(words ?? {}).find(([, word]) => word === value)?.[0] ?? value;
}

const asWritten: Dialect = {
  wsdl: (text) => text,
  method: (wireName) => wireName,
  field: (_owner, wireName) => ({ name: wireName, isFolded: false }),
};

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  a: asWritten,
  b: { wsdl: rewritten, method: methodOf, field: fieldOf },
};

/** An element's line in our files: all of them look so. */
const elementLine = /^ *<xs:element name="(\w+)" type="([\w:]+)".*\/>$/;
/** A named type, or a method's wrapper, and what it holds. */
const sequence =
  /(<xs:(?:complexType|element) name="(\w+)">\s*(?:<xs:complexType>\s*)?<xs:sequence>\n)([^]*?)( *<\/xs:sequence>)/g;

/** Types that a dialect wraps fields in, such as `SalePeriodPeriod`. */
const wrapperOf = (owner: string, name: string): string =>
  owner + name.charAt(0).toUpperCase() + name.slice(1);

function rewritten(text: string): string {
  const wrappers: string[] = [];
  let source = text.replace(sequence, (whole, head: string, owner: string, lines: string, tail: string) => {
    const changes = otherwise[owner];
    if (!changes) return whole;
    const { kept, wrapped } = sorted(lines.trimEnd().split('\n'), changes);
    for (const [name, inner] of wrapped) {
      const type = wrapperOf(owner, name);
      kept.push(`          <xs:element name="${name}" type="tns:${type}" minOccurs="0" nillable="true"/>`);
      wrappers.push(typeOf(type, inner));
    }
    // What is called otherwise stands in another order as well.
    return `${head}${kept.reverse().join('\n')}\n${tail}`;
  });
  for (const [name, wireName] of Object.entries(methods))
    source = source.replace(new RegExp(`\\b${name}(?=(Response)?")`, 'g'), wireName);
  return source.replace('    </xs:schema>', `${wrappers.join('')}    </xs:schema>`);
}

/** The lines of a sequence under their new names, those apart that are wrapped, by what wraps them. */
function sorted(lines: string[], changes: Readonly<Record<string, Otherwise>>) {
  const kept: string[] = [];
  const wrapped = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = '', type = ''] = elementLine.exec(line) ?? [];
    const change = changes[name];
    if (!change) {
      kept.push(line);
      continue;
    }
    const [own = '', around] = placeOf(change);
    const inner = line
      .replace(`name="${name}"`, `name="${own}"`)
      .replace(`type="${type}"`, `type="${change.type ? `xs:${change.type}` : type}"`);
    if (around === undefined) kept.push(inner);
    else wrapped.set(around, [...(wrapped.get(around) ?? []), inner]);
  }
  return { kept, wrapped };
}

const typeOf = (name: string, lines: string[]): string =>
  `      <xs:complexType name="${name}">\n        <xs:sequence>\n${lines.join('\n')}\n        </xs:sequence>\n      </xs:complexType>\n`;

/** Its name, and what it stands in if it is wrapped. */
const placeOf = ({ place }: Otherwise): [name: string | undefined, around: string | undefined] => {
  const steps = place.split('.');
  return [steps.pop(), steps[0]];
};

function methodOf(wireName: string): string {
  return Object.keys(methods).find((name) => methods[name] === wireName) ?? wireName;
}

const fields = new Map<string, Spoken>();
for (const [owner, changes] of Object.entries(otherwise)) {
  for (const [name, change] of Object.entries(changes)) {
    const [own = '', around] = placeOf(change);
    const type = around === undefined ? owner : wrapperOf(owner, around);
    fields.set(`${type}.${own}`, { name, isFolded: false, words: change.words });
    if (around !== undefined) fields.set(`${owner}.${around}`, { name: around, isFolded: true });
  }
}

function fieldOf(owner: string, wireName: string): Spoken {
  return fields.get(`${owner}.${wireName}`) ?? asWritten.field(owner, wireName);
}
