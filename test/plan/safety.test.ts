import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { analyze } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { type Command, quote, refusal, render } from '../../server/src/cmdlets/command.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { type Plan, plan } from '../../server/src/plan/plan.ts';
import { renderRollback, renderScript } from '../../server/src/plan/render-ps1.ts';
import { renderText } from '../../server/src/plan/render-text.ts';
import type { State } from '../../server/src/plan/state.ts';
import { repairAll } from '../../server/src/repair.ts';
import { placesIn } from '../../server/src/spec/placed.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { Refusal } from '../../server/src/text/refusal.ts';
import { PATIENCE, runs } from '../runs.ts';
import { readLine } from './powershell.ts';

const RUNS = runs(50);
vi.setConfig({ testTimeout: PATIENCE });

const modules = join(import.meta.dirname, '../../node_modules');
await Parser.init({ locateFile: () => join(modules, 'web-tree-sitter/web-tree-sitter.wasm') });
const parser = new Parser();
parser.setLanguage(await Language.load(join(modules, 'tree-sitter-powershell/tree-sitter-powershell.wasm')));

const pieces = fc.constantFrom(
  ...[
    "'",
    '"',
    '`',
    '$(Remove-CsAllowedDomain -Identity a)',
    '$x',
    '\x24{x}',
    ';',
    '|',
    '&',
    '#',
    '#>',
    '<#',
    '@',
    '@(',
    ')',
    '}',
    '{',
    '%',
    '>',
    '-',
  ],
  ...[
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '\u201c',
    '\u201d',
    '\u201e',
    '\u201f',
    '\u2013',
    '\u2014',
    '\u2015',
    '\u00a0',
    '\u3000',
    '\ufeff',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\t',
    '\x1b[2J',
    '\x7f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u061c',
    '\ud800',
  ],
  ...[
    "'; Remove-CsAllowedDomain -Identity a; '",
    "' -Force '",
    '-Identity',
    '--%',
    ' ',
    'a',
    'true',
    'if',
    '1e5',
    '0x10',
    '007',
    '$true',
    '한국',
    '😀',
    '__proto__',
  ],
);
const nasty = fc.oneof(
  fc.array(pieces, { maxLength: 6 }).map((all) => all.join('')),
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.string({ maxLength: 8 }),
);
/** With something to see in it, as the format asks of names. */
const name = nasty.filter((text) => /\S/.test(text));

const specs = fc
  .record({
    comments: fc.array(nasty, { maxLength: 2 }),
    providers: fc.uniqueArray(name, { maxLength: 2 }),
    policies: fc.uniqueArray(fc.tuple(name, nasty, fc.array(name, { maxLength: 2 })), {
      maxLength: 2,
      selector: ([id]) => id,
    }),
    // One of each: the grammar, which is asked beside our own reader, does not follow all lists of bare words.
    tenant: fc.record({
      allowed: fc.option(fc.array(name, { maxLength: 1 })),
      trial: fc.array(name, { maxLength: 1 }),
    }),
    url: name.map((text) => `https://im.example/${text.replace(/\s/g, '')}`),
  })
  .map(({ comments, providers, policies, tenant, url }) => ({
    lyncFederation: 1,
    tenant: {
      allowFederatedUsers: true,
      ...(tenant.allowed && { allowedDomains: tenant.allowed }),
      allowedTrialTenantDomains: tenant.trial,
    },
    domains: {
      allowed: comments.map((comment, i) => ({ domain: `a${i}.example`, comment })),
      blocked: comments.map((comment, i) => ({ domain: `b${i}.example`, comment })),
      xmpp: comments.map((description, i) => ({ domain: `x${i}.example`, description })),
    },
    providers: {
      public: providers.map((identity, i) => ({ identity, enabled: true, proxyFqdn: `p${i}.example`, iconUrl: url })),
    },
    policies: {
      externalAccess: policies.map(([identity, description, grantedTo]) => ({ identity, description, grantedTo })),
    },
  }));

const NOTHING: State = {
  scopes: [
    'CsAllowedDomain',
    'CsBlockedDomain',
    'CsXmppAllowedPartner',
    'CsPublicProvider',
    'CsExternalAccessPolicy',
  ].map((noun) => ({ noun })),
  objects: [],
};

function declare(text: string): State {
  return declared(readSpec(text).spec, catalog);
}

const originOf = (text: string, path: string) => ({
  path,
  placeOf: placesIn(path, text),
  compared: true,
  bundle: {},
});

/** What asks whether a module is there, and says that it is not. */
const TALK = /^(?:Get-Command|Write-Warning) /;

/** The lines of a script that PowerShell runs, by the grammar. */
function commandsIn(script: string): readonly string[] {
  const tree = parser.parse(script.slice(1));
  if (tree === null) throw new Error('no tree');
  expect(tree.rootNode.hasError, script).toBe(false);
  const commands = tree.rootNode.descendantsOfType('command').filter((node) => node !== null);
  // One in brackets is a value of the one around it.
  const isValue = ({ startIndex }: (typeof commands)[number]) =>
    commands.some((other) => other.startIndex < startIndex && startIndex < other.endIndex);
  return commands.filter((node) => !isValue(node) && !TALK.test(node.text)).map(({ text }) => text);
}

/** As a server that takes the line reads it, without what the script adds. */
function taken(line: string): Command {
  const { cmdlet, parameters } = readLine(line);
  const { WhatIf, ...others } = parameters;
  expect(WhatIf ?? null).toBeNull();
  return { cmdlet, parameters: others };
}

/** The commands as a line says them, in which a list of one item is that item. */
function spoken(commands: readonly Command[]): readonly Command[] {
  const item = (value: Command['parameters'][string]) =>
    Array.isArray(value) && value.length === 1 ? value[0] : value;
  return commands.map(({ cmdlet, parameters }) => ({
    cmdlet,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, item(value)])),
  }));
}

/** What only looks. */
const isLook = (line: string) => line.startsWith('Get-');
const lookedFor = (line: string) => readLine(line.replace(' -ErrorAction SilentlyContinue', '')).parameters.Identity;

describe('quote', () => {
  it('says exactly the text, or refuses it', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const refused = refusal({ cmdlet: 'Set-CsX', parameters: { Comment: text } });
        if (refused !== undefined) expect(() => quote(text)).toThrow(Refusal);
        else expect(readLine(`Set-CsX -Comment ${quote(text)}`).parameters).toEqual({ Comment: text });
      }),
      runs(300),
    );
  });

  it.each([
    ['Skype', 'Skype'],
    ['sip.contoso.com', 'sip.contoso.com'],
    ['', "''"],
    ['if', "'if'"],
    ['True', "'True'"],
    ['1e5', "'1e5'"],
    ['-Force', "'-Force'"],
    ['O’Neil', "'O’’Neil'"],
    ['“now”', "'“now”'"],
    ['$(Get-Date)', "'$(Get-Date)'"],
    ['a`b;c', "'a`b;c'"],
  ])('%s', (text, said) => {
    expect(quote(text)).toBe(said);
  });

  it.each([
    ['a\nb', '`a␊b` contains a line break, which no command line can say safely.'],
    ['a\u2028b', '`a\ufffdb` contains a line break, which no command line can say safely.'],
    ['a\0b', '`a␀b` contains a control character, which no command line can say safely.'],
    [
      'a\u202eb',
      '`a\ufffdb` contains a character that turns the writing direction, which no command line can say safely.',
    ],
    ...['\u061c', '\u200e', '\u200f'].map((mark): [string, string] => [
      `a${mark}b`,
      '`a\ufffdb` contains a character that turns the writing direction, which no command line can say safely.',
    ]),
    ['a\udc00b', '`a\ufffdb` contains half a character, which no command line can say safely.'],
    [
      'a##vso[b]',
      '`a#\ufffdvso[b]` contains what the log of a build takes for a command, which no command line can say safely.',
    ],
  ])('refuses %j', (text, reason) => {
    expect(() => quote(text)).toThrow(reason);
  });

  it('says what only looks like the mark of a log', () => {
    expect(quote('a## b[c]')).toBe("'a## b[c]'");
    expect(quote('#1[c]')).toBe("'#1[c]'");
  });

  it('refuses names that are none', () => {
    for (const command of [
      { cmdlet: 'Set-CsX; Remove-CsY', parameters: {} },
      { cmdlet: 'Set-CsX', parameters: { 'Comment a -Force': 'b' } },
      { cmdlet: 'Set-CsX', parameters: { Limit: Number.NaN } },
    ])
      expect(() => render(command)).toThrow(Refusal);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERING = /[\0-\x09\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('a script', () => {
  it('runs the planned commands with the given values, and never one more', () => {
    fc.assert(
      fc.property(specs, nasty, (spec, path) => {
        const text = JSON.stringify(spec);
        const made = plan(declare(text), NOTHING);
        const script = renderScript(made, originOf(text, path));
        const planned = made.steps.flatMap(({ commands }) => commands);
        expect(commandsIn(script).map(taken)).toEqual(spoken(planned));
        expectSpoken(made, spec);
        const back = commandsIn(renderRollback(made, originOf(text, path)));
        expect(back.map(taken)).toEqual(spoken(made.steps.toReversed().flatMap(({ undo }) => undo)));
        expect(renderText(made, originOf(text, path))).not.toMatch(STEERING);
      }),
      RUNS,
    );
  });

  it('without a look at the server adds only looks', () => {
    fc.assert(
      fc.property(specs, nasty, (spec, path) => {
        const text = JSON.stringify(spec);
        const { steps, ...rest } = plan(declare(text));
        const lines = commandsIn(renderScript({ steps, ...rest }, originOf(text, path)));
        const planned = steps.flatMap(({ commands, only }) => [...commands, ...(only?.otherwise ?? [])]);
        expect(lines.filter((line) => !isLook(line)).map(taken)).toEqual(spoken(planned));
        expect(lines.filter(isLook).map(lookedFor)).toEqual(
          steps.filter(({ only }) => only !== undefined).map(({ identity }) => identity),
        );
      }),
      RUNS,
    );
  });
});

/** Whatever the spec says is in the plan, or refused. */
function expectSpoken(
  { steps, refusals }: Plan,
  { domains }: { domains: { blocked: readonly { domain: string; comment: string }[] } },
): void {
  for (const { domain, comment } of domains.blocked) {
    const command = steps.flatMap(({ commands }) => commands).find(({ parameters }) => parameters.Identity === domain);
    if (command === undefined) expect(refusals.length).toBeGreaterThan(0);
    else expect(command.parameters.Comment ?? '').toBe(comment);
  }
}

describe('the rules', () => {
  it('never fail over such values, and offer no fix that cannot be said', () => {
    fc.assert(
      fc.property(specs, fc.array(nasty, { maxLength: 2 }), (spec, words) => {
        const cmdlets = words.flatMap((word) => [
          `Test-CsFederatedPartner -TargetFqdn e.example -Domain '${word}'`,
          `Set-CsPublicProvider -Identity '${word}' -ProxyFqdn p.example`,
        ]);
        const text = JSON.stringify({ ...spec, server: { product: 'lync-2013' }, asOf: '2014-01-01', cmdlets });
        const options = { asOf: '2014-01-01' };
        const { failures, problems } = analyze(text, options);
        expect(failures).toEqual([]);
        const runs = problems.flatMap(({ fixes = [] }) => fixes.flatMap(({ edits }) => edits));
        for (const edit of runs) if (edit.edit === 'run') expect(refusal(edit.command)).toBeUndefined();
        repairAll(text, options, { review: true });
      }),
      runs(25),
    );
  });
});
