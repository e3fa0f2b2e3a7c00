import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Value } from '../../server/src/yaml/edit.ts';
import { blockText, flowText } from '../../server/src/yaml/write.ts';
import { PATIENCE, runs } from '../runs.ts';

/** Words that mean something to YAML in some place, beside those that mean nothing. */
const word = fc.oneof(
  fc.constantFrom('true', 'False', 'NULL', 'nullx', '~', 'yes', 'a:b', 'a: b', 'a #b', 'a#b', 'a -', 'a-', '-a', '- a'),
  fc.constantFrom(
    '1.5',
    '1e3',
    '0x1f',
    '.inf',
    'x'.repeat(1100),
    'a b',
    'a  b',
    ' a',
    'a ',
    'a\nb',
    '',
    'ä',
    '@a',
    'a@b',
  ),
  fc.string({ unit: fc.constantFrom(...'abcA01.-_@/()+= :#,[]{}&*!|>\'"%?\n\t') }),
  fc.domain(),
);
const scalar = fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const short = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const value: fc.Arbitrary<Value> = fc.oneof(
  short,
  fc.array(short, { maxLength: 3 }),
  fc.dictionary(word, short, { maxKeys: 3, noNullPrototype: true }),
);

it(
  'a value is written as the library writes it',
  () => {
    const property = fc.property(value, fc.boolean(), fc.constantFrom('\n', '\r\n'), (one, indentLists, lineBreak) => {
      const whole = stringify(one, {
        version: '1.2',
        indent: 2,
        indentSeq: indentLists,
        lineWidth: 0,
        blockQuote: false,
      }).trimEnd();
      expect(blockText(one, 3, { indent: 2, indentLists, lineBreak })).toBe(whole.replaceAll('\n', `${lineBreak}   `));
      const flow = stringify([one], { version: '1.2', collectionStyle: 'flow', lineWidth: 0 });
      if (typeof one !== 'object') expect(flowText(one)).toBe(flow.slice('[ '.length, flow.lastIndexOf(' ]')));
    });
    fc.assert(property, runs(3000));
  },
  PATIENCE,
);
