import type { SourceId } from '../../catalog/catalog.generated.ts';
import type { RuleId } from '../../rules/ids.generated.ts';
import type { Message } from '../../text/message.ts';
import type { Alone } from './alone.ts';
import type { Way } from './way.ts';

/** What can be said of a link: that it holds, that it is broken, or that the spec does not tell. */
export type Verdict = 'holds' | 'broken' | 'unknown';

/** One of the things that have to be so for a message to arrive, in the order in which it passes them. */
export interface Link {
  readonly id: string;
  /** What has to be so. */
  readonly title: Message;
  /** The ways on which a message passes it. */
  readonly ways: readonly Way[];
  /** Whether it is passed on such a way at all; always, where nothing is said. */
  isPassed?(alone: Alone): boolean;
  /** The rules that find it broken. An error breaks it; of a warning stands here what it makes of it. */
  readonly rules: Readonly<Partial<Record<RuleId, Verdict | ((alone: Alone) => Verdict)>>>;
  /** Of what a rule finds that looks for more: what it has to be about. */
  readonly subjects?: Readonly<Partial<Record<RuleId, readonly string[]>>>;
  /** Of what its rules find, what stands in the entry of the partner, or what does not; all of it, where nothing is said. */
  readonly where?: 'partner' | 'elsewhere';
  /** Whether the spec says so much of it that nothing found means that nothing is wrong. */
  isTold(alone: Alone): boolean;
  /** Causes of the catalog that say what to look at where the spec does not tell. */
  readonly looks: readonly string[];
  readonly sources: readonly SourceId[];
}

export const ON_SERVERS: readonly Way[] = ['record', 'pin', 'cloud', 'default-route', 'public', 'xmpp'];
export const OVER_SIP: readonly Way[] = ['record', 'pin', 'cloud', 'default-route', 'public'];
export const LISTED: readonly Way[] = ['record', 'pin', 'cloud', 'default-route', 'xmpp'];
export const ALL: readonly Way[] = [...ON_SERVERS, 'tenant'];
