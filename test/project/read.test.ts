import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { NO_PROJECT, projectOf, settled } from '../../server/src/project/project.ts';
import { repair } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';

function judged(text: string) {
  return analyze(text, { asOf: '2026-01-01', project: true });
}

/** What is wrong in a project file: the text, the rule, and what is said. */
function problems(text: string): readonly (readonly string[])[] {
  return judged(text).problems.map(({ at, rule, message }) => [text.slice(at.start, at.end), rule, inEnglish(message)]);
}

/** The text after the first fix of its first problem. */
function fixed(text: string): string | undefined {
  const analysis = judged(text);
  const fix = analysis.problems[0]?.fixes?.[0];
  return fix && applyEdits(text, repair(analysis, [fix]));
}

describe('a project file', () => {
  it('says all it can say', () => {
    const text = `asOf: 2026-11-01
persona: pedantic
product: sfb-2019
rules: { licence-not-sold: off, partner-pinned: error }
overrides:
  - files: [lab]
    rules: { certificate-private-issuer: off }
neverSuppress: [retired-provider]
include: ['edge/**']
exclude: ['archive/**', 'contoso (1).*']
languages: [lync-federation, powershell]
`;
    expect(problems(text)).toEqual([]);
    expect(projectOf(judged(text).root)).toEqual({
      asOf: '2026-11-01',
      persona: 'pedantic',
      product: 'sfb-2019',
      rules: { 'licence-not-sold': 'off', 'partner-pinned': 'error' },
      overrides: [{ files: ['lab'], rules: { 'certificate-private-issuer': 'off' } }],
      neverSuppress: ['retired-provider'],
      include: ['edge/**'],
      exclude: ['archive/**', 'contoso (1).*'],
      languages: ['lync-federation', 'powershell'],
    });
  });

  it.each(['', '# nothing yet\n', '{}\n', '---\n'])('%j says nothing', (text) => {
    expect(problems(text)).toEqual([]);
    expect(projectOf(judged(text).root)).toEqual(NO_PROJECT);
  });

  it('leaves out what is wrong in it, and keeps the rest', () => {
    const text =
      'asOf: 2026-02-30\npersona: nobody\nrules: { foo: off, srv-port: none, srv-name-form: info }\nexclude: [1, x]\n';
    expect(projectOf(judged(text).root)).toEqual({ ...NO_PROJECT, rules: { 'srv-name-form': 'info' }, exclude: ['x'] });
  });

  it('is not judged as a spec, whatever it holds', () => {
    expect(problems('lyncFederation: 1\n')).toEqual([['lyncFederation', 'unknown-key', expect.anything()]]);
    expect(judged('').kind).toBe('project');
  });

  it('is not governed by levels of rules', () => {
    const { problems: found } = analyze('foo: 1\n', {
      asOf: '2026-01-01',
      project: true,
      severities: { 'unknown-key': 'off' },
    });
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('a mistake', () => {
  it.each([
    ['foo: 1\n', 'foo', 'unknown-key', /^`foo` is not a key of a project file, .* Known keys: `asOf`/],
    ['exclud: [a]\n', 'exclud', 'unknown-key', /Did you mean `exclude`\?$/],
    ['rules: { srv-prot: off }\n', 'srv-prot', 'unknown-key', /^`srv-prot` is not a key of `rules`.*`srv-port`\?$/],
    ['rules: { srv-port: false }\n', 'false', 'unknown-value', /It takes one of `off`, `info`, `warning`, `error`\.$/],
    ['rules: { srv-port: errror }\n', 'errror', 'unknown-value', /Did you mean `error`\?$/],
    ['rules: [srv-port]\n', 'rules', 'wrong-type', /^`rules` takes a mapping/],
    ['rules:\n', 'rules', 'wrong-type', /^`rules` has no value/],
    ['include:\n  -\n', '', 'wrong-type', /has no value/],
    ['exclude: [{ a: b }]\n', 'a', 'wrong-type', /takes text/],
    ['languages: [[powershell]]\n', '[', 'unknown-value', /It takes one of `lync-federation`, `powershell`/],
    ['asOf: 2026-02-30\n', '2026-02-30', 'unknown-value', /^`2026-02-30` is not a date/],
    ['asOf: 2026\n', '2026', 'wrong-type', /^`2026` is not text, which `asOf` takes\.$/],
    ['persona: pedantc\n', 'pedantc', 'unknown-value', /Did you mean `pedantic`\?$/],
    ['product: exchange\n', 'exchange', 'unknown-value', /It takes one of `lcs-2005-sp1`/],
    ['neverSuppress: [srv-prot]\n', 'srv-prot', 'unknown-value', /Did you mean `srv-port`\?$/],
    ['neverSuppress: [everything]\n', 'everything', 'unknown-value', /It takes one of `[a-z-]+`, .* … \(\+\d+\)\.$/],
    ['overrides: [{ files: [lab] }]\n', 'files', 'missing-key', /^`rules` \(Rules\) is required here/],
    ['overrides: [{ files: [../lab], rules: {} }]\n', '../lab', 'unknown-value', /is not a pattern of paths/],
    ['overrides: [{ files: [a], rules: { srv-prot: off } }]\n', 'srv-prot', 'unknown-key', /`srv-port`\?$/],
    ['languages: [powershel]\n', 'powershel', 'unknown-value', /Did you mean `powershell`\?$/],
    ['languages: []\n', 'languages', 'unknown-value', /^`languages` needs at least 1 entry/],
    ['include: edge\n', 'edge', 'wrong-type', /^`edge` is not a list/],
    ['include: [../edge]\n', '../edge', 'unknown-value', /^`..\/edge` is not a pattern of paths below this folder/],
    ["include: ['!edge']\n", "'!edge'", 'unknown-value', /^`!edge` is not a pattern/],
    ['exclude: [a\\b]\n', 'a\\b', 'unknown-value', /with forward slashes/],
    ['persona: auditor\npersona: auditor\n', 'persona', 'duplicate-key', /^`persona` is written twice/],
    ['- off\n', '- off', 'yaml-syntax', /^A project file is a mapping/],
    ['{}\n---\n{}\n', '---', 'yaml-syntax', /^A project file is one YAML document/],
    ['persona: <regular or pedantic>\n', '<regular or pedantic>', 'placeholder-left', /Replace it/],
  ])('%j', (text, excerpt, rule, message) => {
    expect(problems(text)).toEqual([[excerpt, rule, expect.stringMatching(message)]]);
  });

  it.each([
    ['exclud: [a] # why\n', 'exclude: [a] # why\n'],
    ['rules: { srv-prot: off }\n', 'rules: { srv-port: off }\n'],
    ['rules: { srv-port: false }\n', 'rules: { srv-port: off }\n'],
    ['persona: Auditr\n', 'persona: auditor\n'],
    ["include: 'edge/**'\n", 'include: [edge/**]\n'],
    ['asOf: 2026-02-30\n', 'asOf: 2026-02-28\n'],
  ])('%j has a fix', (before, after) => {
    expect(fixed(before)).toBe(after);
    expect(problems(after)).toEqual([]);
  });

  it.each(['@(a|b)', '+(a|+(b))', 'a/!(b)', 'x*(a)', '?(a)', 'x'.repeat(1025)])('is the pattern %s', (pattern) => {
    const message =
      /is not a pattern of paths below this folder, with forward slashes and no `\+\(…\)`, such as `edge\/\*\*`/;
    expect(problems(`exclude:\n  - '${pattern}'\n`)).toEqual([
      [`'${pattern}'`, 'unknown-value', expect.stringMatching(message)],
    ]);
  });

  it('in the YAML hides nothing elsewhere', () => {
    expect(problems("include: ['a\nfoo: 1\n")[0]?.[1]).toBe('yaml-syntax');
    expect(problems('x: 1\nrules:\n  - a\n b: 1\n').map(([, rule]) => rule)).toEqual(['unknown-key', 'yaml-syntax']);
  });
});

it('the settings give way to the project file, rule by rule', () => {
  const settings = { asOf: '2014-01-01', capture: 'x', rules: { 'srv-port': 'off', 'srv-name-form': 'off' } } as const;
  const project = { ...NO_PROJECT, asOf: '2026-11-01', rules: { 'srv-port': 'error' } } as const;
  expect(settled(settings, project)).toEqual({
    asOf: '2026-11-01',
    capture: 'x',
    rules: { 'srv-port': 'error', 'srv-name-form': 'off' },
  });
  expect(settled(settings, NO_PROJECT)).toEqual(settings);
});
