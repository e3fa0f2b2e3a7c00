import { expect, it } from 'vitest';
import { disableInProject } from '../../server/src/project/disable.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

function disabled(text: string): string | undefined {
  const edits = disableInProject(text, 'srv-port');
  return edits && applyEdits(text, edits);
}

it.each([
  ['', 'rules:\n  srv-port: off\n'],
  ['# ours\n', '# ours\nrules:\n  srv-port: off\n'],
  ['# ours', '# ours\nrules:\n  srv-port: off\n'],
  ['# ours\r\n', '# ours\r\nrules:\r\n  srv-port: off\r\n'],
  ['persona: auditor\nexclude: [a]\n', 'persona: auditor\nrules:\n  srv-port: off\nexclude: [a]\n'],
  ['rules: # levels\n', 'rules: # levels\n  srv-port: off\n'],
  ['rules:\n  # soon\n  srv-name-form: off # why\n', 'rules:\n  # soon\n  srv-name-form: off # why\n  srv-port: off\n'],
  ['rules: { srv-name-form: off }\n', 'rules: { srv-name-form: off, srv-port: off }\n'],
  ['rules: {}\n', 'rules: { srv-port: off }\n'],
  ['{}\n', '{ rules: { srv-port: off } }\n'],
  ['rules:\n  srv-port: error # for now\n', 'rules:\n  srv-port: off # for now\n'],
  ["rules:\n  srv-port: 'error'\n", "rules:\n  srv-port: 'off'\n"],
  ['rules:\n  srv-port:\n', 'rules:\n  srv-port: off\n'],
])('%j', (before, after) => {
  expect(disabled(before)).toBe(after);
  expect(disabled(after)).toBe(after);
  expect(disableInProject(after, 'srv-port')).toEqual([]);
});

it.each([
  'rules: [srv-port]\n',
  'rules: off\n',
  '- a\n',
  "rules: { a: 'b\n",
  'x: &r { srv-name-form: off }\nrules: *r\n',
  'rules: { srv-port: [off] }\n',
  'neverSuppress: [srv-port]\n',
  'overrides: [{ files: [lab], rules: { srv-port: error } }]\n',
])('%j is left to a person', (text) => {
  expect(disabled(text)).toBeUndefined();
});
