import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import { contract } from './contract.js';
import type { EndpointContract } from './endpoint-contract.js';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A field of text, by its path, and the request that holds it. */
interface TextField {
  readonly path: readonly (string | number)[];
  /** A whole request, the same but for the one text. */
  with(text: string): unknown;
}

/** Every field of text that a schema has, those of each kind of a union too; words of a closed list are none. */
function textFields(schema: JsonSchema): TextField[] {
  if (schema.const !== undefined || schema.enum) return [];
  if (schema.type === 'string') return [{ path: [], with: (text) => text }];
  const kinds = schema.oneOf ?? schema.anyOf;
  if (kinds) return kinds.flatMap((kind) => textFields(kind));
  if (schema.type === 'array') return inside(schema.items as JsonSchema, 0, (item) => [item]);
  const fields = Object.entries(schema.properties ?? {}) as [string, JsonSchema][];
  const constants = fields.filter(([, field]) => field.const !== undefined);
  const rest = Object.fromEntries(constants.map(([name, field]) => [name, field.const]));
  return fields.flatMap(([name, field]) => inside(field, name, (value) => ({ ...rest, [name]: value })));
}

const inside = (schema: JsonSchema, name: string | number, around: (value: unknown) => unknown) =>
  textFields(schema).map(
    (field): TextField => ({
      path: [name, ...field.path],
      with: (text) => around(field.with(text)),
    }),
  );

const parts = Object.entries<EndpointContract>(contract).flatMap(([endpoint, { params, query, body }]) =>
  Object.entries<z.ZodType>({ params, query, ...(body && { body: body.schema }) }).map(([part, schema]) => ({
    endpoint,
    part,
    schema,
  })),
);
const fields = parts.flatMap(({ endpoint, part, schema }) =>
  textFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema).map((field) => ({
    ...field,
    name: `${endpoint} ${[part, ...field.path].join('.')}`,
    schema,
  })),
);

/** What XML 1.0 can not carry, and what looks like it but can be carried. */
const forbidden = fc.oneof(
  fc.constantFrom('\0', '\b', '\v', '\f', '\x1b', '\x1f', '\ufffe', '\uffff', '\ud800', '\udfff'),
  fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
);
/** Between letters, so that taking off spaces can not mend it, nor a neighbour make it a whole pair. */
const broken = fc
  .tuple(fc.string({ maxLength: 3 }), forbidden, fc.string({ maxLength: 3 }))
  .map(([before, character, after]) => `${before}a${character}a${after}`);

/** As the standard has it, character by character. */
const isCarried = (text: string) => [...text].every((character) => isChar(character.codePointAt(0) ?? 0));
const isChar = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code < 0xd800) ||
  (code > 0xdfff && code !== 0xfffe && code !== 0xffff);

describe('a request of the contract', () => {
  it('has its texts found: the names, the address, the ids and the page to come back to', () => {
    const names = fields.map(({ name }) => name);
    for (const name of ['saveContact body.contact.firstName', 'chooseShipment body.address.street2'])
      assert.ok(names.includes(name), name);
    assert.ok(names.includes('startPayment body.returnUrl'));
    assert.ok(names.includes('openCart body.items.0.timeslotId'));
  });

  for (const { name, path, schema, with: requestWith } of fields) {
    it(`is refused beside ${name} where that holds what XML can not carry`, () => {
      const samples = ['a\0b', 'https://example.org/\ud800/', 'https://example.org/?\ufffe'];
      const property = fc.property(broken, (text) => {
        const { error } = schema.safeParse(requestWith(text));
        const paths = error?.issues.map((issue) => issue.path.join('.')) ?? [];
        assert.ok(paths.includes(path.join('.')), JSON.stringify(text));
      });
      fc.assert(property, { examples: samples.map((text) => [text]) });
    });
  }

  it('keeps every other text of a visitor as it was typed, but for the spaces around', () => {
    const typed = fc
      .string({ minLength: 1, maxLength: 60, unit: 'binary' })
      .filter((text) => text.length <= 60 && text.trim() !== '' && isCarried(text));
    const property = fc.property(typed, (firstName) => {
      const contact = { email: 'a@example.org', firstName, lastName: 'B', countryCode: 'CH' };
      assert.equal(contract.saveContact.body.schema.parse({ contact }).contact.firstName, firstName.trim());
    });
    const samples = ['<![CDATA[x]]>', 'O’Neill & Söhne 🎭', 'Line\r\nend\t', '\u0085\u2028'];
    fc.assert(property, { numRuns: 1_000, examples: samples.map((text) => [text]) });
  });
});
