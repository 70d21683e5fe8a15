import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../journeys/journey.js';

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
