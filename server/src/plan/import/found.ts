import { code, type Message, say } from '../../text/message.ts';
import type { Remark } from './remark.ts';

/** A value as a capture holds it. */
export type FoundValue =
  | string
  | number
  | boolean
  | null
  | readonly FoundValue[]
  | { readonly [key: string]: FoundValue };

/** The properties of a captured object, in their order. */
export type Properties = Readonly<Record<string, FoundValue>>;

/** Lines of a file, counted from one. */
export interface Lines {
  readonly line: number;
  /** The last one, where there are several. */
  readonly last?: number;
}

/** Where something was found; without lines where these say nothing. */
export interface Origin extends Partial<Lines> {
  /** The name of the file, as reports show it. */
  readonly source: string;
}

/** Where something was found, as `file:line`. */
export function sourceLine({ source, line }: Origin): string {
  return line === undefined ? source : `${source}:${line}`;
}

/** An object that a file describes. */
export interface FoundObject extends Origin {
  /** `CsPublicProvider`; absent where nothing around the object says it. */
  readonly noun: string | undefined;
  readonly properties: Properties;
  /** Where a property stands that has lines of its own; in the file of the object, where none is told. */
  readonly placeOf?: (property: string) => Partial<Origin> | undefined;
  /** What somebody wrote above it. */
  readonly comments: readonly Remark[];
  /** Properties of which only a part is known, and why. */
  readonly doubts: Readonly<Record<string, Message>>;
  /** A script made it: what that does not set is as it is by itself. */
  readonly isMade?: true;
  /** Others of its kind may be there that are not shown. */
  readonly hasOthers?: true;
  /** It stands in its file among many, whether a spec needs it or not. */
  readonly isBulk?: boolean;
  /** A DNS record of the inner zone. */
  readonly isInner?: boolean;
}

/** Text that nothing could be made of. */
export interface Unread extends Origin {
  readonly text: string;
  readonly reason: Message;
}

/** All that a file holds. */
export interface Found {
  readonly objects: readonly FoundObject[];
  readonly unread: readonly Unread[];
  /** What stands above all of it. */
  readonly comments: readonly Remark[];
  /** Nouns of which it is known that there are no objects. */
  readonly none?: readonly string[];
  /** What to tell of it beside that. */
  readonly notes?: readonly Message[];
  /** Somebody has looked up the DNS records that the deployment needs; what is not among them is not there. */
  readonly isLookedUp?: boolean;
  /** When it was captured, as the capture says it. */
  readonly captured?: string;
}

/** Objects within objects past which nothing is read: `ConvertTo-Json` and `Export-Clixml` do not go further, and a machine has limits, too. */
export const MOST_LEVELS = 100;

/** Says that something is nested deeper, on a line counted from one. */
export function tooDeep(source: string, line: number): Message {
  return say`${code(source)} is nested more than ${MOST_LEVELS} levels deep at line ${line}, so it is not read: no cmdlet writes such a capture.`;
}

/** Nothing. */
export const nothingFound: Found = { objects: [], unread: [], comments: [] };

/** Objects beside which there may be others, of which nothing is known. */
export function withOthers(objects: readonly FoundObject[]): readonly FoundObject[] {
  return objects.map((object) => ({ ...object, hasOthers: true }));
}

/** Several files as one; what comes later stands later. */
export function together(all: readonly Found[]): Found {
  const captured = all
    .flatMap((one) => one.captured ?? [])
    .toSorted()
    .at(-1);
  return {
    objects: all.flatMap(({ objects }) => objects),
    unread: all.flatMap(({ unread }) => unread),
    comments: all.flatMap(({ comments }) => comments),
    none: all.flatMap(({ none = [] }) => none),
    notes: all.flatMap(({ notes = [] }) => notes),
    isLookedUp: all.some(({ isLookedUp }) => isLookedUp === true),
    ...(captured !== undefined && { captured }),
  };
}

/** Whether a value has keys. */
export function isProperties(value: FoundValue | undefined): value is Properties {
  return typeof value === 'object' && value !== null && !isListed(value);
}

/** Whether a value is a list; narrows readonly lists, which `Array.isArray` does not. */
export function isListed(value: FoundValue | undefined): value is readonly FoundValue[] {
  return Array.isArray(value);
}

/** Why only a part of a property is known; a file may call one as objects of the language call their own. */
export function doubtAbout({ doubts }: Pick<FoundObject, 'doubts'>, property: string): Message | undefined {
  return Object.hasOwn(doubts, property) ? doubts[property] : undefined;
}
