/** How requests are read: for tests that hold a client's requests against it. */
export { readJson } from './json.js';
export { readServices } from './services.js';
export { readEnvelope, readParameters } from './soap.request.js';
export type { ComplexType, Field, Operation, ServiceDescription } from './wsdl.js';
