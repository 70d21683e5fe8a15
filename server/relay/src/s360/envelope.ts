import type { Client, IHttpClient, ISecurity, SoapMethod } from 'soap';
import type { Wire, WireObject } from './shape.js';

/** A SOAP request, ready to be sent. */
export interface Envelope {
  readonly xml: string;
  readonly headers: Record<string, string>;
}

/**
 * Options for node-soap, under which it copies values as they are: its own escaping lets a text pass that looks like a CDATA
 * section. Everything that it is given was escaped here. No field of a schema can be called `$…`, so none is taken for an
 * attribute or for XML.
 */
export const writerOptions = { escapeXML: false, attributesKey: '$attributes' } as const;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Text as XML content that is read as just this text: white space too, which a parser may change where it stands bare. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"'\t\n\r]/g, (character) => references[character] ?? '');

/** All texts of the arguments escaped, at any depth. */
function escaped(value: Wire): Wire {
  if (typeof value === 'string') return escapeXml(value);
  if (Array.isArray(value)) return value.map(escaped);
  return typeof value === 'object' ? escapedFields(value) : value;
}

function escapedFields(fields: WireObject): WireObject {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, escaped(value as Wire)]));
}

const emptyAnswer = '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>';

/**
 * Stands in node-soap's place for HTTP: takes the envelope that node-soap built, and answers it with an empty one. The
 * relay sends the envelope itself, so that small and huge answers are read by one streaming reader.
 */
export class EnvelopeWriter implements IHttpClient {
  #xml = '';
  #headers: Record<string, string> = {};

  write(client: Client, operation: string, args: WireObject): Envelope {
    const method = client[operation] as SoapMethod | undefined;
    if (typeof method !== 'function') throw new TypeError(`the WSDL has no ${operation}`);
    method(escapedFields(args), () => undefined);
    return { xml: this.#xml, headers: this.#headers };
  }

  /** node-soap never looks at the promise, only at the callback. */
  request(...[url, xml, callback, headers]: Parameters<IHttpClient['request']>): Promise<never> {
    if (xml) {
      this.#xml = String(xml);
      this.#headers = { ...headers };
      callback(null, { status: 200, headers: {} }, emptyAnswer);
    } else {
      // Without a body it is not an envelope that is sent but a schema that is wanted.
      callback(new Error(`it imports ${url}, which is not beside it`));
    }
    return new Promise(() => undefined);
  }
}

const security = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const passwordText =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

/** The WS-Security header of every envelope: name and password as text (UsernameToken profile 1.0). */
export function usernameToken(name: string, password: string): ISecurity {
  const header =
    `<wsse:Security xmlns:wsse="${security}"><wsse:UsernameToken>` +
    `<wsse:Username>${escapeXml(name)}</wsse:Username>` +
    `<wsse:Password Type="${passwordText}">${escapeXml(password)}</wsse:Password>` +
    '</wsse:UsernameToken></wsse:Security>';
  return { toXML: () => header };
}
