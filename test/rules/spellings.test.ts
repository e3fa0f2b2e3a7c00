import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analyze.ts';
import type { NamedCmdlet } from '../../server/src/catalog/cmdlets.ts';
import { resolveParameter } from '../../server/src/catalog/parameter-names.ts';
import { positionalParameters } from '../../server/src/catalog/parameter-sets.ts';
import { type Argument, isKnown, isUnderstood, type KnownCommand } from '../../server/src/cmdlets/resolved.ts';
import { isInPlace } from '../../server/src/features/runbook/objects.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { examine, optionsFor, readFixture } from './fixture.ts';

/** Ways to write a command that mean the same to PowerShell. */
const spellings: Readonly<Record<string, (command: KnownCommand) => readonly TextEdit[]>> = {
  'by the shortest names': (command) =>
    command.parameters.flatMap((one) => renamed(one, shortest(command.known, one.parameter?.name ?? one.name))),
  'by aliases': ({ parameters }) =>
    parameters.flatMap((one) => renamed(one, one.parameter?.aliases?.[0] ?? one.parameter?.name ?? one.name)),
  'in capitals': ({ parameters }) => parameters.flatMap((one) => renamed(one, one.name.toUpperCase())),
  'joined by a colon': ({ parameters }) =>
    parameters.flatMap(({ role, at, valueAt, colon, rule }) =>
      role === 'named' && valueAt && !colon && rule?.kind !== 'switch'
        ? [{ at: { start: at.end, end: valueAt.start }, insert: ':' }]
        : [],
    ),
  'by place': (command) => withoutName(command, ''),
  'by place, behind a switch': (command) =>
    'Force' in command.known.shared && !command.names.includes('Force') ? withoutName(command, '-Force ') : [],
};

/** Takes away the name of the parameter that the shell finds by its place. */
function withoutName({ known, names, parameters }: KnownCommand, insert: string): readonly TextEdit[] {
  const isAlone = new Set(names).size === names.length;
  const one = parameters.find(({ role, parameter }) => {
    const others = names.filter((name) => name !== parameter?.name);
    return isAlone && role === 'named' && positionalParameters(known, others)[0] === parameter?.name;
  });
  return one?.valueAt ? [{ at: { start: one.at.start, end: one.valueAt.start }, insert }] : [];
}

function renamed({ role, at, name }: Argument, insert: string): readonly TextEdit[] {
  return role === 'named' ? [{ at: { start: at.start + 1, end: at.start + 1 + name.length }, insert }] : [];
}

/** The shortest start of a name that the shell takes for it. */
function shortest(known: NamedCmdlet, name: string): string {
  for (let length = 1; length < name.length; length++) {
    const found = resolveParameter(known, name.slice(0, length));
    if ('parameter' in found && found.parameter.name === name) return name.slice(0, length);
  }
  return name;
}

/** Rules about the way in which a command is written, and those that see what the rest of its line says. */
const OF_SPELLING: ReadonlySet<string> = new Set(['pasted-prompt', 'typographic-characters', 'cmdlet-syntax']);

const shown = ({ problems }: Analysis) =>
  problems.flatMap(({ rule, severity }) => (OF_SPELLING.has(rule) ? [] : `${rule} ${severity}`)).toSorted();

describe('a command means the same however its parameters are written', () => {
  const paths = globSync('test/fixtures/*/{fires,near}*.{lync.yaml,ps1}').filter((path) => !/\.fix-\d\./.test(path));
  const found = paths.toSorted().flatMap((path) => {
    const { text } = readFixture(readFileSync(path, 'utf8'));
    if (!/-Cs/i.test(text)) return [];
    const options = optionsFor(basename(dirname(path)), path.endsWith('.ps1') ? text : undefined);
    return [{ path, text, options, before: examine(text, options) }];
  });

  it.each(Object.entries(spellings))('%s', (_, spelled) => {
    const changed = found.filter(({ path, text, options, before }) => {
      const edits = before.runbook
        .filter(isKnown)
        .filter((command) => isUnderstood(command) && isInPlace(text, command))
        .flatMap(spelled);
      if (edits.length > 0) expect(shown(examine(applyEdits(text, edits), options)), path).toEqual(shown(before));
      return edits.length > 0;
    });
    expect(changed).not.toEqual([]);
  });
});
