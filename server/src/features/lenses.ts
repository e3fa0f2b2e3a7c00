import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import { each } from '../spec/model.ts';
import { textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { statusOn } from './cards.ts';
import type { Env } from './env.ts';

/** A line of text above the one it speaks of. */
export interface Lens {
  readonly at: Range;
  readonly title: string;
}

/** Above each public provider, where its service stands on the day of the verdict and what its last day is. */
export function lenses({ spec, asOf }: Analysis, { bundle }: Env): readonly Lens[] {
  return each(spec.providers?.public).flatMap(({ identity }): readonly Lens[] => {
    const id = identity && providerByIdentity(catalog, identity.value);
    return id ? [{ at: identity.at, title: textOf(statusOn(catalog.providers[id], asOf), bundle) }] : [];
  });
}
