import type { ProductKind } from '@s360-widgets/contract';

const kinds: Readonly<Record<string, ProductKind>> = {
  SINGLE_ENTRY: 'event',
  PASS: 'pass',
  SERVICE: 'service',
  GOODS: 'goods',
  MEMBERSHIP: 'membership',
  SEASONTICKET: 'season-ticket',
  PACKAGE: 'package',
};

/** What S-360's ProductFamilyType is here; undefined for families that are not sold here, and for words that are none. */
export const toProductKind = (family: string | undefined): ProductKind | undefined => kinds[family ?? ''];
