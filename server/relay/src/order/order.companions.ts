/** Tariffs that are sold only with another one, such as a child with an adult. */

/**
 * Tariffs in the order that may not be sold without another one that is missing, such as a child without an adult.
 * A companion counts only within the same performance or visit.
 */
export function tariffsWithoutCompanion(
  tickets: readonly { readonly place: string; readonly tariffId: string }[],
  requires: (tariffId: string) => readonly string[],
): string[] {
  const lonely = tickets.filter(({ place, tariffId }) => {
    const companions = requires(tariffId);
    return (
      companions.length > 0 &&
      !tickets.some((other) => other.place === place && companions.includes(other.tariffId))
    );
  });
  return [...new Set(lonely.map(({ tariffId }) => tariffId))];
}
