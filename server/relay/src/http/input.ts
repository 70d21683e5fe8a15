import {
  contract,
  type EndpointContract,
  type EndpointName,
  type Request as Input,
} from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Request } from 'express';
import * as z from 'zod';

/** What stands for the body of an endpoint that has none. */
const noBody = z.strictObject({});

/**
 * Path parameters, query and body as the contract has them. All parts are looked at, so that a caller sees every fault at once.
 * @throws ProblemError `request-invalid` with the place of each fault
 */
export function parseInput<Name extends EndpointName>(name: Name, request: Request): Input<Name> {
  const route: EndpointContract = contract[name];
  const schemas = { params: route.params, query: route.query, body: route.body?.schema ?? noBody };
  const body: unknown = request.body;
  const given = { params: { ...request.params }, query: { ...request.query }, body: body ?? {} };
  const input: Record<string, unknown> = {};
  const fields: { path: string; reason: string }[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const parsed = schemas[part].safeParse(given[part]);
    if (parsed.success) input[part] = parsed.data;
    else fields.push(...parsed.error.issues.flatMap((issue) => toFields(part, issue)));
  }
  if (fields.length > 0) throw new ProblemError('request-invalid', { fields: fields.slice(0, 20) });
  // The three schemas are the ones that the type is inferred from; TypeScript can't follow that by name.
  return input as Input<Name>;
}

/** Zod names the parent of an unknown member; a caller wants the member. Paths are cut: their words may be the caller's. */
function toFields(part: string, issue: z.core.$ZodIssue): { path: string; reason: string }[] {
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const reason = issue.code === 'unrecognized_keys' ? 'not known here' : issue.message;
  return paths.map((path) => ({ path: [part, ...path].join('.').slice(0, 100), reason }));
}
