import { catalog, type ProviderId } from '../../catalog/catalog.generated.ts';
import { providerByIdentity, serviceStatus } from '../../catalog/providers.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { link, type Message, say } from '../../text/message.ts';
import { statusOn } from '../cards.ts';
import { factUrl } from '../docs-url.ts';
import { toldBy } from '../told.ts';
import { type FindHints, placesIn } from './hint.ts';

/** Behind the names of public providers, the day that matters where the service has ended, is about to, or has not begun. */
export const endingHints: FindHints = function* (analysis, within, language) {
  const { spec, asOf } = analysis;
  const told = toldBy(analysis, 'retired-provider');
  const entries = placesIn(each(spec.providers?.public), within);
  const names: readonly (Leaf<string> | undefined)[] = [
    ...entries.map(({ identity }) => identity),
    ...placesIn(each(spec.provisioning?.providers), within),
  ];
  for (const name of names) {
    const id = name && providerByIdentity(catalog, name.value);
    const label = id && labelOn(id, asOf);
    if (name === undefined || id === undefined || label === undefined || told.has(name.at.start)) continue;
    const status = statusOn(catalog.providers[id], asOf);
    yield {
      offset: name.at.end,
      label,
      tooltip: say`${status} [Sources](${link(factUrl('providers', id, language))})`,
    };
  }
};

function labelOn(id: ProviderId, asOf: string): Message | undefined {
  const provider = catalog.providers[id];
  switch (serviceStatus(catalog, provider, asOf)) {
    case 'not-yet':
      return say`from ${'availableFrom' in provider ? provider.availableFrom : ''}`;
    case 'available':
      return undefined;
    case 'ending':
      return say`ends ${provider.lastDay}`;
    case 'ended':
      return say`ended ${provider.lastDay}`;
  }
}
