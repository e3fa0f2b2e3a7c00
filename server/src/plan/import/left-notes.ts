import { nouns } from '../../catalog/nouns.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { DNS_RECORD } from './dns-records.ts';
import { type FoundObject, sourceLine } from './found.ts';
import { possibleNouns } from './nouns.ts';
import { text } from './properties.ts';

/** An object in a few words: `CsPublicProvider Skype`. */
export function titleOf(object: FoundObject): string {
  const identity = text(object, 'Identity') ?? text(object, 'Domain') ?? text(object, 'Name');
  return (
    [object.noun, identity].filter((word) => word !== undefined).join(' ') || Object.keys(object.properties)[0] || ''
  );
}

/** Why objects become comments. */
export function leftNotes(left: readonly FoundObject[]): readonly Message[] {
  const alike = new Map<string, FoundObject[]>();
  for (const object of left.filter(({ noun }) => noun === undefined)) {
    const sign = [object.source, ...Object.keys(object.properties)].join(' ');
    const known = alike.get(sign);
    if (known) known.push(object);
    else alike.set(sign, [object]);
  }
  return [...[...alike.values()].map(unclearNote), ...left.flatMap(knownNote)];
}

/** What a file shows alike is of one kind. */
function unclearNote(objects: readonly FoundObject[]): Message {
  const place = objects.slice(0, 1).map(sourceLine).join('');
  const unclear = say`${place}: It is not clear which cmdlet showed ${codes(objects.map(titleOf))}`;
  const possible = possibleNouns(objects[0]?.properties ?? {}).map((noun) => `Get-${noun}`);
  const [first, second] = possible;
  const ending = /\.\w+$/.exec(objects[0]?.source ?? '')?.[0] ?? '.txt';
  if (first === undefined || second === undefined) return say`${unclear}; kept as a comment.`;
  return say`${unclear}: ${codes(possible, possible.length)} show all of these properties. Give what the right one showed in a file that is named for it, such as ${code(first + ending)}. Kept as a comment.`;
}

function knownNote(object: FoundObject): readonly Message[] {
  if (object.noun === undefined) return [];
  if (object.noun === nouns.topology)
    return [
      say`${sourceLine(object)}: The console shows too little of a topology; write ${code('(Get-CsTopology -AsXml).OuterXml')} to a file and import that. Kept as a comment.`,
    ];
  const [doubt] = Object.values(object.doubts);
  if (object.noun === DNS_RECORD && doubt !== undefined)
    return [say`${sourceLine(object)}: ${code(titleOf(object))} is kept as a comment. ${doubt}`];
  return [say`${sourceLine(object)}: A spec has no place for ${code(titleOf(object))}; kept as a comment.`];
}
