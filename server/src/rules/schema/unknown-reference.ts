import { type LostReference, lostReferences } from '../../deployment/references.ts';
import type { Fix } from '../../edits/fix.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { hasPlaceholder, placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  summary: say`A reference by name that leads to no entry of the spec.`,
  severity: 'error',
  facts: ['milestones.provisioning-site-closed', 'providers'],

  *check(spec, context) {
    for (const lost of lostReferences(spec, context)) {
      if (hasPlaceholder(lost.leaf.value)) continue;
      const meant = nearest(lost.leaf.value, lost.names) ?? (lost.names.length === 1 ? lost.names[0] : undefined);
      yield { at: lost.leaf.at, message: lostMessage(lost, meant), fixes: [referring(lost, meant)] };
    }
  },
};

function lostMessage({ leaf, to, names }: LostReference, meant: string | undefined): Message {
  const lists = codes(to);
  const nowhere = say`${code(leaf.value)} leads nowhere: no entry has this name under ${lists}, so what it stands for is not checked.`;
  if (names.length === 0) return say`${nowhere} Add the entry.`;
  if (meant !== undefined) return say`${nowhere} Did you mean ${code(meant)}?`;
  return say`${nowhere} Names there are ${codes(names, 10)}.`;
}

function referring({ leaf }: LostReference, meant: string | undefined): Fix {
  const name = meant ?? placeholder('name of the entry');
  return {
    title: meant === undefined ? say`Enter the name of the entry` : say`Change ${code(leaf.value)} to ${code(meant)}`,
    safety: 'review',
    edits: [set(leaf.path, name)],
  };
}
