import { contactsOf, fileStateOf } from '../files/file.view.js';
import type { Order, TicketOperation } from '../orders/order.js';
import { ticketOperations } from '../orders/order.js';
import { Refusal } from '../refusal.js';
import type { CatalogSeason } from '../season/season.types.js';

/** Documented, none as mandatory. GUESS: the dates bound the making of a file. */
export interface FileCriteria {
  pointOfSalesId?: string;
  startDate?: string;
  endDate?: string;
  states?: string[];
  productId?: string;
  performanceId?: string;
  itemId?: string;
  culturalContactReference?: string;
  paymentStates?: string[];
  fileContacts?: { contactReference?: string; fileContactType?: string }[];
  maxFileExpirationDate?: string;
  maxInstallmentExpirationDate?: string;
  fileSearchCriteria?: string;
  mainAudienceCategory?: string;
  fileOptionStates?: string[];
  orderOriginators?: string[];
}

/** What criteria are held against beside the orders of a file. */
export interface FileStanding {
  posId: string;
  audienceCategories: CatalogSeason['audienceCategories'];
  /** Milliseconds since 1970. */
  expiresAt(order: Order): number;
}

/** The documented words. */
const words = {
  states: [
    ...['RUNNING', 'SUSPENDED', 'IN_OPTION', 'IN_RESERVATION', 'OPTION_RESERV', 'CONFIRMED', 'SOLDED'],
    ...['NOT_SOLDED', 'PART_SOLDED', 'CANCELED', 'ABANDONNED', 'TECH_ERROR'],
  ],
  paymentStates: [
    ...['WAITING', 'IN_PROGRESS', 'AUTHORIZED', 'PAID', 'CANCELLED_BY_USER', 'FAILED', 'ABANDONED'],
    ...['WAITING_MANUAL_VALIDATION', 'FAILED_REJECTED'],
  ],
  fileSearchCriteria: ['UNION_FILE_CONTACTS', 'INTERSECT_FILE_CONTACTS'],
  mainAudienceCategory: ['OCCASIONAL', 'SUBSCRIBER', 'INSIDE_SEASONTICKET', 'MEMBER', 'INVITED'],
  fileOptionStates: ['NONE', 'REQUESTED', 'PRE_REQUESTED'],
  orderOriginators: [
    ...['SALE', 'DESK', 'DESK_WITHOUT_PLAN', 'TICKETSHOP', 'FLASH', 'ADMINISTRATION', 'SALE_COMPLEMENT'],
    ...['EXTERNAL_SALE', 'EBO', 'BORNES', 'CREDIT_NOTE', 'TOUCHSCREEN', 'ST_RENEWAL', 'ST_TRANSFER'],
    ...['RESALE_PLATFORM', 'SEATING', 'BATCH', 'SEATING_M', 'REQUEST_ARBITRATION', 'CENTRAL_PLANNING'],
    ...['PARTIAL_REFUND', 'OPTION_DISTRIBUTION'],
  ],
};

/** Refuses words that are not the documented ones. */
export function checkCriteria(criteria: FileCriteria): void {
  for (const name of ['states', 'paymentStates', 'fileOptionStates', 'orderOriginators'] as const)
    for (const word of criteria[name] ?? []) checkWord(name, word);
  for (const name of ['fileSearchCriteria', 'mainAudienceCategory'] as const) {
    const word = criteria[name];
    if (word !== undefined) checkWord(name, word);
  }
}

function checkWord(name: keyof typeof words, word: string): void {
  if (!words[name].includes(word))
    throw new Refusal('error.sim.invalidParameter', `${name} ${word} is unknown`);
}

/** Whether the orders of a file fit everything that is asked for; what is not asked for fits. */
export function fits(orders: readonly Order[], criteria: FileCriteria, standing: FileStanding): boolean {
  return (
    isOfTheHouse(criteria, standing) &&
    isWithin(orders, criteria, standing) &&
    includes(criteria.states, [fileStateOf(orders)]) &&
    includes(
      criteria.paymentStates,
      orders.flatMap(({ payments }) => payments.map(({ status }) => status)),
    ) &&
    hasContacts(orders, criteria) &&
    holds(orders, criteria, standing)
  );
}

/** Options, instalments and named tickets are none here, and all sales come by these services. */
function isOfTheHouse(criteria: FileCriteria, { posId }: FileStanding): boolean {
  return (
    isAsked(criteria.pointOfSalesId, posId) &&
    includes(criteria.fileOptionStates, ['NONE']) &&
    includes(criteria.orderOriginators, ['EXTERNAL_SALE']) &&
    criteria.culturalContactReference === undefined &&
    criteria.maxInstallmentExpirationDate === undefined
  );
}

/** GUESS: a file expires with its last open order; one that is closed or over does not. */
function isWithin(orders: readonly Order[], criteria: FileCriteria, { expiresAt }: FileStanding): boolean {
  const { startDate, endDate, maxFileExpirationDate: latest } = criteria;
  const createdAt = Math.min(...orders.map((order) => order.createdAt));
  if (startDate !== undefined && createdAt < Date.parse(startDate)) return false;
  if (endDate !== undefined && createdAt > Date.parse(endDate)) return false;
  if (latest === undefined) return true;
  const open = orders.filter(({ state }) => state !== 'CLOSED' && state !== 'ABANDONNED');
  return open.length > 0 && Math.max(...open.map(expiresAt)) <= Date.parse(latest);
}

/** Documented: one of the contacts, or all of them. GUESS: one of them is the default. A contact is known by its reference. */
function hasContacts(orders: readonly Order[], { fileContacts, fileSearchCriteria }: FileCriteria): boolean {
  if (fileContacts === undefined) return true;
  const there = contactsOf(orders);
  const isThere = ({ contactReference, fileContactType }: (typeof fileContacts)[number]) =>
    there.some(
      (contact) =>
        contact.contactReference === contactReference && isAsked(fileContactType, contact.fileContactType),
    );
  return fileSearchCriteria === 'INTERSECT_FILE_CONTACTS'
    ? fileContacts.every(isThere)
    : fileContacts.some(isThere);
}

/** One operation must fit all that is asked of what was bought. */
function holds(orders: readonly Order[], criteria: FileCriteria, standing: FileStanding): boolean {
  const { productId, performanceId, itemId, mainAudienceCategory } = criteria;
  if ([productId, performanceId, itemId, mainAudienceCategory].every((asked) => asked === undefined))
    return true;
  return orders
    .flatMap(ticketOperations)
    .some(
      (operation) =>
        isAsked(productId, operation.sold.product.id) &&
        isAsked(
          performanceId,
          operation.kind === 'SINGLE_ENTRY' ? operation.sold.performance.id : undefined,
        ) &&
        isAsked(itemId, operation.kind === 'SINGLE_ENTRY' ? undefined : operation.sold.item.itemId) &&
        isAsked(mainAudienceCategory, mainCategoryOf(operation, standing)),
    );
}

const mainCategoryOf = ({ tariff }: TicketOperation, { audienceCategories }: FileStanding) =>
  audienceCategories.find(({ id }) => id === tariff.categoryId)?.mainCategory;

const isAsked = (asked: string | undefined, value: string | undefined): boolean =>
  asked === undefined || asked === value;

const includes = (asked: readonly string[] | undefined, values: readonly string[]): boolean =>
  asked === undefined || values.some((value) => asked.includes(value));
