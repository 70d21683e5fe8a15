/**
 * Reads the address of a relay as a page writes it: white space around it and slashes at its end do not matter; one that begins
 * with a slash or a dot is resolved against the page.
 * @returns the absolute address without a slash at the end, such as `https://tickets.example.org`; null for what is none, such as
 * `localhost:8080`, where `http://` is missing
 */
export function relayAddress(text: string): string | null {
  const address = text.trim();
  if (!/^(https?:\/\/|\.{0,2}\/)/i.test(address) || !URL.canParse(address, document.baseURI)) return null;
  const { protocol, origin, pathname } = new URL(address, document.baseURI);
  return protocol.startsWith('http') ? origin + pathname.replace(/\/+$/, '') : null;
}
