import { warn } from './warn.js';

/**
 * Reads a boolean attribute: absent is false, present is true, and `"false"` means false, since templates of content systems write
 * it so. An odd value counts as present and earns one warning.
 * @param attribute `filters-hidden`
 * @returns the property's `converter`
 */
export function flag(attribute: string): (value: string | null) => boolean {
  let warnedOf: string | null = null;
  return (value) => {
    const word = value?.trim().toLowerCase() ?? 'no';
    if (!/^(|true|yes|on|1|false|no|off|0)$/.test(word) && word !== attribute && value !== warnedOf) {
      warnedOf = value;
      warn('oddFlag', attribute, word);
    }
    return !/^(false|no|off|0)$/.test(word);
  };
}
