import { cmdlet, type NamedCmdlet, parameter } from '../../catalog/cmdlets.ts';
import { resolveParameter } from '../../catalog/parameter-names.ts';
import { refusal, render, verbAndNoun } from '../../cmdlets/command.ts';
import { argument, readCommands } from '../../cmdlets/read.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { lineOf, replaced } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import type { Spec } from '../../spec/model.ts';
import { fieldOf, nounSections } from '../../spec/noun-sections.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Context, Rule } from '../rule.ts';

export const parameterOnlyAtCreation: Rule = {
  id: 'parameter-only-at-creation',
  summary: say`A command that changes what can be given only when the object is made.`,
  severity: 'error',
  facts: ['sources.new-public-provider', 'sources.new-hosting-provider'],
  scripts: true,

  *check(spec, context) {
    for (const command of context.runbook) {
      const { verb, noun } = verbAndNoun(command.cmdlet);
      const change = verb.toLowerCase() === 'set' ? cmdlet(command.cmdlet) : undefined;
      const creation = cmdlet(`New-${noun}`);
      if (change === undefined || creation === undefined) continue;
      for (const { name, at } of command.parameters) {
        const known = name === '' ? undefined : parameter(creation, name);
        if (known === undefined || resolveParameter(change, name).match !== 'unknown') continue;
        yield {
          at,
          message: say`${code(change.name)} has no ${code(`-${known.name}`)}: ${object(command)} takes it only when it is made. Remove it with ${code(`Remove-${noun}`)} and create it anew with all its parameters.`,
          fixes: [recreation(command, spec, context) ?? guessed(command, creation, { spec, context })].flatMap(
            (fix) => fix ?? [],
          ),
        };
      }
    }
  },
};

/** Of the providers that the spec describes all parameters are known, so that they can be made anew. */
function recreation(command: RunbookCommand, spec: Spec, context: Context): Fix | undefined {
  const { catalog, asOf } = context;
  const { noun } = verbAndNoun(command.cmdlet);
  const section = nounSections.find((one) => one.noun.toLowerCase() === noun.toLowerCase());
  const name = argument(command, 'Identity')?.value;
  const active = activeProviders(spec, { catalog, asOf }).find(
    ({ identity }) => typeof name === 'string' && identity.value.toLowerCase() === name.toLowerCase(),
  );
  if (section?.path.join('.') !== 'providers.public' || active === undefined) return undefined;
  const isStated = command.parameters.every((one) => {
    const key = [...section.parameters].find(([, known]) => known.toLowerCase() === one.name.toLowerCase())?.[0];
    return key === undefined || fieldOf(active.entry, key) !== undefined;
  });
  if (!isStated) return undefined;
  const commands = changedProvider(active, {}, { spec, catalog }).flatMap((edit) =>
    edit.edit === 'run' ? [edit.command] : [],
  );
  if (commands.length === 0 || commands.some((one) => refusal(one) !== undefined)) return undefined;
  const edits = inPlace(command, commands.map(render), { spec, context });
  const title = say`Create ${code(active.identity.value)} anew, as the spec states it`;
  return edits && { title, safety: 'review', edits };
}

/** What the line says, switched on, with a placeholder for each other parameter that the shell demands beyond it. */
function guessed(command: RunbookCommand, creation: NamedCmdlet, where: Where): Fix | undefined {
  const { noun } = verbAndNoun(creation.name);
  const Identity = argument(command, 'Identity')?.value;
  const line = textOf(command, where);
  const head = readCommands(line)[0]?.at.end;
  if (typeof Identity !== 'string' || head === undefined) return undefined;
  const missing = Object.entries(creation.parameters).filter(
    ([name, { mandatory }]) => mandatory === true && argument(command, name) === undefined,
  );
  const asked = Object.fromEntries(
    missing.map(([name, { type }]) => [name, type === 'Boolean' ? true : placeholder(name)]),
  );
  const removing = { cmdlet: `Remove-${noun}`, parameters: { Identity } };
  if (refusal(removing) !== undefined) return undefined;
  const removal = render(removing);
  const rest = line.slice(head).trimEnd() + render({ cmdlet: '', parameters: asked });
  const edits = inPlace(command, [removal, `${creation.name}${rest}`], where);
  return edits && { title: say`Create ${code(Identity)} anew from this line, and enable it`, safety: 'review', edits };
}

interface Where {
  readonly spec: Spec;
  readonly context: Context;
}

/** The line of the runbook that a command has for itself, or its own text in a script. */
function textOf(command: RunbookCommand, { spec, context }: Where): string {
  return lineOf(spec, command)?.value ?? context.lines.text.slice(command.whole.start, command.whole.end);
}

/** Writes commands in place of one: in one line of the runbook, or below each other in a script. */
function inPlace(command: RunbookCommand, texts: readonly string[], { spec, context }: Where) {
  const { lines, runbook, isScript } = context;
  return replaced({ spec, lines }, command, { runbook, text: texts.join(isScript ? '\n' : '; ') });
}

function object(command: RunbookCommand): string {
  const identity = argument(command, 'Identity')?.value;
  return code(typeof identity === 'string' ? identity : verbAndNoun(command.cmdlet).noun);
}
