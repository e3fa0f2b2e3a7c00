import { cmdlet, type NamedCmdlet } from '../../catalog/cmdlets.ts';
import { resolveParameter } from '../../catalog/parameter-names.ts';
import { refusal, render } from '../../cmdlets/command.ts';
import { type ResolvedCommand, textFor } from '../../cmdlets/resolved.ts';
import { type RunbookCommand, resolveQuickly } from '../../cmdlets/runbook.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { lineOf, replaced } from '../../edits/command-edits.ts';
import type { Fix } from '../../edits/fix.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import type { Spec } from '../../spec/model.ts';
import { fieldOf, nounSections } from '../../spec/noun-sections.ts';
import { applyEdits } from '../../text/edit.ts';
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
      const { known: change, verb, noun } = command;
      const creation = verb === 'Set' ? cmdlet(`New-${noun}`) : undefined;
      if (change === undefined || creation === undefined) continue;
      for (const { name, at, resolution } of command.parameters) {
        const meant = resolution?.match === 'unknown' ? resolveParameter(creation, name) : undefined;
        if (meant === undefined || !('parameter' in meant)) continue;
        const about = { spec, context, creation };
        const fix = recreation(command, about) ?? guessed(command, about);
        yield {
          at,
          message: say`${code(change.name)} has no ${code(`-${meant.parameter.name}`)}: ${code(textFor(command, 'Identity') ?? noun)} takes it only when it is made. Remove it with ${code(`Remove-${noun}`)} and create it anew with all its parameters.`,
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
};

/** Of the providers that the spec describes all parameters are known, so that they can be made anew. */
function recreation(command: RunbookCommand, where: Where): Fix | undefined {
  const { spec, context } = where;
  const { catalog, asOf } = context;
  const section = nounSections.find(({ noun }) => noun === command.noun);
  const name = textFor(command, 'Identity')?.toLowerCase();
  const active = activeProviders(spec, { catalog, asOf }).find(({ identity }) => identity.value.toLowerCase() === name);
  if (section?.path.join('.') !== 'providers.public' || active === undefined) return undefined;
  const isStated = asCreation(command, where)?.made.names.every((given) => {
    const key = [...section.parameters].find(([, known]) => known === given)?.[0];
    return key === undefined || fieldOf(active.entry, key) !== undefined;
  });
  if (!isStated) return undefined;
  const commands = changedProvider(active, {}, { spec, catalog }).flatMap((edit) =>
    edit.edit === 'run' ? [edit.command] : [],
  );
  if (commands.length === 0 || commands.some((one) => refusal(one) !== undefined)) return undefined;
  const edits = inPlace(command, commands.map(render), where);
  const title = say`Create ${code(active.identity.value)} anew, as the spec states it`;
  return edits && { title, safety: 'review', edits };
}

/** What the line says, switched on, with a placeholder for each other parameter that the shell demands beyond it. */
function guessed(command: RunbookCommand, where: Where): Fix | undefined {
  const { text, made } = asCreation(command, where) ?? {};
  const Identity = textFor(command, 'Identity');
  if (text === undefined || made === undefined || Identity === undefined) return undefined;
  const missing = Object.entries(where.creation.parameters).filter(
    ([name, { mandatory }]) => mandatory === true && !made.names.includes(name),
  );
  const asked = Object.fromEntries(
    missing.map(([name, { type }]) => [name, type === 'Boolean' ? true : placeholder(name)]),
  );
  const removing = { cmdlet: `Remove-${command.noun}`, parameters: { Identity } };
  if (refusal(removing) !== undefined) return undefined;
  const end = { start: made.whole.end, end: made.whole.end };
  const line = applyEdits(text, [{ at: end, insert: render({ cmdlet: '', parameters: asked }) }]).trimEnd();
  const edits = inPlace(command, [render(removing), line], where);
  return edits && { title: say`Create ${code(Identity)} anew from this line, and enable it`, safety: 'review', edits };
}

/** The same line with the cmdlet that makes objects, and what that makes of its parameters. */
function asCreation(
  command: RunbookCommand,
  where: Where,
): { readonly text: string; readonly made: ResolvedCommand } | undefined {
  const line = textOf(command, where);
  const [written] = resolveQuickly(line);
  const text = written && applyEdits(line, [{ at: written.at, insert: where.creation.name }]);
  const made = text === undefined ? undefined : resolveQuickly(text)[0];
  return text === undefined || made === undefined ? undefined : { text, made };
}

interface Where {
  readonly spec: Spec;
  readonly context: Context;
  readonly creation: NamedCmdlet;
}

/** The line of the runbook that a command has for itself, or its own text in a script. */
function textOf(command: RunbookCommand, { spec, context }: Where): string {
  return lineOf(spec, command)?.value ?? context.lines.slice(command.whole.start, command.whole.end);
}

/** Writes commands in place of one: in one line of the runbook, or below each other in a script. */
function inPlace(command: RunbookCommand, texts: readonly string[], { spec, context }: Where) {
  const { lines, runbook, isScript } = context;
  return replaced({ spec, lines }, command, { runbook, text: texts.join(isScript ? '\n' : '; ') });
}
