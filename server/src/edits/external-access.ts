import { type AccessFlag, globalPolicy } from '../deployment/policies.ts';
import { each, type Spec } from '../spec/model.ts';
import { append, set, type TreeEdit, type Value } from '../yaml/edit.ts';
import { run, type SpecEdit } from './fix.ts';

/** Sets a flag in the global policy. Where the spec does not state that policy, it is written with all `missing` flags. */
export function allowGlobally(spec: Spec, flag: AccessFlag, missing: readonly AccessFlag[]): readonly SpecEdit[] {
  const global = globalPolicy(spec);
  const flags = global ? [flag] : missing;
  const parameters = Object.fromEntries(flags.map((one) => [parameterOf(one), true]));
  const policy = { identity: 'global', ...Object.fromEntries(flags.map((one) => [one, true])) };
  return [
    global ? set([...global.path, flag], true) : entered(spec, policy),
    run('Set-CsExternalAccessPolicy', { Identity: 'global', ...parameters }),
  ];
}

function entered(spec: Spec, policy: Value): TreeEdit {
  const path = ['policies', 'externalAccess'];
  return each(spec.policies?.externalAccess).length > 0 ? append(path, policy) : set(path, [policy]);
}

/** The cmdlet parameter of a key: `enableXmppAccess` is `-EnableXmppAccess`. */
export function parameterOf(flag: AccessFlag): string {
  return flag.charAt(0).toUpperCase() + flag.slice(1);
}
