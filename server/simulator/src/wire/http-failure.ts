/** An answer below the services: its status and plain text are the same over SOAP and REST. */
export class HttpFailure extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpFailure';
  }
}

/** Wrong or missing credentials: a SOAP fault (HTTP 500), or 401 over REST. */
export class NotAuthenticated extends Error {
  override name = 'NotAuthenticated';
}

/** A fault switched on by the control port that ends in a SOAP fault, or a 500 over REST. */
export class InjectedFault extends Error {
  override name = 'InjectedFault';
}

/** A fault switched on by the control port: `reset` cuts the connection, `timeout` never answers. */
export class LostConnection extends Error {
  constructor(readonly kind: 'reset' | 'timeout') {
    super(kind);
    this.name = 'LostConnection';
  }
}
