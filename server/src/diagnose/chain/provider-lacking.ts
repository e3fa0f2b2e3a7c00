import { catalog } from '../../catalog/catalog.generated.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import type { Finding } from '../../rules/rule.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import { append, set } from '../../yaml/edit.ts';
import { type Alone, NOWHERE } from './alone.ts';

/** That nothing leads to a public provider: no rule minds, as a spec need not use one, and only who asks for it lacks it. */
export function providerLacking({ provider, spec }: Alone, asOf: string): Finding | undefined {
  if (provider === undefined || provider.entry?.enabled?.value === true) return undefined;
  const { id, entry } = provider;
  const known = id && catalog.providers[id];
  if (known && !provider.isThere) {
    const at = entry?.identity?.at ?? NOWHERE.at;
    const { availableFrom } = known;
    return known.lastDay < asOf
      ? { at, message: say`The service of ${prose(known.name)} ended on ${known.lastDay}. ${prose(known.afterwards)}` }
      : { at, message: say`The service of ${prose(known.name)} is there only from ${availableFrom ?? ''} on.` };
  }
  const name = entry?.identity?.value ?? known?.identities[0];
  if (name === undefined) return undefined;
  const values = { enabled: true };
  const path = entry?.path ?? ['providers', 'public'];
  const command = commandOn(entry ? 'Set' : 'New', path, { identity: name, ...values });
  return {
    at: (entry?.enabled ?? entry?.identity)?.at ?? NOWHERE.at,
    message: missing(name, entry !== undefined),
    fixes: [
      {
        title: entry ? say`Enable ${code(name)}` : say`Add the public provider ${code(name)}`,
        safety: 'review',
        edits: [
          entry ? set([...path, 'enabled'], true) : append(path, { identity: name, ...values }),
          ...runOnServer(spec, catalog, command),
        ],
      },
    ],
  };
}

function missing(name: string, isThere: boolean): Message {
  return isThere
    ? say`The public provider ${code(name)} is not enabled, so nobody can talk to its users. Enable it.`
    : say`No entry of ${code('providers.public')} is ${code(name)}, so nobody can talk to its users. Add it.`;
}
