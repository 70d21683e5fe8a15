/** Tariffs that are sold only with another one, such as a child with an adult. */
import { ProblemError } from '@s360-widgets/contract';
import { ticketsOf, type Order } from './order.model.js';
import type { OrderWords } from './order.words.js';

/** The tariffs of which one must come with a tariff; none where it is sold alone. */
export type CompanionsOf = (tariffId: string) => readonly string[];

/** Companions as the catalog has them now. */
export const companionsIn =
  (catalog: Pick<OrderWords, 'tariff'>, language: string): CompanionsOf =>
  (tariffId) =>
    catalog.tariff(tariffId, language)?.requiresTariffIds ?? [];

/**
 * Tariffs in the order that may not be sold without another one that is missing, such as a child without an adult.
 * A companion counts only within the same performance or visit.
 */
export function tariffsWithoutCompanion(
  tickets: readonly { readonly place: string; readonly tariffId: string }[],
  companionsOf: CompanionsOf,
): string[] {
  const lonely = tickets.filter(({ place, tariffId }) => {
    const companions = companionsOf(tariffId);
    return (
      companions.length > 0 &&
      !tickets.some((other) => other.place === place && companions.includes(other.tariffId))
    );
  });
  return [...new Set(lonely.map(({ tariffId }) => tariffId))];
}

/** @throws ProblemError `tariff-needs-companion` with the tariffs that may not be sold alone */
export function refuseLonelyTariffs(order: Order, companionsOf: CompanionsOf): void {
  const tickets = ticketsOf(order).map(({ line, ticket }) => ({ place: line.id, tariffId: ticket.tariffId }));
  const tariffIds = tariffsWithoutCompanion(tickets, companionsOf);
  if (tariffIds.length > 0) throw new ProblemError('tariff-needs-companion', { tariffIds });
}

/** The tariffs in an order that are only sold with another one, whether that is there or not. */
export function dependentTariffs(order: Order, companionsOf: CompanionsOf): string[] {
  const tariffIds = new Set(ticketsOf(order).map(({ ticket }) => ticket.tariffId));
  return [...tariffIds].filter((tariffId) => companionsOf(tariffId).length > 0);
}
