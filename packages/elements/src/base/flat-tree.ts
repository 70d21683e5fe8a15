/** As it is drawn: a slotted element stands in its slot, a shadow root in its host. */
export const parentOf = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
