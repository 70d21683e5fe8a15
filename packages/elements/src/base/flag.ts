const yes = ['', 'true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

/**
 * Reads a boolean attribute: absent is false, present is true, and `"false"` means false, since templates of content systems write
 * it so. An odd value counts as present and earns one warning.
 * @param attribute `filters-hidden`
 * @returns the property's `converter`
 */
export function flag(attribute: string): (value: string | null) => boolean {
  let warnedOf: string | undefined;
  return (value) => {
    const word = value?.trim().toLowerCase();
    if (word === undefined || no.includes(word)) return false;
    if (!yes.includes(word) && word !== attribute && warnedOf !== word) {
      warnedOf = word;
      console.warn(`${attribute}="${value}" is neither true nor false; it counts as true.`);
    }
    return true;
  };
}
