/** Every code with its HTTP status. Closed: a new code gets its words in each locale before it is used. */
export const problemStatus = {
  'request-invalid': 400,
  'cart-token-invalid': 401,
  /** Unknown, over, ended or another key's: the page asks for the next one. */
  'session-token-invalid': 401,
  /** There is no way back to it but to sign in again. */
  'session-ended': 401,
  /** By no key, about another request, or shown before. */
  'proof-invalid': 401,
  /** The proof is to be made anew with the nonce that comes with this answer. */
  'proof-nonce-needed': 401,
  'origin-refused': 403,
  /** The point of sale sells to accounts only, and there is none. */
  'sign-in-needed': 403,
  /** No such login, or another password: which of the two is nobody's business. */
  'sign-in-refused': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'too-many-requests': 429,
  'cart-ended': 410,
  'cart-closed': 409,
  'cart-empty': 409,
  'payment-in-progress': 409,
  'seats-taken': 409,
  'not-enough-seats': 409,
  'not-on-sale': 409,
  'tariff-needs-companion': 409,
  'too-many-tickets': 409,
  'promo-code-unknown': 422,
  'promo-code-ended': 409,
  /** By others as often as it may be, or by the same buyer. */
  'promo-code-used-up': 409,
  /** Nothing in the cart gets cheaper by it. */
  'promo-code-not-applicable': 409,
  'contact-missing': 409,
  'contact-refused': 422,
  /** The current one is another, or the new one will not do. */
  'password-refused': 422,
  'address-missing': 422,
  'shipment-missing': 409,
  'shipment-mode-refused': 409,
  'total-changed': 409,
  'payment-refused': 402,
  'tickets-not-ready': 409,
  /** The same request, by its key, is still being dealt with. */
  'request-in-progress': 409,
  /** The key was another request's. */
  'idempotency-key-reused': 422,
  'box-office-busy': 503,
  'box-office-down': 502,
  'box-office-timeout': 504,
  'box-office-refused': 502,
  internal: 500,
  /** Never sent: the browser could not reach the relay, or what answered was not the relay. */
  'relay-unreachable': 0,
} as const;

export type ProblemCode = keyof typeof problemStatus;
