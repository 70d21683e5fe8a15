/**
 * The id in the page's address, by what addresses of events look like: `/events/{code}/{id}`. A query or fragment may follow. Empty
 * when the address is another.
 */
export function idByPattern(pattern: string): string {
  if (!pattern.includes('{id}')) return '';
  const { href } = new URL(
    pattern.replace('{id}', 's360id').replaceAll('{code}', 's360code'),
    document.baseURI,
  );
  const source = href.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&').replaceAll('s360code', '[^/?#&]*');
  const shape = new RegExp(`^${source.replace('s360id', '(\\d{1,19})')}/?(?:[?#&]|$)`);
  return shape.exec(location.href)?.[1] ?? '';
}
