/** What every element of HTML may have. */
const global =
  /^(id|class|style|lang|dir|slot|part|exportparts|title|hidden|role|tabindex|translate|inert|is|nonce|key|debug|aria-.*|data-.*|on.*|x-.*|v-.*|_.*|[^a-z].*)$/;

/** Attributes that an element does not know: most are misspelt. */
export function oddAttributes(element: Element): string[] {
  const { observedAttributes = [] } = element.constructor as { observedAttributes?: readonly string[] };
  return element
    .getAttributeNames()
    .filter((name) => !global.test(name) && !observedAttributes.includes(name))
    .map((name) => {
      const meant = nearest(name, observedAttributes);
      const remedy = meant ? `Did you mean “${meant}”?` : `It knows: ${observedAttributes.join(', ')}.`;
      return `<${element.localName}> has no attribute “${name}”. ${remedy}`;
    });
}

/** The one that a misspelt name most likely means; undefined when none is near. */
export function nearest(name: string, all: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const ranked = all
    .map((candidate) => ({ candidate, distance: distanceOf(plain(name), plain(candidate)) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, name.length / 3) ? best.candidate : undefined;
}

/** How many letters must be put in, taken out or exchanged. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const exchange = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, exchange));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
