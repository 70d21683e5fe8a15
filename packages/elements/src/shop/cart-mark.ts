/** Marks a cart in an address; it stands last. */
export const cartMark = 's360-cart=';
