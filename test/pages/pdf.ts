import { constants, inflateSync } from 'node:zlib';

/** The texts that a PDF in Latin letters writes. Reads deflated streams with texts in hexadecimal, as pdf-lib makes them, in Latin-1 and the euro. */
export function textsOfPdf(file: Buffer): string[] {
  const streams = file.toString('latin1').matchAll(/stream\r?\n(.*?)\r?\nendstream/gs);
  const drawn = [...streams].map(([, bytes = '']) => inflated(Buffer.from(bytes, 'latin1'))).join('\n');
  const texts = [...drawn.matchAll(/<([0-9A-F]+)> Tj/g)];
  return texts.map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1').replaceAll('\x80', '€'));
}

/** Empty for what is no deflated text, such as a picture. A last byte that looks like the line's end, which is cut off then, is not missed. */
function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}
