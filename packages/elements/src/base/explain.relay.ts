import type { ProblemError } from '@s360-widgets/contract/problem';

const answers = new WeakMap<ProblemError, Promise<string>>();

/** Why there was no reply, and what to do. Asks the relay once for each failure, in a way that tells what stands between. */
export function relayReason(problem: ProblemError, relay: string): Promise<string> {
  const known = answers.get(problem) ?? find(problem, relay);
  answers.set(problem, known);
  return known;
}

async function find({ details, message }: ProblemError, relay: string): Promise<string> {
  const odd = oddAddress(relay, new URL(document.baseURI));
  if (odd) return odd;
  switch (details.failure) {
    case 'time-limit':
      return `The relay at ${relay} took the request and did not answer in time. It hangs, or something between does: look at ${relay}/healthz and its log.`;
    case 'not-a-relay':
      return `What answers at ${relay} is no relay of this kit (${message}). Write the relay’s own address: what stands before /embed/s360.js.`;
    case 'other-shape':
      return `The relay at ${relay} answers in a shape that this script can’t read (${message}). Relay and script are of different versions: load s360.js from the relay itself, and empty the cache that holds an old one.`;
    default:
      return unreached(relay);
  }
}

/** What is wrong with a relay’s address by itself; null when nothing is. */
export function oddAddress(relay: string, page: URL): string | null {
  if (/\.js(\?|$)/.test(relay))
    return `relay="${relay}" names the script. The relay’s address is what stands before /embed/: ${relay.replace(/\/embed\/.*$|\/[^/]*$/, '')}.`;
  const isRelative = !URL.canParse(relay);
  if (isRelative)
    return `relay="${relay}" is no whole address: the browser looks for it on this site, at ${new URL(relay, page).href}. Write it with scheme and host, such as https://tickets.example.org.`;
  const { protocol } = new URL(relay);
  if (protocol !== 'http:' && protocol !== 'https:')
    return `relay="${relay}" lacks its scheme. Write https://${relay}, or http:// for one on this machine.`;
  const isOnThisMachine = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(relay);
  if (page.protocol === 'https:' && protocol === 'http:' && !isOnThisMachine)
    return `This page is https and the relay is not, so the browser sends it nothing. Serve the relay by https, and write relay="${relay.replace('http:', 'https:')}".`;
  return null;
}

/** A request whose answer nobody may read still shows whether anything answers, and whether the page’s own policy forbids it. */
async function unreached(relay: string): Promise<string> {
  const { origin } = location;
  let violation: SecurityPolicyViolationEvent | undefined;
  const note = (event: SecurityPolicyViolationEvent) => {
    if (event.blockedURI.startsWith(new URL(relay).origin)) violation = event;
  };
  document.addEventListener('securitypolicyviolation', note);
  const isThere = await fetch(`${relay}/healthz`, {
    mode: 'no-cors',
    credentials: 'omit',
    cache: 'no-store',
  }).then(
    () => true,
    () => false,
  );
  // The event comes in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 50));
  document.removeEventListener('securitypolicyviolation', note);
  if (violation)
    return `This page’s Content-Security-Policy forbids to ask the relay: add ${new URL(relay).origin} to its ${violation.effectiveDirective || 'connect-src'}.`;
  if (isThere && origin === 'null')
    return 'This page has no origin: it is a file, or stands in a sandboxed frame. Open it from a web server, or give the frame allow-same-origin; no relay answers a page without an origin.';
  if (isThere)
    return `Something answers at ${relay}, but does not let this page read it (CORS). Add ${origin} to RELAY_ORIGINS of the relay and start it again; if that is not the relay, write its address.`;
  if (!navigator.onLine) return 'This browser is offline.';
  return `Nothing answers at ${relay}. Is the relay running, its name and port right, its certificate valid? An ad blocker can keep requests back as well: try without.`;
}
