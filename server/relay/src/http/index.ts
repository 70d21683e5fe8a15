/** What service folders need to answer requests. */
export { Answer, BlobAnswer, PreparedAnswer, type Reuse } from './answer.js';
export { endpoint, type BoundEndpoint, type Context, type Handler } from './endpoint.js';
export type { Logger } from './log.js';
export type { Shown, ShownSession } from './shown.js';
