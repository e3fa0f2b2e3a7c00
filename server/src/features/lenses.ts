import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import { isEmpty } from '../spec/faults.ts';
import { each } from '../spec/model.ts';
import { objectKey } from '../spec/names.ts';
import { said } from '../spec/observed.ts';
import { type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { statusOn } from './cards.ts';
import { entriesOf, inCommand, type ObjectName } from './runbook/objects.ts';
import { HOST, namesIn, serviceOf } from './runbook/spec-names.ts';
import { toldBy } from './told.ts';

/** A line of text above the one it speaks of. What takes long to tell is asked for when the line is shown. */
export interface Lens {
  readonly at: Range;
  readonly tells:
    | { readonly kind: 'status'; readonly title: Message; readonly partner: string }
    | { readonly kind: 'chain'; readonly partner: string }
    | { readonly kind: 'day' | 'plan' }
    | { readonly kind: 'start'; readonly from: Beginning; readonly title: Message }
    | { readonly kind: 'uses'; readonly object: ObjectName };
}

/** What lenses are about: the day and the plan, services of providers, whether partners are reached, and who uses a name. */
export const lensKinds = ['day', 'services', 'chat', 'uses'] as const;

export type LensKind = (typeof lensKinds)[number];

/** Those that are shown where nobody says otherwise: names lead to their uses without a line above each. */
export const usualLenses: readonly LensKind[] = ['day', 'services', 'chat'];

/** What a spec can be started from. */
export type Beginning = 'template' | 'files' | 'clipboard';

const BEGINNINGS: Readonly<Record<Beginning, Message>> = {
  template: say`Start from a template`,
  files: say`from a capture, scripts or other files`,
  clipboard: say`from console output in the clipboard`,
};

/** Above the spec its day and its plan, above public providers where their services stand, above partners the way to them, above names who uses them. */
export function lenses(analysis: Analysis, wanted: readonly LensKind[] = usualLenses): readonly Lens[] {
  const { root, faults } = analysis;
  if (isEmpty(faults)) return beginnings;
  if (root === undefined) return [];
  const first = root.entries[0]?.key.at ?? root.at;
  const days: readonly Lens[] = [
    { at: first, tells: { kind: 'day' } },
    { at: first, tells: { kind: 'plan' } },
  ];
  const below = [
    ...(wanted.includes('services') ? statuses(analysis) : []),
    ...(wanted.includes('chat') ? chains(analysis) : []),
    ...(wanted.includes('uses') ? uses(analysis) : []),
  ];
  return [...(wanted.includes('day') ? days : []), ...below.toSorted((a, b) => a.at.start - b.at.start)];
}

/** Above what is empty: the ways to begin. */
const beginnings: readonly Lens[] = (['template', 'files', 'clipboard'] as const).map((from) => ({
  at: { start: 0, end: 0 },
  tells: { kind: 'start', from, title: BEGINNINGS[from] },
}));

/** Where the services of public providers stand. */
function statuses(analysis: Analysis): readonly Lens[] {
  const { spec, asOf } = analysis;
  const told = toldBy(analysis, 'retired-provider');
  return each(spec.providers?.public).flatMap(({ identity }): readonly Lens[] => {
    const id = identity && providerByIdentity(catalog, identity.value);
    if (identity === undefined || id === undefined || told.has(identity.at.start)) return [];
    const title = statusOn(catalog.providers[id], asOf);
    return [{ at: identity.at, tells: { kind: 'status', title, partner: identity.value } }];
  });
}

/** Partners that chat; of more than anybody reads, none has a line of its own. */
function chains({ spec }: Analysis): readonly Lens[] {
  const { allowed, discovered, xmpp } = spec.domains ?? {};
  const lists = [allowed, discovered, xmpp].map(said);
  if (lists.reduce((sum, { length }) => sum + length, 0) > MOST_CHAINS) return [];
  return [...each(allowed), ...each(discovered), ...each(xmpp)].flatMap(({ domain }): readonly Lens[] =>
    domain ? [{ at: domain.at, tells: { kind: 'chain', partner: domain.value } }] : [],
  );
}

const MOST_CHAINS = 200;

/** The day of the verdict, and the next one that changes it where somebody has looked for one. */
export function dayTitle(asOf: string, outlook?: Outlook): Message {
  if (outlook === undefined) return say`as of ${asOf}`;
  const { next, today } = outlook;
  const told =
    next === undefined ? say`as of ${asOf}, no later day changes the verdict` : say`as of ${asOf}, next change ${next}`;
  return today ? say`${told}; by today errors: ${today.errors}, warnings: ${today.warnings}` : told;
}

/** The same where somebody looks as of the day, and the document says otherwise. */
export function lookTitle(asOf: string): Message {
  return say`looked at as of ${asOf}: go back`;
}

/** What is known of other days than that of the verdict. */
interface Outlook {
  readonly next: string | undefined;
  readonly today?: { readonly errors: number; readonly warnings: number };
}

/** How often an object is used. */
export function usesTitle(count: number): Message {
  return count === 1 ? say`1 use` : say`${count} uses`;
}

/** Entries that something else in the document names. Hosts are left out: each of them stands in records and certificates. */
function uses({ spec, runbook }: Analysis): readonly Lens[] {
  const used = new Set(runbook.flatMap(inCommand).map(useKey));
  const names = namesIn(spec).filter(({ noun }) => noun !== HOST);
  for (const { noun, role, leaves } of names) {
    if (role === 'entry') continue;
    for (const leaf of leaves())
      if (leaf) used.add(useKey({ noun, key: objectKey(leaf.value.slice(serviceOf(leaf) ?? 0)) }));
  }
  const nouns = new Set(names.flatMap(({ noun, role }) => (role === 'entry' ? [noun] : [])));
  return [...nouns].flatMap((noun) =>
    entriesOf(spec, noun)
      .filter((entry) => used.has(useKey(entry)))
      .map(({ at, key }): Lens => ({ at, tells: { kind: 'uses', object: { noun, key } } })),
  );
}

function useKey({ noun, key }: ObjectName): string {
  return `${noun} ${key}`;
}
