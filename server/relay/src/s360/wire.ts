/** The wire alone, without budget, retries and outcomes: for tests that look at what is really sent. */

export { createSystemClock } from '../state/index.js';
export { RestTransport } from './rest.js';
export { serviceNames } from './services.js';
export type { ObjectShape, Shape, WireObject } from './shape.js';
export { SoapTransport } from './soap.js';
export type { Transport } from './transport.js';
export { WireHttp } from './wire-http.js';
export { readServices, wsdlFolder } from './wsdl.js';
