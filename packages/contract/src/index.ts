/** The shared language of relay and kit. Browsers import its types, and values only from `/endpoints`, `/problem` and `/lead-price`. */
export {
  checkAnswer,
  checkCode,
  checkedCall,
  checkedFetch,
  checkReply,
  type SeenAnswer,
} from './answer-check.js';
export * from './availability.js';
export * from './cart.js';
export * from './contact.js';
export {
  type AccessInUse,
  type BodyInUse,
  type Contract,
  contract,
  type ReplyInUse,
} from './contract.js';
export {
  type Body,
  type EndpointContract,
  problemsOf,
  type ReplyContract,
  takesTimeLimit,
} from './endpoint-contract.js';
export { endpointsAt } from './endpoint-at.js';
export * from './endpoints.js';
export * from './event.js';
export * from './ids.js';
export * from './instant.js';
export { leadPrice } from './lead-price.js';
export * from './money.js';
export { type OpenApi, openApi } from './openapi.js';
export * from './order.js';
export * from './payment.js';
export * from './performance.js';
export * from './problem.js';
export { problem, toProblem, wireCodes } from './problem-reply.js';
export { problemStatus } from './problem-status.js';
export * from './product-kind.js';
export * from './rich-text.js';
export * from './seat-map.js';
export * from './seat-plan.js';
export * from './session.js';
export * from './shipment.js';
export * from './shop.js';
export { isXmlText } from './text.js';
export * from './ticket.js';
export * from './tour.js';
