import type { Catalog } from '../catalog/catalog.generated.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import type { Place } from '../spec/model.ts';
import { fieldOf, isList, nounSections } from '../spec/noun-sections.ts';
import type { ActiveProvider } from './public-providers.ts';
import { run, type SpecEdit } from './rule.ts';
import { parametersNamed, type ServerVersion, versionGap, writers } from './version-gap.ts';

const NOUN = 'CsPublicProvider';

/**
 * The commands that make a public provider anew with some keys changed: of one that exists, only Enabled and
 * VerificationLevel can be set. Parameters that the server lacks are left out.
 */
export function recreated(
  { entry, identity, known }: ActiveProvider,
  changes: Readonly<Record<string, CommandValue>>,
  { catalog, server }: { readonly catalog: Catalog; readonly server: ServerVersion },
): readonly SpecEdit[] {
  const cmdlets = writers(NOUN);
  const parameters: Record<string, CommandValue> = {};
  for (const [key, name] of nounSections.find(({ noun }) => noun === NOUN)?.parameters ?? []) {
    const proxy = key === 'proxyFqdn' && known?.proxyVerified ? known.proxyFqdn : undefined;
    const value = changes[key] ?? written(fieldOf(entry, key)) ?? proxy;
    const forms = parametersNamed(cmdlets, name);
    if (value === undefined || versionGap(catalog, forms, server)) continue;
    const isJoined = forms.some(({ list }) => list === 'comma-string');
    parameters[name] = isJoined && Array.isArray(value) ? value.join(',') : value;
  }
  return [run(`Remove-${NOUN}`, { Identity: identity.value }), run(`New-${NOUN}`, parameters)];
}

/** The value of a key as a cmdlet takes it. */
function written(place: Place | undefined): CommandValue | undefined {
  if (place === undefined) return undefined;
  if (isList(place))
    return place.items.flatMap((item) => ('value' in item && typeof item.value === 'string' ? [item.value] : []));
  const value: unknown = 'value' in place ? place.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
