import { type AccessFlag, globalPolicy } from '../deployment/policies.ts';
import { each, type Spec } from '../spec/model.ts';
import { append, set, type TreeEdit, type Value } from '../yaml/edit.ts';
import { run, type SpecEdit } from './fix.ts';
import { commandOn } from './object-command.ts';

/** Sets a flag in the global policy. Where the spec does not state that policy, it is written with all `missing` flags. */
export function allowGlobally(spec: Spec, flag: AccessFlag, missing: readonly AccessFlag[]): readonly SpecEdit[] {
  const global = globalPolicy(spec);
  const flags = global ? [flag] : missing;
  const policy = { identity: 'global', ...Object.fromEntries(flags.map((one) => [one, true])) };
  return [global ? set([...global.path, flag], true) : entered(spec, policy), run(commandOn('Set', PATH, policy))];
}

function entered(spec: Spec, policy: Value): TreeEdit {
  return each(spec.policies?.externalAccess).length > 0 ? append(PATH, policy) : set(PATH, [policy]);
}

const PATH = ['policies', 'externalAccess'] as const;
