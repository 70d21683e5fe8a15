#!/usr/bin/env node
/**
 * npm run wsdl -- <base url> [Service=version ...]
 *
 * Downloads the WSDL of every S-360 service that the relay calls into server/relay/src/s360/wsdl/, which is committed. From
 * then on these files are what requests are written and answers read by. Run it against a real institution to replace the
 * guessed files, such as: npm run wsdl -- https://demo.ws.secutix.com CatalogService=v1_34
 */
import { writeFile } from 'node:fs/promises';

const [baseUrl, ...versionWords] = process.argv.slice(2);
if (!baseUrl || !URL.canParse(baseUrl)) {
  console.error('Usage: npm run wsdl -- https://{institution}.ws.secutix.com [Service=version ...]');
  process.exit(1);
}

const relay = new URL('../server/relay/', import.meta.url);
const { serviceNames, soapPath } = await import(new URL('dist/s360/services.js', relay)).catch(() => {
  console.error('Build the relay first: npm run build');
  process.exit(1);
});
const versions = Object.fromEntries(versionWords.map((word) => word.split('=')));

let failures = 0;
for (const service of serviceNames) {
  const url = `${baseUrl.replace(/\/+$/, '')}${soapPath(service, versions)}?wsdl`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    if (!response.ok || !/<(\w+:)?definitions[\s>]/.test(text))
      throw new Error(`HTTP ${response.status}, no WSDL`);
    if (/<(\w+:)?import\s/.test(text)) console.warn(`${service}: imports other files; add them by hand`);
    await writeFile(new URL(`src/s360/wsdl/${service}.wsdl`, relay), text);
    console.log(`${service}: ${text.length} characters`);
  } catch (error) {
    failures++;
    console.error(`${service}: ${error instanceof Error ? error.message : error} (${url})`);
  }
}
process.exitCode = failures > 0 ? 1 : 0;
