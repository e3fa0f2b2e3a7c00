import { code, type Message, say } from '../text/message.ts';
import type { Ends, Trail } from './trail.ts';

/** What is said of a way: the first link that is broken, with what is found of it. */
export function wayTold({ to }: Ends, { first }: Trail): Message {
  if (first === undefined) return say`The way to ${code(to)}: nothing in the spec is broken.`;
  const { link, verdict, findings } = first;
  const head =
    verdict === 'broken'
      ? say`The way to ${code(to)} is broken where this should be so: ${link.title}`
      : say`The way to ${code(to)} is in doubt where this should be so: ${link.title}`;
  const [finding] = findings;
  return finding === undefined ? head : say`${head} ${finding.message}`;
}
