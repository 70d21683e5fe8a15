/** The contract's endpoints as typed calls over fetch. Keeps nothing between calls. */
export { type CallOptions, type Client, createClient } from './client.js';
export type { Sign } from './request.js';
export { isReply } from './samples.purchase.js';
