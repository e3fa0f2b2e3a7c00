import type { GivenFile, StartAnswer } from '../../../protocol/methods.ts';
import { bytesIn } from '../machine/base64.ts';
import { captureCalled, captureFrom, toolsFor } from '../machine/captures.ts';
import { readAs, tooLarge } from '../machine/legible.ts';
import { withinBounds } from '../machine/sizes.ts';
import { readFound } from '../plan/import/read.ts';
import type { NamedText } from '../plan/import/readers/reader.ts';
import { importSpec, once, outcomeOf } from '../plan/import.ts';
import { type Bundle, codes, type Message, say, textOf } from '../text/message.ts';

/** A spec of what is in files, as `import` makes it. */
export async function startSpec(given: readonly GivenFile[], bundle: Bundle): Promise<StartAnswer> {
  const texts: NamedText[] = [];
  const complaints: Message[] = [];
  const excess = withinBounds();
  for (const file of given) {
    const read = textIn(file);
    const hindered = 'template' in read ? read : excess(read);
    if (hindered) complaints.push(hindered);
    else if ('text' in read) texts.push(read);
  }
  const { found, complaints: others } = readFound(texts, undefined, await toolsFor(texts));
  complaints.push(...others);
  const made = importSpec(found, undefined, bundle);
  const inWords = (messages: readonly Message[]) => messages.map((message) => textOf(message, bundle));
  const outcome = made.entries === 0 ? nothing(given, complaints) : [outcomeOf(made), ...complaints];
  return {
    spec: made.entries === 0 ? null : made.text,
    summary: inWords(outcome).join(' '),
    notes: inWords(once([...complaints, ...made.notes])),
  };
}

function nothing(given: readonly GivenFile[], complaints: readonly Message[]): readonly Message[] {
  const names = codes(given.map(({ name }) => name));
  return complaints.length > 0 ? complaints : [say`Nothing of ${names} became part of a spec.`];
}

function textIn({ name, base64 }: GivenFile): NamedText | Message {
  const bytes = bytesIn(base64);
  const wanted = captureCalled(name);
  if (bytes.length > wanted.limit) return tooLarge(wanted, name);
  const read = readAs(wanted, name, bytes);
  return 'template' in read ? read : captureFrom(name, read);
}
