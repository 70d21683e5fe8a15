import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerBody } from './answer-body.js';

const title = 'Boléro – «L’heure» € 🎭';
const latin = 'Boléro «12»';

/** Reads a body that arrives in pieces of so many bytes. */
function readBody(contentType: string | null, bytes: Buffer, step: number) {
  const body = answerBody(contentType);
  let text = '';
  for (let from = 0; from < bytes.length; from += step) text += body.write(bytes.subarray(from, from + step));
  text += body.end();
  return { text, attachment: (id: string) => body.attachment(id) };
}
const steps = [1, 2, 3, 7, 1_000_000];

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const mark = '\ufeff';
const declared = (encoding: string, text: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;
const windows1252 = Buffer.from([0x80, 0x20, 0x93, 0x61, 0x94]);

const encodings: [what: string, contentType: string | null, bytes: Buffer, expected: string][] = [
  ['UTF-8 that is told', 'text/xml; charset=utf-8', Buffer.from(title), title],
  ['UTF-8 that nobody tells', 'text/xml', Buffer.from(title), title],
  ['UTF-8 with a mark', 'application/json', Buffer.from(mark + title), title],
  ['ISO-8859-1 that is told', 'text/xml;charset=ISO-8859-1', Buffer.from(latin, 'latin1'), latin],
  ['a charset in quotes', 'application/json; charset="iso-8859-1"', Buffer.from(latin, 'latin1'), latin],
  ['windows-1252', 'text/xml; charset=windows-1252', windows1252, '€ “a”'],
  [
    'ISO-8859-1 that the declaration tells',
    'text/xml',
    Buffer.from(declared('ISO-8859-1', latin), 'latin1'),
    declared('ISO-8859-1', latin),
  ],
  [
    'a declaration that the content type overrules',
    'text/xml; charset=utf-8',
    Buffer.from(declared('ISO-8859-1', title)),
    declared('ISO-8859-1', title),
  ],
  [
    'UTF-8 that says it is UTF-16, as a converted file does',
    'text/xml',
    Buffer.from(declared('UTF-16', title)),
    declared('UTF-16', title),
  ],
  ['UTF-16 with a mark, big end first', 'text/xml; charset=UTF-16', utf16be(mark + title), title],
  ['UTF-16 with a mark, little end first', 'text/xml', Buffer.from(mark + title, 'utf16le'), title],
  ['UTF-16BE without a mark', 'text/xml; charset=utf-16be', utf16be(title), title],
  ['UTF-16 of JSON that nobody tells', 'application/json', Buffer.from('{"a":"é"}', 'utf16le'), '{"a":"é"}'],
  ['UTF-16 of XML that nobody tells', null, utf16be(declared('UTF-16', title)), declared('UTF-16', title)],
  [
    'a mark that the content type contradicts',
    'text/xml; charset=iso-8859-1',
    Buffer.from(mark + title),
    title,
  ],
  ['no body at all', 'text/xml; charset=utf-8', Buffer.alloc(0), ''],
  ['a content type that is none', 'nonsense', Buffer.from(title), title],
];

/** An answer with attachments as Apache CXF writes it, with an empty line before its first part. */
function related(parts: { headers: string[]; content: string | Buffer }[], boundary = 'uuid:1-2'): Buffer {
  const pieces = parts.flatMap(({ headers, content }) => [
    Buffer.from(`\r\n--${boundary}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`),
    Buffer.from(content),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
const ofRoot = (charset = 'UTF-8') => [
  `Content-Type: application/xop+xml; charset=${charset}; type="text/xml"`,
  'Content-Transfer-Encoding: binary',
  'Content-ID: <root.message@cxf.apache.org>',
];
const cxf =
  'multipart/related; type="application/xop+xml"; boundary="uuid:1-2"; start="<root.message@cxf.apache.org>"; start-info="text/xml"';
/** Bytes that look like the end of a part, and like no text. */
const pdf = Buffer.concat([
  Buffer.from('%PDF-\r\n--uuid:1-\r\n--uuid:1-23\r\n'),
  Buffer.from([0, 255, 13, 10]),
]);

describe('the body of an answer', () => {
  for (const [what, contentType, bytes, expected] of encodings) {
    it(`is read right in ${what}, wherever it is cut`, () => {
      for (const step of steps) assert.equal(readBody(contentType, bytes, step).text, expected);
    });
  }

  it('is refused in an encoding that nobody knows', () => {
    assert.throws(
      () => readBody('text/xml; charset=klingon', Buffer.from('<a/>'), 1),
      /klingon is not known/,
    );
  });

  it('gives its root part as text and its attachments by their ids, wherever it is cut', () => {
    const bytes = related([
      { headers: ofRoot(), content: `<a>${title}</a>` },
      { headers: ['Content-Type: application/pdf', 'Content-ID: <pdf@s360>'], content: pdf },
      { headers: ['Content-ID: <b@s360>', 'Content-Transfer-Encoding: base64'], content: 'JVBE\r\nRi0=' },
      { headers: ['content-id:\r\n <empty@s360>'], content: '' },
    ]);
    for (const step of steps) {
      const { text, attachment } = readBody(cxf, bytes, step);
      assert.equal(text, `<a>${title}</a>`);
      assert.equal(attachment('pdf@s360'), pdf.toString('base64'));
      assert.equal(attachment('b@s360'), 'JVBERi0=');
      assert.equal(attachment('empty@s360'), '');
      assert.equal(attachment('other@s360'), undefined);
    }
  });

  it('reads the root part by its own charset', () => {
    const bytes = related([{ headers: ofRoot('ISO-8859-1'), content: Buffer.from(latin, 'latin1') }]);
    assert.equal(readBody(cxf, bytes, 3).text, latin);
  });

  it('finds the root part by its name where it is not the first, and takes the first where none is named', () => {
    const parts = [
      { headers: ['Content-ID: <pdf@s360>'], content: pdf },
      { headers: ofRoot(), content: '<a/>' },
    ];
    assert.equal(readBody(cxf, related(parts), 5).text, '<a/>');
    const unnamed = 'multipart/related; boundary="uuid:1-2"; type="text/xml"';
    assert.equal(readBody(unnamed, related(parts.toReversed()), 5).text, '<a/>');
  });

  it('passes over what stands before the first part and behind the last', () => {
    const bytes = Buffer.concat([
      Buffer.from('This is MIME.'),
      related([{ headers: ofRoot(), content: '<a/>' }]),
    ]);
    assert.equal(readBody(cxf, Buffer.concat([bytes, Buffer.from('the end --uuid:1-2')]), 4).text, '<a/>');
    const bare = 'multipart/related; boundary=b';
    assert.equal(readBody(bare, Buffer.from('--b\r\n\r\n<a/>\r\n--b-- \r\n'), 1).text, '<a/>');
  });

  const whole = related([{ headers: ofRoot(), content: '<a/>' }]);
  const faults: [what: string, contentType: string, bytes: Buffer][] = [
    ['is cut off', cxf, whole.subarray(0, -12)],
    ['has no boundary', 'multipart/related; type="text/xml"', whole],
    ['has none of the parts that its type names', cxf.replace('root.message', 'other'), whole],
    [
      'has a root part coded in some way',
      cxf,
      Buffer.from(whole.toString().replace('binary', 'quoted-printable')),
    ],
  ];
  for (const [what, contentType, bytes] of faults) {
    it(`is refused where it ${what}`, () => {
      assert.throws(() => readBody(contentType, bytes, 6), RangeError);
    });
  }
});
