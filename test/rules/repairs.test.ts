import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repairAll } from '../../server/src/repair.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { placeholdersIn } from '../../server/src/text/placeholder.ts';
import { examineFile } from './fixture.ts';

/** The rules that offer no repair, and why nobody could write one. */
const WITHOUT: Readonly<Record<string, string>> = {
  'certificate-file-unusable': 'A certificate is issued, and not written.',
  'extended-file-unusable': 'What is to be shared where only the administrator knows.',
  'certificate-not-yet-valid': "The first day is the authority's, and asOf the reader's.",
  'placeholder-left': 'It is what a repair leaves to the administrator.',
  'product-out-of-support': 'An upgrade is a project of its own.',
  'tenant-list-too-long': 'Which partners are gone only the administrator knows.',
  'provisioning-lead-time': 'Nothing is wrong; time alone settles it.',
};

describe.each(rules.filter(({ draft }) => !draft))('$id', ({ id }) => {
  const examined = () =>
    globSync(`test/fixtures/${id}/fires*.lync.yaml`)
      .filter((file) => !basename(file).includes('.fix-'))
      .map(examineFile);
  const own = () =>
    examined()
      .flatMap(({ analysis }) => analysis.problems)
      .filter(({ rule }) => rule === id);

  it('offers a repair of all that its fixtures show, or none at all for a reason', () => {
    const bare = own()
      .filter(({ fixes = [] }) => fixes.length === 0)
      .map(({ message }) => inEnglish(message));
    if (id in WITHOUT) expect(bare).toHaveLength(own().length);
    else expect(bare).toEqual([]);
  });

  it('asks for review where a value is left to the administrator', () => {
    const open = own()
      .flatMap(({ fixes = [] }) => fixes)
      .filter(({ edits }) => hasPlaceholder(edits));
    expect(open.filter(({ safety }) => safety !== 'review').map(({ title }) => inEnglish(title))).toEqual([]);
  });

  it('leaves no placeholder where nobody is asked', () => {
    for (const { fixture, options } of examined()) {
      const { text } = fixture;
      const { text: after } = repairAll(text, options);
      expect(placeholdersIn(after)).toHaveLength(placeholdersIn(text).length);
    }
  });
});

it('names no rule without a repair that does not exist', () => {
  expect(Object.keys(WITHOUT).filter((id) => !ruleIds.some((known) => known === id))).toEqual([]);
});

function hasPlaceholder(edits: unknown): boolean {
  return placeholdersIn(JSON.stringify(edits)).length > 0;
}
