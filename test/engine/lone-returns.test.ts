import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analyze.ts';
import { repairAll } from '../../server/src/repair.ts';
import { readYaml } from '../../server/src/yaml/blocks.ts';
import { asInOneGo } from '../in-one-go.ts';

const options = { asOf: '2014-07-01', persona: 'auditor' } as const;

const items = Array.from({ length: 14 }, (_, i) => `    - d${i}.example\r`).join('');

/** What a lone carriage return ends, as in YAML 1.2; the library by itself takes it for text. */
const TEXTS: Readonly<Record<string, string>> = {
  'a line': 'lyncFederation: 1\rdomains:\r  allowed: [fabrikam.com]\r',
  'a comment': 'lyncFederation: 1 # one\rdomains: # two\r  allowed: [fabrikam.com]\r',
  'a plain text that goes on': 'lyncFederation: 1\rorganization:\r  notes: two\r    lines\r',
  'a quoted line': 'lyncFederation: 1\rorganization:\r  notes: "two\r    lines"\r',
  'a line of a block': 'lyncFederation: 1\rorganization:\r  notes: |\r    two\r    lines\r',
  'some lines': 'lyncFederation: 1\ndomains:\r  allowed:\n    - fabrikam.com\r\n    - contoso.com\r',
  'lines of a long list': `lyncFederation: 1\rdomains:\r  allowed:\r${items}  blocked: [x.example]\r`,
  'a line with a tab': 'lyncFederation: 1\rdomains:\r\tallowed: [fabrikam.com]\r',
  'a line that is broken': 'lyncFederation: 1\rproviders:\r  public: [AOL\rdomains:\r  allowed: [a]\r',
};

function seen({ root, faults, problems, lines }: Analysis): unknown {
  return { root, faults, problems, starts: problems.map(({ at }) => lines.position(at.start)) };
}

describe.each(Object.entries(TEXTS))('a lone carriage return ends %s', (_, text) => {
  const known = readYaml(`lyncFederation: 1\ndomains:\n  allowed:\n${items.replaceAll('\r', '\n')}`, undefined).blocks;

  it('for the library, the blocks and the table of lines', () => {
    const lineFeeds = text.replace(/\r(?!\n)/g, '\n');
    expect(seen(analyze(text, options))).toEqual(seen(analyze(lineFeeds, options)));
    for (const before of [undefined, known]) {
      const { root, faults } = asInOneGo(text, before);
      const { blocks, ...read } = readYaml(lineFeeds, undefined);
      expect({ root, faults }).toEqual(read);
    }
  });
});

it.each(globSync('examples/*.lync.yaml').toSorted())('fixes of %s are the same after lone carriage returns', (file) => {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const fixed = repairAll(text, options, { review: true });
  const ofReturns = repairAll(text.replaceAll('\n', '\r'), options, { review: true });
  expect(ofReturns.text.replaceAll('\r', '\n')).toBe(fixed.text);
});
