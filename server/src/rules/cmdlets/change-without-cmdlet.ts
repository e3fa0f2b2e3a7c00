import { providerByIdentity } from '../../catalog/providers.ts';
import { type DeclaredObject, declaredObjects } from '../../cmdlets/declared-objects.ts';
import { effectsOf, GLOBAL } from '../../cmdlets/effect.ts';
import { type NounOutcome, type ObjectOutcome, outcomesOf } from '../../cmdlets/outcome.ts';
import { type OnServer, parametersToMake, unsetValues } from '../../deployment/left-out.ts';
import { shellServer } from '../../deployment/version-gap.ts';
import { run } from '../../edits/fix.ts';
import type { Spec } from '../../spec/model.ts';
import { code, codes, say } from '../../text/message.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const changeWithoutCmdlet: Rule = {
  id: 'change-without-cmdlet',
  summary: say`Something the spec declares and the runbook leaves out, although it configures the rest.`,
  severity: 'info',
  // The runbook may hold only what is new: then nothing is wrong.
  persona: 'pedantic',
  facts: ['providers', 'sources.set-access-edge-configuration'],

  *check(spec, context) {
    const server = shellServer(spec, context.catalog);
    const objects = declaredObjects(spec);
    const outcomes = outcomesOf(effectsOf(context.runbook, objects));
    if (server === undefined || outcomes.size === 0) return;
    for (const declared of objects) {
      const { noun } = declared.section;
      const outcome = outcomes.get(noun);
      if (outcome === undefined || outcome.clouded) continue;
      const about = { catalog: context.catalog, spec, noun, declared, server };
      yield* untouched(outcome, about);
      for (const [key, end] of outcome.objects) {
        const object = declared.objects.get(key);
        if (object) yield* unset(end, object, about);
      }
    }
  },
};

interface NounContext extends Pick<Context, 'catalog'>, OnServer {
  readonly spec: Spec;
}

/** Objects that no command makes, beside others that the runbook does make. */
function* untouched({ objects }: NounOutcome, about: NounContext): Iterable<Finding> {
  const { declared, noun, catalog } = about;
  const made = [...objects].find(([key, { by }]) => by?.action === 'create' && declared.objects.has(key));
  if (made === undefined) return;
  const left = [...declared.objects].flatMap(([key, object]) =>
    objects.has(key) || key === GLOBAL || isThere(object, catalog) ? [] : [object],
  );
  const [first, ...others] = left;
  if (first === undefined) return;
  const creation = code(`New-${noun}`);
  const name = code(first.name ?? GLOBAL);
  const sibling = code(declared.objects.get(made[0])?.name ?? GLOBAL);
  const who = others.length === 0 ? name : say`${name} and ${others.length} more`;
  yield {
    at: first.at,
    message: say`The runbook makes ${sibling} with ${creation}, and has no such command for ${who}. Add it, unless it is on the server already.`,
    related: others.slice(0, 5).map(({ at }) => ({ at, message: say`No command makes this one either.` })),
    fixes: [
      {
        title: others.length === 0 ? say`Add ${creation} for ${name}` : say`Add ${creation} for all of them`,
        safety: 'review',
        edits: left.map((object) => run({ cmdlet: `New-${noun}`, parameters: parametersToMake(object, about) })),
      },
    ],
  };
}

/** What the server ships, or the topology brings. */
function isThere({ place, name = '' }: DeclaredObject, catalog: Context['catalog']): boolean {
  const section = place.path.slice(0, 2).join('.');
  return (
    section === 'domains.sip' || (section === 'providers.public' && providerByIdentity(catalog, name) !== undefined)
  );
}

/** Values of an object that the runbook changes without giving them; of one that it makes, its notes: the rest is a contradiction. */
function* unset({ by, settings, last }: ObjectOutcome, object: DeclaredObject, about: NounContext): Iterable<Finding> {
  if (last.action === 'remove' || last.isSweep) return;
  const fields = unsetValues({ settings, notesOnly: by !== undefined }, object, about);
  const [first] = fields;
  if (first === undefined) return;
  const { noun } = about;
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const names = codes(fields.map(({ name }) => `-${name}`));
  const cmdlet = code(last.command.cmdlet);
  yield {
    at: first.field.at,
    message: say`The runbook has ${cmdlet} for this, and no command sets ${names}. Add it, unless the server has the value already.`,
    related: [{ at: last.command.at, message: say`This command sets the rest.` }],
    fixes: [
      {
        title: say`Set ${names} too`,
        safety: 'review',
        edits: [
          run({
            cmdlet: `Set-${noun}`,
            parameters: { ...(object.name === undefined ? {} : { Identity: object.name }), ...values },
          }),
        ],
      },
    ],
  };
}
