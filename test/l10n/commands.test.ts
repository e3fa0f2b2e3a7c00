import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { cli, workspace } from '../cli/cli.ts';
import { NAMES } from './names.ts';
import { leftInLatin, pseudo, wordsOf } from './pseudo.ts';

const texts = pseudo();
const SEEN = JSON.stringify({
  ...{ version: 1, taken: '2026-03-01T10:00:00.000Z', resolvers: { public: ['192.0.2.53:53'], internal: [] } },
  ...{ sip: false, certificate: false, roots: false, privateAddresses: false, visits: [] },
  lookups: [
    {
      ...{ resolver: '192.0.2.53:53', name: '_sipfederationtls._tcp.contoso.com', type: 'SRV', outcome: 'records' },
      aliases: [],
      services: [{ priority: 0, weight: 0, port: 5061, target: 'sip.contoso.com', ttl: 60 }],
    },
  ],
});
const FILES = {
  'a.lync.yaml': readFileSync('examples/legacy-messengers.lync.yaml', 'utf8'),
  'b.lync.yaml': readFileSync('examples/hybrid-microsoft-365.lync.yaml', 'utf8'),
  'live.json': JSON.stringify({
    version: 1,
    objects: { CsAllowedDomain: [{ Identity: 'wingtiptoys.com', Domain: 'wingtiptoys.com' }], CsBlockedDomain: [] },
  }),
  'seen.json': SEEN,
  'trace.txt': readFileSync('test/diagnose/traces/test.txt', 'utf8'),
  'known.json': '{ "version": 1, "problems": [] }',
};

/** What is run: of each command what it tells people. */
const RUNS = [
  '--help',
  'nothing-of-the-kind',
  'new c.lync.yaml',
  'check a.lync.yaml b.lync.yaml',
  'check --baseline known.json --no-ignores a.lync.yaml',
  'fix --review --dry-run b.lync.yaml',
  'fix --review a.lync.yaml',
  'baseline update a.lync.yaml',
  'explain AOL',
  'explain lync-2013',
  'explain picUsl',
  'explain 1009',
  'explain --spec b.lync.yaml fabrikam.com',
  'explain nothing-of-the-kind',
  'timeline a.lync.yaml',
  'upcoming --within 9000 --as-of 2012-01-01 a.lync.yaml',
  'report --format md --live live.json --baseline known.json a.lync.yaml',
  'plan --force a.lync.yaml',
  'plan --force --live live.json --format ps1 a.lync.yaml',
  'plan --format dns b.lync.yaml',
  'capture --output collect.ps1',
  'import live.json',
  'drift --live live.json a.lync.yaml',
  'rules',
  'diagnose --spec b.lync.yaml trace.txt',
  'verify --replay seen.json --steps b.lync.yaml',
  'lsp',
  'mcp nothing-of-the-kind',
] as const;

/** What is typed somewhere, and so the same in every language: commands, options, what stands for their values; and marks of Markdown. */
const TYPED =
  /```[\s\S]*?```|<br>|lync-federation [^\n]*|--[\w-]+(?: [A-Z][A-Z=:]*)?|\.\\collect\.ps1.*|-WhatIf:\S*|#requires.*| IN |^ *(?:if|\}|else|\$|\[|Write-|eval).*|shell-output/gm;

describe('nothing that the command line tells is left in English', () => {
  it('by any command', () => {
    const told = new Set(RUNS.map((typed) => typed.split(' ')[0]));
    // Scripts for shells say nothing, and a picture is looked at by its own tests.
    const silent = new Set(['completion', 'map']);
    expect(commands.filter(({ name }) => !told.has(name) && !silent.has(name))).toEqual([]);
  });

  it.each([...RUNS, ...commands.map(({ name }) => `${name} --help`)])('%s', async (typed) => {
    const cwd = workspace(FILES);
    const { stdout, stderr } = await cli([...typed.split(' '), '--locale', 'ko'], { cwd, texts });
    const words = wordsOf(typed, ...Object.keys(FILES), ...Object.values(FILES), ...KEPT, ...(await values()));
    const left = `${stdout}\n${stderr}`
      .replace(TYPED, ' ')
      .split('\n')
      .flatMap((line) => leftInLatin(line, { names: NAMES, words }).map((word) => `${word}: ${line.trim()}`));
    expect(left).toEqual([]);
  });
});

/** What options take. */
async function values(): Promise<readonly string[]> {
  const usages = await Promise.all(commands.map(({ load }) => load()));
  return usages.flatMap(({ takes, options }) => [
    takes.shown,
    ...options.flatMap(({ oneOf = [], usual }) => [...oneOf, ...(typeof usual === 'string' ? [usual] : [])]),
  ]);
}

/** Layout of the report, which problem matchers read, names of commands and of formats. */
const KEPT = [
  'error warning info note help docs safe review auto always never',
  'json sarif github junit gitlab rdjson markdown ics html svg mermaid dns dsc graph ps1 text yaml',
  ...commands.map(({ name }) => name),
];
