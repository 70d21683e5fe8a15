import { SaxesParser } from 'saxes';
import { heard } from './dialect.js';
import { MalformedRequest, readScalar } from './scalars.js';
import type { ComplexType, Field } from './wsdl.js';

/** One element of a request, as far as the services need it. */
export interface XmlNode {
  local: string;
  uri: string;
  isNil: boolean;
  children: XmlNode[];
  text: string;
}

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const SECURITY = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** A request before its parameters are read. Credentials are absent when there is no UsernameToken. */
export interface SoapRequest {
  /** The wrapper element, named after the method. */
  wrapper: XmlNode;
  username?: string;
  password?: string;
}

/** Reads a SOAP 1.1 envelope: its UsernameToken, if any, and the one element of its body. Throws MalformedRequest. */
export function readEnvelope(xml: string): SoapRequest {
  const root = parse(xml);
  if (root.local !== 'Envelope' || root.uri !== ENVELOPE)
    throw new MalformedRequest('not a SOAP 1.1 envelope');
  const wrapper = child(root, 'Body', ENVELOPE)?.children[0];
  if (!wrapper) throw new MalformedRequest('the body is empty');
  const header = child(root, 'Header', ENVELOPE);
  const token =
    header && child(header, 'Security', SECURITY)?.children.find((node) => node.local === 'UsernameToken');
  return {
    wrapper,
    username: token && child(token, 'Username', SECURITY)?.text,
    password: token && child(token, 'Password', SECURITY)?.text,
  };
}

/** The wrapper's parameters by the operation's description. An unknown or misplaced element is refused by its path. */
export function readParameters(type: ComplexType, node: XmlNode, path = node.local): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const element of node.children) {
    const at = `${path}/${element.local}`;
    const field = type.fields.find((candidate) => candidate.wireName === element.local);
    if (!field) throw new MalformedRequest(`${at}: unknown element`);
    if (element.uri !== '') throw new MalformedRequest(`${at}: must be unqualified`);
    if (element.isNil) continue;
    if (field.isFolded) Object.assign(values, readValue(field, element, at));
    else put(values, field, readValue(field, element, at), at);
  }
  return values;
}

/** A repeated element is a list; one that is no list must not be repeated. */
function put(values: Record<string, unknown>, field: Field, value: unknown, path: string): void {
  if (!field.list) {
    if (field.name in values) throw new MalformedRequest(`${path}: given twice`);
    values[field.name] = value;
    return;
  }
  const list = values[field.name];
  if (Array.isArray(list)) list.push(value);
  else values[field.name] = [value];
}

/** White space around a value is taken off, except in strings. */
function readValue(field: Field, node: XmlNode, path: string): unknown {
  if (typeof field.type === 'string') {
    if (node.children.length > 0) throw new MalformedRequest(`${path}: holds elements, not a value`);
    return heard(field, readScalar(field.type, node.text, path));
  }
  const value = readParameters(field.type, node, path);
  if (!field.type.isMap) return value;
  const entries = (value.entry ?? []) as { key: string; value: unknown }[];
  return Object.fromEntries(entries.map((entry) => [entry.key, entry.value]));
}

/** The first child of that qualified name. */
function child(node: XmlNode, local: string, uri: string): XmlNode | undefined {
  return node.children.find((candidate) => candidate.local === local && candidate.uri === uri);
}

/** The document as a tree. Entities beyond XML's own five, and so DOCTYPE tricks, are errors for the parser. */
function parse(xml: string): XmlNode {
  const top: XmlNode = { local: '', uri: '', isNil: false, children: [], text: '' };
  const stack = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const nil = Object.values(tag.attributes).find(
      (attribute) => attribute.local === 'nil' && attribute.uri === INSTANCE,
    );
    const isNil = nil?.value === 'true' || nil?.value === '1';
    const node: XmlNode = { local: tag.local, uri: tag.uri, isNil, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  const append = (text: string) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => stack.pop());
  parser.on('error', (error) => {
    throw new MalformedRequest(`not well-formed XML: ${error.message}`);
  });
  parser.write(xml).close();
  const root = top.children[0];
  if (!root) throw new MalformedRequest('the request is empty');
  return root;
}
