import type { Operation } from './operation.js';
import { allOperations } from './operations.js';
import { fieldsOf } from './paths.js';
import type { ServiceName } from './services.js';
import { fieldAt, type Shape } from './shape.js';
import type { ServiceModels } from './wsdl.js';

/** Something that the relay relies on and a WSDL does not have. */
export interface Missing {
  readonly service: ServiceName;
  /** Absent when the whole service is missing. */
  readonly operation?: string;
  /** For an operator: what is missing where, such as `ExternalOrderService has no operation notifyOrder`. */
  readonly words: string;
}

/** All that the services' WSDLs lack of what the relay relies on; a service that was not read at all is not looked at. */
export function missingFrom(models: ServiceModels): Missing[] {
  return allOperations.flatMap((operation) => {
    const { service, name } = operation;
    const known = models.get(service)?.operations;
    if (!known) return [];
    const found = known.get(name);
    if (!found) return [{ service, operation: name, words: `${service} has no operation ${name}` }];
    return lacks(found, operation).map((lack) => ({
      service,
      operation: name,
      words: `${service}.${name} ${lack}`,
    }));
  });
}

function lacks({ input, result }: { input: Shape; result: Shape }, { args, answer }: Operation): string[] {
  return [
    ...notIn(
      input,
      fieldsOf(args).map(({ path }) => path),
    ).map((path) => `takes no argument ${path}`),
    ...notIn(result, ['statusCode', ...answer.gives]).map((path) => `gives no ${path}`),
  ];
}

/** Of a whole branch that is missing only its beginning is named. */
function notIn(shape: Shape, paths: readonly string[]): string[] {
  const missing = paths.filter((path) => !fieldAt(shape, path.split('.')));
  return missing.filter((path) => !missing.some((other) => path.startsWith(`${other}.`)));
}
