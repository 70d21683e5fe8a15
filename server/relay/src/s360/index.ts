/** What service folders may use of S-360; everything else in this folder is wire. */
export { exactFor, toCurrency, type CurrencyData } from './currency.js';
export {
  reasonOf,
  tolerantSchemas,
  wireId,
  wireInstant,
  wireNumber,
  type Omission,
  type Omit,
  type TolerantSchemas,
} from './reading.js';
export type { Missing } from './missing.js';
export { isRefusal, isUnclear, namedByRefusal, refusalCode, S360Refusal } from './outcome.js';
export { JsonFileError } from './json-file.js';
export { readNames, type Names } from './names.js';
export { attestedOutcomes, readOutcomes, type Outcomes } from './outcomes.js';
export type { CallOptions, Exchange, S360 } from './calls.js';
export { Budget, shortMonth } from './budget.js';
export type { BudgetLimits } from './budget.rules.js';
export type { Used } from './budget.standing.js';
export { RecordedS360, type WriteLog, type WriteResult, type WrittenDown } from './recorded.js';
export { createS360, type S360Settings } from './s360.js';
export type { Operation, Share } from './operation.js';
export {
  operations,
  type AnswerOf,
  type ArgumentsOf,
  type ItemOf,
  type OperationName,
} from './operations.js';
export type {
  RawFrame,
  RawItem,
  RawPackage,
  RawPerformance,
  RawPrice,
  RawProduct,
  RawSalePeriods,
  RawSeason,
  RawSeasonTicket,
} from './operations/catalog.detailed.js';
export { toProductKind } from './product-kind.js';
export { serviceNames, type ServiceName, type Versions } from './services.js';
export { isTimeZone, toInstantIn, toTimeZone } from './time-zone.js';
export * from './values.js';
