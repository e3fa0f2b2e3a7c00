import { defaultOn, parameter, cmdlet as reference } from '../../catalog/cmdlets.ts';
import { providerByIdentity } from '../../catalog/providers.ts';
import { sameValue } from '../../catalog/same-value.ts';
import { valueRule } from '../../catalog/value-rules.ts';
import type { CommandValue } from '../../cmdlets/command.ts';
import {
  type DeclaredNoun,
  type DeclaredObject,
  declaredObjects,
  isNaming,
  isNote,
} from '../../cmdlets/declared-objects.ts';
import { effectsOf, GLOBAL } from '../../cmdlets/effect.ts';
import { type NounOutcome, type ObjectOutcome, outcomesOf } from '../../cmdlets/outcome.ts';
import { type ServerVersion, shellServer, versionGap } from '../../deployment/version-gap.ts';
import { run } from '../../edits/fix.ts';
import type { Spec } from '../../spec/model.ts';
import { fieldOf, plainValue } from '../../spec/noun-sections.ts';
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
    for (const [noun, declared] of objects) {
      const outcome = outcomes.get(noun);
      if (outcome === undefined || outcome.clouded) continue;
      const about = { ...context, spec, noun, declared, server };
      yield* untouched(outcome, about);
      for (const [key, end] of outcome.objects) {
        const object = declared.objects.get(key);
        if (object) yield* unset(end, object, about);
      }
    }
  },
};

interface NounContext extends Context {
  readonly spec: Spec;
  readonly noun: string;
  readonly declared: DeclaredNoun;
  readonly server: ServerVersion;
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
        edits: left.map((object) => run({ cmdlet: `New-${noun}`, parameters: parametersOf(object, about) })),
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

/** All that the spec declares of an object, as far as the server knows such parameters. */
function parametersOf({ place, name }: DeclaredObject, { noun, declared, catalog, server }: NounContext) {
  const creation = reference(`New-${noun}`);
  const parameters: Record<string, CommandValue> = name === undefined ? {} : { Identity: name };
  for (const [key, parameterName] of declared.section.parameters) {
    const field = fieldOf(place, key);
    const value = field && plainValue(field);
    const known = creation && parameter(creation, parameterName);
    if (value === undefined || known === undefined || isNaming(parameterName)) continue;
    if (versionGap(catalog, [known], server)) continue;
    parameters[parameterName] =
      Array.isArray(value) && valueRule(known).list === 'comma-string' ? value.join(',') : value;
  }
  return parameters;
}

/** Values of an object that the runbook changes without giving them; of one that it makes, its notes: the rest is a contradiction. */
function* unset({ by, settings, last }: ObjectOutcome, object: DeclaredObject, about: NounContext): Iterable<Finding> {
  const { noun, declared, catalog, server } = about;
  const change = reference(`Set-${noun}`);
  const shell = catalog.products[server.product].parametersOf;
  if (change === undefined || shell === undefined || last.action === 'remove' || last.isSweep) return;
  const parameters: Record<string, CommandValue> = {};
  const fields = [...declared.section.parameters].flatMap(([key, name]) => {
    const field = isNaming(name) || (by && !isNote(name)) ? undefined : fieldOf(object.place, key);
    const value = field && plainValue(field);
    const known = parameter(change, name);
    if (field === undefined || value === undefined || known === undefined || settings.has(name)) return [];
    const rule = valueRule(known);
    const usual = defaultOn(known, shell);
    // Which way of routing is meant is told by several settings together.
    if (rule.kind === 'switch' || versionGap(catalog, [known], server)) return [];
    if (usual === undefined ? value === false : sameValue(rule, value, usual)) return [];
    parameters[name] = value;
    return [{ field, name }];
  });
  const [first] = fields;
  if (first === undefined) return;
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
            parameters: { ...(object.name === undefined ? {} : { Identity: object.name }), ...parameters },
          }),
        ],
      },
    ],
  };
}
