import { type Effect, effectsOf } from '../../cmdlets/effect.ts';
import { type Argument, argumentFor, isUndone } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import type { Fix } from '../../edits/fix.ts';
import { movedBefore } from '../../edits/own-line.ts';
import { objectKey } from '../../spec/names.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const grantBeforePolicy: Rule = {
  id: 'grant-before-policy',
  summary: say`A policy granted before the command that makes it.`,
  severity: 'error',
  scripts: true,
  facts: [],

  *check(spec, { runbook, lines }) {
    for (const { grants, creation } of earlyGrants(runbook)) {
      const [first] = grants;
      const edits = first && movedBefore({ spec, lines }, creation.command, first.command);
      const fix: Fix | undefined = edits && { title: say`Make the policy first`, safety: 'review', edits };
      const maker = code(creation.command.cmdlet);
      for (const { policy, name } of grants) {
        yield {
          at: policy.valueAt ?? policy.at,
          message: say`${code(name)} cannot be granted yet, because ${maker} makes it only further down. Make the policy first.`,
          related: [{ at: creation.command.at, message: say`The policy is made here.` }],
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
};

interface Grant {
  readonly command: RunbookCommand;
  readonly policy: Argument;
  readonly name: string;
}

interface EarlyGrants {
  readonly grants: readonly Grant[];
  readonly creation: Effect;
}

/** Grants of policies that no command before them touches and a later one makes. */
function earlyGrants(runbook: readonly RunbookCommand[]): readonly EarlyGrants[] {
  const effects = new Map(effectsOf(runbook).map((effect) => [effect.command, effect]));
  const waiting = new Map<string, Grant[]>();
  const present = new Set<string>();
  const found: EarlyGrants[] = [];
  for (const command of runbook) {
    const effect = effects.get(command);
    const policy = effect ? undefined : grantOf(command);
    const id = effect ? `${effect.noun} ${effect.key ?? ''}`.toLowerCase() : policy?.id;
    if (id === undefined) continue;
    const noun = id.slice(0, id.indexOf(' ') + 1);
    if (policy) {
      if (!present.has(id) && !present.has(noun)) waiting.set(id, [...(waiting.get(id) ?? []), policy.grant]);
      continue;
    }
    const grants = waiting.get(id);
    if (effect?.action === 'create' && grants && !present.has(id)) found.push({ grants, creation: effect });
    waiting.delete(id);
    present.add(id);
  }
  return found;
}

function grantOf(command: RunbookCommand): { readonly id: string; readonly grant: Grant } | undefined {
  const { known, verb, noun } = command;
  if (known === undefined || verb !== 'Grant' || command.nested || isUndone(command)) return undefined;
  const policy = argumentFor(command, 'PolicyName');
  const name = policy?.value;
  if (policy === undefined || typeof name !== 'string' || name === '' || name.startsWith('$')) return undefined;
  return { id: `${noun} ${objectKey(name)}`.toLowerCase(), grant: { command, policy, name } };
}
