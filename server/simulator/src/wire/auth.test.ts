import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

async function alive(authorization: string | undefined): Promise<{ status: number; text: string }> {
  const response = await fetch(`${simulator.url('CatalogService', 'rest')}/isCatalogServiceAlive`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) },
    body: '{}',
  });
  return { status: response.status, text: await response.text() };
}

describe('a SOAP call', () => {
  it('is answered with a fault when the password is wrong', async () => {
    const { status, text } = await simulator.soap('CatalogService', 'isCatalogServiceAlive', '', 'wrong');
    assert.equal(status, 500);
    assert.equal(
      text,
      flat(`<?xml version="1.0" encoding="UTF-8"?>
      <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
        <S:Fault xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
          <faultcode>wsse:FailedAuthentication</faultcode>
          <faultstring>unknown operator or wrong password</faultstring>
        </S:Fault></S:Body></S:Envelope>`),
    );
  });

  it('is answered with a fault when there is no security header', async () => {
    const xml = `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
      <v:isCatalogServiceAlive xmlns:v="http://v1_33.CatalogService.service.secutix.com"/></e:Body></e:Envelope>`;
    const { status, text } = await simulator.soap('CatalogService', '', xml);
    assert.equal(status, 500);
    assert.match(text, /FailedAuthentication/);
  });

  it('may carry mustUnderstand, wsu:Id and the password type', async () => {
    const xml = `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>
      <w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
        xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" e:mustUnderstand="1">
        <w:UsernameToken u:Id="T1"><w:Username>DEMO_WEB</w:Username>
        <w:Password Type="urn:any#PasswordText">demo-secret</w:Password></w:UsernameToken></w:Security></e:Header>
      <e:Body><v:isCatalogServiceAlive xmlns:v="http://v1_33.CatalogService.service.secutix.com/"/></e:Body></e:Envelope>`;
    const { status, text } = await simulator.soap('CatalogService', '', xml);
    assert.equal(status, 200);
    assert.match(text, /<statusCode>success<\/statusCode>/);
  });
});

describe('a REST token', () => {
  const cases: [title: string, claims: (now: number) => Record<string, unknown>, says: RegExp | undefined][] =
    [
      ['of this second, in seconds, is accepted', () => ({}), undefined],
      ['for fifteen minutes is accepted', (now) => ({ exp: now / 1000 + 900 }), undefined],
      ['in milliseconds is accepted', (now) => ({ iat: now, exp: now + 30_000 }), undefined],
      [
        'in seconds that were just rounded down is accepted',
        (now) => ({ iat: now / 1000 - 1, exp: now / 1000 + 29 }),
        undefined,
      ],
      ['of two seconds ago is refused', (now) => ({ iat: now / 1000 - 2 }), /iat is more than a second ago/],
      [
        'of a second ago in milliseconds is refused',
        (now) => ({ iat: now - 1000, exp: now + 9000 }),
        /iat is more than/,
      ],
      [
        'from the future is refused',
        (now) => ({ iat: now / 1000 + 5, exp: now / 1000 + 20 }),
        /iat is in the future/,
      ],
      ['that has expired is refused', (now) => ({ exp: now / 1000 }), /expired/],
      [
        'that lives too long is refused',
        (now) => ({ exp: now / 1000 + 901 }),
        /exp is more than 15 minutes after iat/,
      ],
      ['without iat is refused', () => ({ iat: undefined }), /iat is missing/],
      ['without exp is refused', () => ({ exp: undefined }), /exp is missing/],
      ['of another institution is refused', () => ({ sub: 'OTHER' }), /sub is not the institution/],
      ['of another operator is refused', () => ({ aud: 'DEMO_BOX' }), /aud is not the operator/],
    ];
  for (const [title, claims, says] of cases) {
    it(title, async () => {
      const { status, text } = await alive(`Bearer ${await simulator.token(claims(simulator.clock.time))}`);
      assert.equal(status, says ? 401 : 200, text);
      assert.match(text, says ?? /success/);
    });
  }

  it('signed with another secret is refused', async () => {
    assert.equal((await alive(`Bearer ${await simulator.token({}, 'another')}`)).status, 401);
  });

  it('that is missing or no token is refused', async () => {
    assert.equal((await alive(undefined)).status, 401);
    assert.equal((await alive('Bearer nonsense')).status, 401);
    assert.equal((await alive('Basic REVNTzpY')).status, 401);
  });

  it('can be asked for, and used until it expires', async () => {
    const body = JSON.stringify({ operator: 'DEMO_WEB', partner: 'tests', secret: 'demo-secret' });
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${simulator.base}/tnai/backend-apis/v1/auth`, {
      method: 'POST',
      headers,
      body,
    });
    const { token } = (await response.json()) as { token: string };
    simulator.clock.time += 20_000;
    assert.equal((await alive(`Bearer ${token}`)).status, 200);
    simulator.clock.time += 20_000;
    assert.equal((await alive(`Bearer ${token}`)).status, 401);
  });

  it('is not given for a wrong secret', async () => {
    const headers = { 'Content-Type': 'application/json' };
    for (const body of ['{"operator":"DEMO_WEB","secret":"no"}', 'null', '[]']) {
      const response = await fetch(`${simulator.base}/tnai/backend-apis/v1/auth`, {
        method: 'POST',
        headers,
        body,
      });
      assert.equal(response.status, 401);
    }
  });
});
