/**
 * Every endpoint of the relay as one value each: how it is called, by whom, with what, and what comes back. With zod: browsers load
 * `endpoints.*.ts`, which these values are made of.
 */
import type * as z from 'zod';
import { accountContract } from './contract.account.js';
import { cartsContract } from './contract.carts.js';
import { catalogContract } from './contract.catalog.js';
import { checkoutContract } from './contract.checkout.js';
import { ordersContract } from './contract.orders.js';
import { seatsContract } from './contract.seats.js';
import type { EndpointContract } from './endpoint-contract.js';

export type Contract = typeof catalogContract &
  typeof seatsContract &
  typeof cartsContract &
  typeof checkoutContract &
  typeof ordersContract &
  typeof accountContract;

export const contract: Contract = {
  ...catalogContract,
  ...seatsContract,
  ...cartsContract,
  ...checkoutContract,
  ...ordersContract,
  ...accountContract,
} satisfies Record<string, EndpointContract>;

type AnyOf = Contract[keyof Contract];

/** What is in use: a table by one of these has an entry for each access, body or reply that an endpoint asks for, and for no other. */
export type AccessInUse = AnyOf['access'];
export type BodyInUse = Extract<AnyOf, { body: object }>['body']['kind'];
export type ReplyInUse = AnyOf['reply']['kind'];

type BodyOf<Given> = Given extends { body: { schema: infer Schema extends z.ZodType } }
  ? z.output<Schema>
  : Record<string, never>;

/** What each endpoint takes, once parsed: path parameters, query and body. */
export type Requests = {
  [Name in keyof Contract]: {
    params: z.output<Contract[Name]['params']>;
    query: z.output<Contract[Name]['query']>;
    body: BodyOf<Contract[Name]>;
  };
};

type ReplyOf<Given> = Given extends { kind: 'json'; schema: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : Blob;

/** What each endpoint answers: what its schema reads, or a file. */
export type Replies = { [Name in keyof Contract]: ReplyOf<Contract[Name]['reply']> };
