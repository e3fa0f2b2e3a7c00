import type { CommandValue } from '../cmdlets/command.ts';
import type { Spec } from '../spec/model.ts';
import { set } from '../yaml/edit.ts';
import type { ActiveProvider } from './public-providers.ts';
import { recreated } from './recreated-provider.ts';
import type { Context, SpecEdit } from './rule.ts';
import { shellServer } from './version-gap.ts';

/** Gives keys of a public provider other values, in the spec and on the server, where that takes making it anew. */
export function changedProvider(
  active: ActiveProvider,
  changes: Readonly<Record<string, CommandValue>>,
  { spec, catalog }: { readonly spec: Spec } & Pick<Context, 'catalog'>,
): readonly SpecEdit[] {
  const server = shellServer(spec, catalog);
  return [
    ...Object.entries(changes).map(([key, value]) => set([...active.entry.path, key], value)),
    ...(server ? recreated(active, changes, { catalog, server }) : []),
  ];
}
