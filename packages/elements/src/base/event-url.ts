/** Where an event is found: at an address with `{id}` or `{code}` in it, or by a parameter of it, or of this page. */
export function eventUrlOf(
  { eventUrl, eventParam }: { readonly eventUrl: string; readonly eventParam: string },
  { id, code }: { readonly id: string; readonly code: string },
): string {
  const filled = eventUrl.replaceAll('{id}', id).replaceAll('{code}', encodeURIComponent(code));
  if (filled !== eventUrl) return filled;
  const url = new URL(eventUrl || location.href, document.baseURI);
  url.searchParams.set(eventParam || 'event', id);
  return url.href;
}
