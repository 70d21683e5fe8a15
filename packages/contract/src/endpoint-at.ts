import { type EndpointName, endpoints } from './endpoints.js';

const patterns = Object.entries(endpoints).map(([name, { path }]) => ({
  name: name as EndpointName,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`),
}));

/** The endpoints that answer under a path, each to a method of its own. */
export const endpointsAt = (path: string): EndpointName[] =>
  patterns.filter(({ pattern }) => pattern.test(path)).map(({ name }) => name);
