import type { Listed } from '../deployment/classify.ts';
import type { Place } from '../spec/model.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';

/** What stands on a map. */
export type Kind =
  | 'organization'
  | 'policy'
  | 'sip-domain'
  | 'record'
  | 'pool'
  | 'certificate'
  | 'firewall'
  | 'gate'
  | 'route'
  | 'public-provider'
  | 'hosting-provider'
  | 'cloud'
  | 'tenant'
  | 'partner';

/** A thing that messages pass, or that those rely on who pass them. */
export interface Station {
  /** The same from one version of a text to the next. */
  readonly id: string;
  readonly kind: Kind;
  readonly name: Message;
  readonly detail?: Message | undefined;
  /** Where it stands in the text. */
  readonly at: Range;
  /** Findings that lie in one of these, and in no smaller one of another station, are about it. */
  readonly places: readonly Place[];
  /** Stations of one group stand for each other where there are many. */
  readonly group: string;
}

/** A way from one station to the next. */
export interface Road {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Port and type. */
  readonly label?: Message | undefined;
  /** What says that it leads there; findings in it are about the road, too. */
  readonly at?: Range | undefined;
  /** It is as the station at its end is. */
  readonly sharesEnd?: true | undefined;
}

/** All that a spec says of federation, as things and the ways between them: the same on every day. */
export interface FederationMap {
  readonly stations: readonly Station[];
  readonly roads: readonly Road[];
  /** What decides whether a partner is reached, by the ids of partners. */
  readonly listed: ReadonlyMap<string, Listed>;
}
