import { expect } from '@open-wc/testing';
import type { WidgetHandOver } from '@s360-widgets/contract';
import { loadScript } from './payment-script.js';

interface Policy {
  createScriptURL(url: string): string;
}
interface Types {
  createPolicy(name: string, rules: Policy): Policy;
}

const handOver = (name: string) =>
  ({ scriptUrl: `data:text/javascript,/* ${name} */`, integrity: null }) as WidgetHandOver;
const scriptOf = ({ scriptUrl }: WidgetHandOver) =>
  [...document.scripts].find(({ src }) => src === scriptUrl);

describe('the payment script', () => {
  const types = (window as unknown as { trustedTypes: Types }).trustedTypes;
  const made = new Map<string, Policy>();
  const create = types.createPolicy.bind(types);
  before(() => {
    types.createPolicy = (name, rules) => {
      const policy = create(name, rules);
      made.set(name, policy);
      return policy;
    };
  });
  after(() => (types.createPolicy = create));

  it('passes a policy that lets through nothing but addresses of hand-overs', async () => {
    await loadScript(handOver('one'));
    await loadScript(handOver('two'));
    expect([...made.keys()]).to.deep.equal(['s360-widgets']);
    const policy = made.get('s360-widgets');
    expect(String(policy?.createScriptURL(handOver('one').scriptUrl))).to.equal(handOver('one').scriptUrl);
    expect(() => policy?.createScriptURL('https://elsewhere.example.org/x.js')).to.throw(
      'is not the payment',
    );
  });

  it('carries the nonce of the page’s scripts', async () => {
    const host = document.createElement('script');
    host.type = 'text/plain';
    host.nonce = 'r4nd0m';
    host.setAttribute('nonce', 'r4nd0m');
    document.head.append(host);
    await loadScript(handOver('three'));
    expect(scriptOf(handOver('three'))?.nonce).to.equal('r4nd0m');
    host.remove();
  });
});
