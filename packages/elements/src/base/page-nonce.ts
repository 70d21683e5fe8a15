let nonceOfKit = '';

/** Keeps the nonce that the page gave to the kit's own script: a script that the kit adds later has to carry it. */
export function keepNonce(nonce: string): void {
  nonceOfKit ||= nonce;
}

/** The page's nonce, '' where it has none. A kit that was started without it takes that of any script that ran. */
export const pageNonce = (): string =>
  nonceOfKit || (document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');
