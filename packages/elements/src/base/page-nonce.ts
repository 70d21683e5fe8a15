const key = Symbol.for('s360-widgets.nonce');
const page = globalThis as { [key]?: string };

/** Keeps the nonce that the page gave to the kit's own script: a script that the kit adds later has to carry it. */
export function keepNonce(nonce: string | undefined): void {
  page[key] ||= nonce;
}

/** The page's nonce, '' where it has none. Without that of the kit's script, that of any script that ran. */
export const pageNonce = (): string =>
  page[key] || (document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');
