import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Decoded,
  decode,
  decodeCapture,
  decodeScript,
  encode,
  legible,
  unencodable,
} from '../../server/src/machine/encoding.ts';

const TEXT = '# 계약 “Müller” €\r\nSet-CsUser\r\n';
const ENCODINGS: readonly Omit<Decoded, 'text'>[] = [
  { encoding: 'utf-8', bom: false },
  { encoding: 'utf-8', bom: true },
  { encoding: 'utf-16le', bom: true },
  { encoding: 'utf-16be', bom: true },
];

describe('bytes', () => {
  it.each(ENCODINGS)('are read by their mark, and written as they were: %o', (how) => {
    const bytes = encode({ text: TEXT, ...how });
    expect(decode(bytes)).toEqual({ text: TEXT, ...how });
    expect(decodeScript(bytes)).toEqual({ text: TEXT, ...how });
  });

  it('that are an empty file are an empty text', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false });
    for (const how of ENCODINGS) expect(decode(encode({ text: '', ...how }))).toEqual({ text: '', ...how });
  });

  it('without a mark that are no UTF-8 are Windows-1252 in a script alone', () => {
    // “M€üller” as Windows writes it
    const bytes = Uint8Array.from([0x23, 0x0a, 0x93, 0x4d, 0x80, 0xfc, 0x6c, 0x94]);
    expect(decode(bytes)).toEqual({ fault: 'malformed', encoding: 'utf-8', line: 2 });
    const script = { text: '#\n“M€ül”', encoding: 'windows-1252', bom: false, guessedFrom: 2 };
    expect(decodeScript(bytes)).toEqual(script);
    expect(encode({ text: '#\n“M€ül”', encoding: 'windows-1252', bom: false })).toEqual(bytes);
    expect(legible(bytes).text).toBe('#\n\ufffdM\ufffd\ufffdl\ufffd');
  });

  it.each<[string, readonly number[], object]>([
    ['half a character of UTF-16', [0xff, 0xfe, 0x41, 0, 0x0a], { fault: 'malformed', encoding: 'utf-16le', line: 1 }],
    [
      'half a pair of UTF-16',
      [0xfe, 0xff, 0, 0x0a, 0xd8, 0, 0, 0x41],
      { fault: 'malformed', encoding: 'utf-16be', line: 2 },
    ],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0], { fault: 'binary', encoding: 'utf-16le', line: 1 }],
    ['a zero', [0x41, 0, 0x42, 0x43, 0x44], { fault: 'binary', encoding: 'utf-8', line: 1 }],
    ['UTF-16 without a mark', [0x41, 0, 0x42, 0], { fault: 'unmarked UTF-16', encoding: 'utf-16le', line: 1 }],
    [
      'a mark of UTF-8 before no UTF-8',
      [0xef, 0xbb, 0xbf, 0x0d, 0xe4],
      { fault: 'malformed', encoding: 'utf-8', line: 2 },
    ],
    ['the first byte of three', [0x41, 0x0a, 0xef], { fault: 'malformed', encoding: 'utf-8', line: 2 }],
    ['two bytes of three', [0x41, 0x0a, 0xef, 0xbf], { fault: 'malformed', encoding: 'utf-8', line: 2 }],
    [
      'half a character that is half of U+FFFD',
      [0xff, 0xfe, 0xfd],
      { fault: 'malformed', encoding: 'utf-16le', line: 1 },
    ],
  ])('that are no text are told of: %s', (_, bytes, fault) => {
    expect(decode(Uint8Array.from(bytes))).toEqual(fault);
  });

  it('are the same after reading and writing, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeScript(bytes);
        if ('text' in decoded) expect(encode(decoded)).toEqual(bytes);
      }),
    );
  });

  it('have a text again, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...ENCODINGS), (text, how) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decode(encode({ text, ...how }))).toEqual({ text, ...how });
      }),
    );
  });
});

it('a character that Windows-1252 does not have is told of', () => {
  expect(unencodable({ text: 'Müller €', encoding: 'windows-1252', bom: false })).toBeUndefined();
  expect(unencodable({ text: 'Müller 계약', encoding: 'windows-1252', bom: false })).toBe('계');
  expect(unencodable({ text: '계약', encoding: 'utf-8', bom: false })).toBeUndefined();
});

describe('a capture', () => {
  const said = 'Comment : ';

  it.each<[string, readonly number[], string, string]>([
    [
      'an editor of western Windows',
      [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x92, 0x73, 0x20, 0x96, 0x20, 0x80],
      '1252',
      'Müller’s – €',
    ],
    [
      'a western console',
      [0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x67, 0x72, 0x94, 0xe1, 0x74, 0x65],
      '850',
      'Müller größte',
    ],
    ['a console of the old US page', [0x63, 0x61, 0x66, 0x82, 0x20, 0xa4, 0x20, 0x70, 0xa5], '850', 'café ñ pÑ'],
    ['Korean Windows', [0xc7, 0xd1, 0xb1, 0xb9, 0x20, 0x32, 0xb3, 0xe2], '949', '한국 2년'],
    // 똠방각하 펲시 콜라, of which 똠 and 펲 are in the later part of the page.
    [
      'Korean Windows with seldom letters',
      [
        0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x20, 0xbc, 0x84, 0xbd, 0xc3, 0xc4, 0xdd, 0xb6, 0xf3, 0xb1,
        0xb9, 0xb9, 0xce,
      ],
      '949',
      '똠방각하 펲시콜라국민',
    ],
    [
      'Japanese Windows',
      [
        0x8e, 0xe6, 0x88, 0xf8, 0x90, 0xe6, 0x20, 0x8a, 0x94, 0x8e, 0xae, 0x89, 0xef, 0x8e, 0xd0, 0x83, 0x74, 0x83,
        0x40, 0x83, 0x75, 0x83, 0x8a, 0x83, 0x4a, 0x83, 0x80,
      ],
      '932',
      '取引先 株式会社ファブリカム',
    ],
    ['Japanese Windows, in two characters', [0x8e, 0x78, 0x8e, 0xd0, 0x20, 0x32], '932', '支社 2'],
    [
      'a console with letters that are capitals elsewhere',
      [0x53, 0xc6, 0x6f, 0x20, 0x4a, 0x6f, 0xc6, 0x6f],
      '850',
      'São João',
    ],
    [
      'a console with letters that are marks elsewhere',
      [0x61, 0xa4, 0x6f, 0x20, 0x73, 0x65, 0xa4, 0x61, 0x6c],
      '850',
      'año señal',
    ],
    [
      'a console with letters that begin characters of Japanese',
      [0x6d, 0x94, 0x67, 0x6c, 0x69, 0x63, 0x68, 0x20, 0x66, 0x81, 0x72, 0x20, 0x47, 0x72, 0x94, 0xe1, 0x65, 0x6e],
      '850',
      'möglich für Größen',
    ],
    [
      'western capitals among others, and a sign between words',
      [0x53, 0xc3, 0x4f, 0x20, 0xb7, 0x20, 0x35, 0x20, 0xa3, 0x20, 0x61, 0x6e, 0x20, 0x68, 0x6f, 0x75, 0x72],
      '1252',
      'SÃO · 5 £ an hour',
    ],
    ['western capitals side by side', [0xc7, 0xd1, 0x20, 0xc4, 0x6e, 0xe9, 0x65], '1252', 'ÇÑ Änée'],
  ])('of %s is read in its code page', (_, bytes, page, text) => {
    const whole = Uint8Array.from([...new TextEncoder().encode(said), ...bytes]);
    expect(decodeCapture(whole)).toEqual({ text: said + text, encoding: 'utf-8', bom: false, guessedFrom: 1, page });
  });

  it.each(['utf-16le', 'utf-16be'] as const)('needs no mark in %s', (encoding) => {
    const bytes = encode({ text: 'Identity : Müller', encoding, bom: false });
    expect(decodeCapture(bytes)).toEqual({ text: 'Identity : Müller', encoding, bom: false });
    expect(decode(bytes)).toEqual({ fault: 'unmarked UTF-16', encoding, line: 1 });
  });

  it('is no text where it has zeros, or half a character of UTF-16', () => {
    expect(decodeCapture(Uint8Array.from([0x41, 0, 0x42, 0x43, 0x44]))).toMatchObject({ fault: 'binary' });
    expect(decodeCapture(Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x0a]))).toMatchObject({ fault: 'malformed' });
  });
});
