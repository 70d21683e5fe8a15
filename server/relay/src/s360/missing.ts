import { pathsOf, reliances, reliedServices, type Reliance } from './reliance.js';
import type { ServiceName } from './services.js';
import type { Shape } from './shape.js';
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
  return reliedServices.flatMap((service) => {
    const operations = models.get(service)?.operations;
    if (!operations) return [];
    return Object.entries(reliances[service] ?? {}).flatMap(([operation, reliance]) => {
      const found = operations.get(operation);
      if (!found) return [{ service, operation, words: `${service} has no operation ${operation}` }];
      return lacks(found, reliance).map((lack) => ({
        service,
        operation,
        words: `${service}.${operation} ${lack}`,
      }));
    });
  });
}

function lacks({ input, result }: { input: Shape; result: Shape }, { takes, gives }: Reliance): string[] {
  return [
    ...notIn(input, pathsOf(takes)).map((path) => `takes no argument ${path}`),
    ...notIn(result, ['statusCode', ...pathsOf(gives)]).map((path) => `gives no ${path}`),
  ];
}

/** Of a whole branch that is missing only its beginning is named. */
function notIn(shape: Shape, paths: readonly string[]): string[] {
  const missing = paths.filter((path) => !has(shape, path.split('.')));
  return missing.filter((path) => !missing.some((other) => path.startsWith(`${other}.`)));
}

function has(shape: Shape, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  const field = shape.kind === 'object' ? shape.fields.get(name) : undefined;
  return field !== undefined && has(field.shape, rest);
}
