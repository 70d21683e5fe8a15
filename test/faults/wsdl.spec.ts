import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProblemError } from '@s360-widgets/contract';
import { expect, test } from '../journeys/journey.js';
import { findFreeSeats, visitorOf } from './visitor.js';

const folder = fileURLToPath(new URL('../../server/relay/src/s360/wsdl/', import.meta.url));

test('the relay’s copies of the WSDLs are what the simulator serves', async ({ stack }) => {
  for (const file of (await readdir(folder)).sort()) {
    const copy = await readFile(folder + file, 'utf8');
    const path = /<soap:address location="https?:\/\/[^/"]+([^"]+)"/.exec(copy)?.[1];
    expect(path, `${file} says where its service is`).toBeDefined();
    const answer = await fetch(`${stack.simulator}${path}?wsdl`);
    expect(answer.status, file).toBe(200);
    expect(withoutHost(await answer.text()), file).toBe(withoutHost(copy));
  }
});

const withoutHost = (wsdl: string) => wsdl.replace(/location="https?:\/\/[^/"]+/g, 'location="');

test('a relay whose WSDL can not end a payment begins none, and says in words why it is not ready', async ({
  stack,
}) => {
  const query = { lang: 'en' };
  const client = visitorOf(stack);
  const { free, itemOf } = await findFreeSeats(stack, 2);
  const { token, cart } = await client.call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
  const contact = { email: 'eva@example.org', firstName: 'Eva', lastName: 'Lin', countryCode: 'CH' };
  const given = { token, query };
  await client.call('saveContact', { ...given, body: { contact } });
  const { shipmentModes } = await client.call('listShipmentModes', {
    token,
    query: { ...query, countryCode: 'CH' },
  });
  const mobile = shipmentModes.find(({ kind }) => kind === 'mobile');
  const shipped = await client.call('chooseShipment', {
    ...given,
    body: { shipmentModeId: mobile?.id ?? '' },
  });

  const altered = await mkdtemp(join(tmpdir(), 'wsdl-'));
  await cp(folder, altered, { recursive: true });
  const file = join(altered, 'ExternalOrderService.wsdl');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"notifyOrder"', '"tellOrder"'));
  await writeFile(join(altered, 'ProductionPublicService.wsdl'), '<html>Sorry</html>');
  await stack.stopRelay();
  await stack.startRelay({ S360_WSDL_DIR: altered }, 'healthz');
  const readiness = await fetch(`${stack.relay}/readyz`);
  expect(readiness.status).toBe(503);
  const { missing, hint } = (await readiness.json()) as { missing: string[]; hint: string };
  expect(missing).toHaveLength(2);
  expect(missing[0]).toContain(`${altered}/ProductionPublicService.wsdl can't be read`);
  expect(missing[1]).toBe('ExternalOrderService has no operation notifyOrder');
  expect(hint).toContain('npm run wsdl');

  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (problem: unknown) => (problem as ProblemError).code,
    );
  const wish = {
    totalMinor: shipped.total.amountMinor,
    termsAccepted: true as const,
    returnUrl: `${stack.site}/checkout.html`,
  };
  expect(await codeOf(client.call('startPayment', { ...given, body: wish }))).toBe('box-office-down');
  const more = { items: [itemOf(free[1] ?? 0)] };
  expect(await codeOf(client.call('addToCart', { ...given, body: more }))).toBe('box-office-down');
  expect(await stack.control(`orders/${cart.orderId}`)).toMatchObject({ orderState: 'RUNNING' });

  await stack.stopRelay();
  await stack.startRelay();
  expect(await codeOf(client.call('startPayment', { ...given, body: wish }))).toBe('done');
  await rm(altered, { recursive: true });
});
