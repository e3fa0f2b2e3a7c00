import { type Bundle, ENGLISH, type Message, textOf } from '../../text/message.ts';

/** A line of a comment: the words of others as they are, ours in the language of the reader, or several of them in a row. */
export type Remark = string | Message | readonly Remark[];

/** The line as it is written. */
export function remarkText(remark: Remark, bundle: Bundle): string {
  if (typeof remark === 'string') return remark;
  return 'template' in remark ? textOf(remark, bundle) : remark.map((part) => remarkText(part, bundle)).join('');
}

/** Each line once. */
export function distinct(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((remark) => [remarkText(remark, ENGLISH), remark])).values()];
}
