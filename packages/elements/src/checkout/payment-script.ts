import type { WidgetHandOver } from '@s360-widgets/contract';
import { pageNonce } from '../base/page-nonce.js';

/** As far as the kit needs them: TypeScript's library has no trusted types yet. */
interface ScriptPolicy {
  /** Gives what a script's `src` takes in place of a text. */
  createScriptURL(url: string): string;
}
interface TrustedTypesWindow {
  trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

/** Name of the kit's policy: a page that lists its policies must list it. */
const policyName = 's360-widgets';

const scripts = new Map<string, Promise<void>>();
const handedOver = new Set<string>();
let policy: ScriptPolicy | undefined;

/**
 * Loads the provider's script, once for the page; one that failed is forgotten, so that another try asks for it again. It carries
 * the nonce of the kit's own script, and passes a policy of trusted types that lets through nothing but hand-overs' addresses.
 * @throws Error if it does not load, TypeError if the page forbids our policy
 */
export async function loadScript({ scriptUrl, integrity }: WidgetHandOver): Promise<void> {
  const coming = scripts.get(scriptUrl);
  if (coming) return coming;
  const script = scriptFor(scriptUrl, integrity);
  const loaded = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      scripts.delete(scriptUrl);
      script.remove();
      reject(new Error(`${scriptUrl} did not load`));
    });
  });
  document.head.append(script);
  scripts.set(scriptUrl, loaded);
  return loaded;
}

function scriptFor(url: string, integrity: string | null): HTMLScriptElement {
  const script = document.createElement('script');
  handedOver.add(url);
  script.src = trusted(url);
  script.async = true;
  script.nonce = pageNonce();
  if (integrity) {
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
  }
  return script;
}

/** The address as a page with trusted types takes it; elsewhere as it is. */
function trusted(url: string): string {
  const { trustedTypes } = window as TrustedTypesWindow;
  if (!trustedTypes) return url;
  try {
    policy ??= trustedTypes.createPolicy(policyName, { createScriptURL: ifHandedOver });
  } catch (cause) {
    throw new TypeError(`The page’s Content-Security-Policy needs "trusted-types ${policyName}".`, { cause });
  }
  return policy.createScriptURL(url);
}

function ifHandedOver(url: string): string {
  if (handedOver.has(url)) return url;
  throw new TypeError(`${url} is not the payment provider’s script`);
}
