import { answerBody } from './answer-body.js';
import { serviceNames, soapPath, type ServiceName, type Versions } from './services.js';

/** A file to fetch, and the name that it gets. */
export interface Wanted {
  readonly name: string;
  readonly url: string;
}

export interface Fetched {
  /** Texts by file name: what was wanted, and all that it imports, which is found beside it. */
  readonly files: ReadonlyMap<string, string>;
  /** What could not be had, in words. */
  readonly faults: readonly string[];
}

/**
 * Where services publish their WSDLs, from the words of a command: an institution's address, then other versions than the relay's own as
 * `CatalogService=v1_34`. Undefined where they are no such words.
 */
export function addressesOf(
  [baseUrl = '', ...words]: readonly string[],
  services: readonly ServiceName[],
): readonly Wanted[] | undefined {
  const versions = Object.fromEntries(words.map((word) => word.split('='))) as Versions;
  const isKnown = Object.keys(versions).every((name) => serviceNames.some((service) => service === name));
  if (!URL.canParse(baseUrl) || !isKnown) return undefined;
  const base = baseUrl.replace(/\/+$/, '');
  return services.map((service) => ({
    name: `${service}.wsdl`,
    url: `${base}${soapPath(service, versions)}?wsdl`,
  }));
}

/** Fetches WSDLs with the schemas and WSDLs that they import, at any depth, and rewrites where these are to be found. */
export async function fetchWsdls(wanted: readonly Wanted[]): Promise<Fetched> {
  const fetching = new Fetching();
  for (const { name, url } of wanted) await fetching.fetch(url, name);
  return fetching;
}

class Fetching implements Fetched {
  readonly files = new Map<string, string>();
  readonly faults: string[] = [];
  /** Files import each other in circles: one that is on its way has its name already. */
  readonly #names = new Map<string, string>();

  /** @param host of the file that imports this one: a server behind a proxy may name itself by an address that nobody else has */
  async fetch(url: string, name: string, host = new URL(url).host): Promise<void> {
    this.#names.set(url, name);
    try {
      const text = await fetchText(url).catch((error: unknown) => {
        if (new URL(url).host === host) throw error;
        return fetchText(Object.assign(new URL(url), { host }).href);
      });
      const imports = locationsIn(text).map((location) => [location, new URL(location, url).href] as const);
      for (const [, target] of imports) {
        if (!this.#names.has(target)) await this.fetch(target, this.#nextName(name), host);
      }
      const names = new Map(imports.map(([location, target]) => [location, this.#names.get(target) ?? '']));
      this.files.set(name, relocated(text, names));
    } catch (error) {
      this.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)} (${url})`);
    }
  }

  /** `CatalogService.1.xsd` for the first file that CatalogService imports. */
  #nextName(importer: string): string {
    const service = importer.split('.')[0] ?? '';
    const taken = new Set(this.#names.values());
    let count = 1;
    while (taken.has(`${service}.${count}.xsd`)) count++;
    return `${service}.${count}.xsd`;
  }
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const body = answerBody(response.headers.get('content-type'));
  const text = body.write(new Uint8Array(await response.arrayBuffer())) + body.end();
  if (!/<([\w.-]+:)?(definitions|schema)[\s>]/.test(text)) throw new Error('no WSDL and no schema');
  // It is written as UTF-8, whatever it came as.
  return text.replace(/^(<\?xml[^>]*?\sencoding=)(["'])[^"']*\2/, '$1"UTF-8"');
}

/** Comments, and the elements that name another file; only these have a location that is not an address to call. */
const importing = /<!--[\s\S]*?-->|<(?:[\w.-]+:)?(?:import|include|redefine)\s[^>]*>/g;
const location = /(\s(?:schemaLocation|location)\s*=\s*)(?:"([^"]*)"|'([^']*)')/;

const locationOf = (element: string): string | undefined => {
  if (element.startsWith('<!--')) return undefined;
  const [, , double, single] = location.exec(element) ?? [];
  return (double ?? single)?.replaceAll('&amp;', '&');
};

function locationsIn(text: string): string[] {
  return (text.match(importing) ?? []).flatMap((element) => locationOf(element) ?? []);
}

function relocated(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(importing, (element) => {
    const name = names.get(locationOf(element) ?? '');
    return name === undefined ? element : element.replace(location, `$1"${name}"`);
  });
}
