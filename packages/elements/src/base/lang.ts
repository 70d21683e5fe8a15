/** The `lang` that an element stands in: its own or the nearest above it, through the hosts of shadow roots as well. */
export function langAround(element: Element): string | null {
  const found = element.closest('[lang]');
  if (found) return found.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? langAround(root.host) : null;
}
