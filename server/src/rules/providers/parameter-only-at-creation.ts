import { cmdlet, parameter } from '../../catalog/cmdlets.ts';
import { render, verbAndNoun } from '../../cmdlets/command.ts';
import { argument } from '../../cmdlets/read.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import type { Spec } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import { fieldOf, nounSections } from '../noun-sections.ts';
import { changedProvider } from '../provider-change.ts';
import { activeProviders } from '../public-providers.ts';
import type { Context, Fix, Rule } from '../rule.ts';

export const parameterOnlyAtCreation: Rule = {
  id: 'parameter-only-at-creation',
  summary: say`A command that changes what can be given only when the object is made.`,
  severity: 'error',
  facts: ['sources.new-public-provider', 'sources.new-hosting-provider'],

  *check(spec, context) {
    for (const command of context.runbook) {
      const { verb, noun } = verbAndNoun(command.cmdlet);
      const change = verb.toLowerCase() === 'set' ? cmdlet(command.cmdlet) : undefined;
      const creation = cmdlet(`New-${noun}`);
      if (change === undefined || creation === undefined) continue;
      for (const { name, at } of command.parameters) {
        const known = name === '' ? undefined : parameter(creation, name);
        if (known === undefined || parameter(change, name) !== undefined) continue;
        yield {
          at,
          message: say`${code(change.name)} has no ${code(`-${known.name}`)}: ${object(command)} takes it only when it is made. Remove it with ${code(`Remove-${noun}`)} and create it anew with all its parameters.`,
          fixes: recreation(command, spec, context),
        };
      }
    }
  },
};

/** Of the providers that the spec describes all parameters are known, so that they can be made anew. */
function recreation(command: RunbookCommand, spec: Spec, { catalog, asOf, runbook }: Context): readonly Fix[] {
  const { noun } = verbAndNoun(command.cmdlet);
  const section = nounSections.find((one) => one.noun.toLowerCase() === noun.toLowerCase());
  const name = argument(command, 'Identity')?.value;
  const active = activeProviders(spec, { catalog, asOf }).find(
    ({ identity }) => typeof name === 'string' && identity.value.toLowerCase() === name.toLowerCase(),
  );
  const isAlone = runbook.every((other) => other === command || other.item !== command.item);
  if (section?.path.join('.') !== 'providers.public' || active === undefined || !isAlone) return [];
  const isStated = command.parameters.every((one) => {
    const key = [...section.parameters].find(([, known]) => known.toLowerCase() === one.name.toLowerCase())?.[0];
    return key === undefined || fieldOf(active.entry, key) !== undefined;
  });
  if (!isStated) return [];
  const lines = changedProvider(active, {}, { spec, catalog }).flatMap((edit) =>
    edit.edit === 'run' ? [render(edit.command)] : [],
  );
  if (lines.length === 0) return [];
  return [
    {
      title: say`Create ${code(active.identity.value)} anew, as the spec states it`,
      safety: 'review',
      edits: [set(['cmdlets', command.item], lines.join('; '))],
    },
  ];
}

function object(command: RunbookCommand): string {
  const identity = argument(command, 'Identity')?.value;
  return code(typeof identity === 'string' ? identity : verbAndNoun(command.cmdlet).noun);
}
