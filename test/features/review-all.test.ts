import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { analyze } from '../../server/src/analyze.ts';
import { reviewAll } from '../../server/src/features/review-all.ts';
import { choose, repair } from '../../server/src/repair.ts';
import { applyEdits, inOrder } from '../../server/src/text/edit.ts';

function dataOf(text: string): unknown {
  return parseAllDocuments(text, { uniqueKeys: false }).map((document) => document.toJS());
}

const env = { bundle: {} };
const specs = globSync(['test/fixtures/*/fires*.lync.yaml', 'test/field/*.lync.yaml', 'examples/*.lync.yaml'])
  .filter((path) => !path.includes('.fix-'))
  .toSorted();

describe('all fixes, to be looked at', () => {
  it.each(specs)('does apart what is done together: %s', (path) => {
    const analysis = analyze(readFileSync(path, 'utf8'), { asOf: '2026-01-01' });
    const apart = reviewAll(analysis, env).flatMap(({ edits }) => edits);
    const fixes = choose(analysis, true).map(({ fix }) => fix);
    const together = applyEdits(analysis.text, repair(analysis, fixes));
    // A comment between two lines that go may go with one of them; what the spec says is the same.
    expect(dataOf(applyEdits(analysis.text, inOrder(apart)))).toEqual(dataOf(together));
  });

  it('tells what needs a look from what does not', () => {
    const text = `lyncFederation: 1
asOf: 2014-07-02
domains:
  allowed:
    - domain: fabrikam.com
      markForMonitoring: yes
providers:
  public:
    - identity: AOL
      enabled: true
`;
    const reviewed = reviewAll(analyze(text, { asOf: '2026-01-01' }), env);
    expect(reviewed.map(({ title, review }) => [title, review])).toMatchInlineSnapshot(`
      [
        [
          "Write \`true\`",
          false,
        ],
        [
          "Remove \`AOL\`, and add the command to the runbook",
          true,
        ],
      ]
    `);
    expect(reviewed.at(-1)?.about).toContain('AOL');
  });
});
