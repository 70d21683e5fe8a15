/** For tests: whether an answer is as `/openapi.json` describes it. */
import { contract, endpointsAt, openApi, type SeenAnswer } from '@s360-widgets/contract';
import * as z from 'zod';

const { paths, components } = openApi();
const schemas = new Map<string, z.ZodType>();

/** @throws TypeError if the description has no such answer, or another one; what no endpoint answers is not looked at */
export function checkDocumented({ method, path, status, contentType, text }: SeenAnswer): void {
  const address = path.replace(/\?.*/, '');
  const name = endpointsAt(address).find((at) => contract[at].method === method);
  if (!name || status === 304) return;
  const template = contract[name].path.replaceAll(/:(\w+)/g, '{$1}');
  const content = paths[template]?.[method.toLowerCase()]?.responses[status]?.content ?? {};
  const type = contentType?.replace(/;.*/, '') ?? '';
  const { schema } = content[type] ?? {};
  if (!schema) throw new TypeError(`/openapi.json has no ${status} ${type} of ${name}`);
  if (!type.endsWith('json')) return;
  const key = `${name} ${status}`;
  const reader = schemas.get(key) ?? z.fromJSONSchema(withDefinitions(schema));
  schemas.set(key, reader);
  const { error } = reader.safeParse(JSON.parse(text));
  if (error) throw new TypeError(`/openapi.json has another ${status} of ${name}: ${z.prettifyError(error)}`);
}

/** Zod follows references to definitions of the schema itself: the description's components become those. */
function withDefinitions(schema: object): z.core.JSONSchema.JSONSchema {
  const whole = JSON.stringify({ ...schema, $defs: components.schemas });
  return JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as z.core.JSONSchema.JSONSchema;
}
