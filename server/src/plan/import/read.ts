import { nouns } from '../../catalog/nouns.ts';
import { attempt, type Failure, failureMessage } from '../../text/failure.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { type Found, type FoundObject, nothingFound, together } from './found.ts';
import { nounOf, nounPlaces } from './nouns.ts';
import { damagedJson } from './readers/json-fault.ts';
import type { NamedText, Tools } from './readers/reader.ts';
import { readers, SCRIPT } from './readers.ts';
import { fromScripts, isScript, looksLikeScript, type NamedScript } from './script.ts';
import { kindOf, stranger } from './strangers.ts';
import { TOPOLOGY } from './topology.ts';

/** What could be read of the files, and which of them could not be read at all. */
interface ReadFiles {
  readonly found: Found;
  /** The files of which something could be read. */
  readonly sources: readonly string[];
  readonly complaints: readonly Message[];
  /** Files that lay in a folder, and that no reader takes. */
  readonly passedOver: readonly string[];
}

/** Reads all files. Scripts run one after the other, in the order in which they are given. */
export function readFound(files: readonly NamedText[], format?: string, tools: Tools = {}): ReadFiles {
  const scripts: NamedScript[] = [];
  const found: Found[] = [];
  const sources: string[] = [];
  const complaints: Message[] = [];
  const passedOver: string[] = [];
  // One file of which nothing can be made hides none of the others.
  const guarded = <T>(of: readonly NamedText[], run: () => T): T | undefined => {
    const failures: Failure[] = [];
    const made = attempt('import', failures, run);
    const sources = codes(of.map(({ source }) => source));
    complaints.push(...failures.map((failure) => say`${sources}: ${failureMessage(failure)}`));
    return made;
  };
  for (const file of files) {
    const read = guarded([file], () => readOne(file, { format, tools }));
    if (read === 'script' || (read !== undefined && 'objects' in read)) sources.push(file.source);
    if (read === 'script') scripts.push(file);
    else if (read !== undefined && 'objects' in read) found.push(file.isInner ? ofInnerZone(read) : read);
    else if (read !== undefined && file.isAside) passedOver.push(file.source);
    else if (read !== undefined) complaints.push(read);
  }
  const guesses = files.flatMap(({ source, page }) =>
    page === undefined || passedOver.includes(source) ? [] : [guessNote(source, page)],
  );
  const ofScripts = guarded(scripts, () => fromScripts(scripts)) ?? nothingFound;
  const all = together([{ ...nothingFound, notes: guesses }, ...found, ofScripts]);
  return { found: { ...all, objects: withNouns(all.objects) }, sources, complaints, passedOver };
}

function ofInnerZone(found: Found): Found {
  return { ...found, objects: found.objects.map((object) => ({ ...object, isInner: true })) };
}

function guessNote(source: string, page: string): Message {
  return say`${code(source)} is no UTF-8, and is read as code page ${page}: look at letters with accents and those that are not Latin.`;
}

/** Tells which files of a folder were not read. */
export function passedOverNote(sources: readonly string[]): readonly Message[] {
  return sources.length === 0
    ? []
    : [say`These files of the folder hold no form that is known, and were passed over: ${codes(sources)}.`];
}

/** What a file holds, where it is no script, which runs together with others; or why it is not read. */
function readOne(
  file: NamedText,
  { format, tools }: { readonly format: string | undefined; readonly tools: Tools },
): Found | typeof SCRIPT | Message {
  if (format === SCRIPT) return SCRIPT;
  const read = readWhole(file, { format, tools });
  if (read !== undefined) return read;
  const damaged = isScript(file) ? undefined : damagedJson(file.text, file.source);
  if (damaged !== undefined) return damaged;
  return format === undefined && (isScript(file) || mayBeScript(file)) ? SCRIPT : complaintOn(file, format);
}

/** What the first reader that knows a file makes of it; nothing where none does. */
export function readWhole(
  file: NamedText,
  { format, tools = {} }: { readonly format?: string | undefined; readonly tools?: Tools } = {},
): Found | Message | undefined {
  const noun = nounInName(file.source);
  // Only who reads all of a file knows that it is what it looks like.
  for (const reader of readers) {
    const isPossible = reader.isScript === true || !isScript(file);
    const isAsked = format === undefined ? isPossible && reader.takes(file) : reader.format === format;
    const read = isAsked ? reader.read(file, noun, tools) : undefined;
    if (read !== undefined) return read;
  }
  return undefined;
}

/** Commands in a text that lies beside captures, such as instructions, were not run for that. */
function mayBeScript({ source, text, isAside }: NamedText): boolean {
  return (isAside !== true || /\.txt$/i.test(source)) && looksLikeScript(text);
}

/** The objects with their nouns as the reference writes them. */
function withNouns(objects: readonly FoundObject[]): readonly FoundObject[] {
  const bySign = new Map<string, string | undefined>();
  return objects.map((object) => {
    // Objects of one kind come by the thousand.
    const sign = object.noun ?? ` ${Object.keys(object.properties).join(' ')}`;
    if (!bySign.has(sign)) bySign.set(sign, nounFor(object));
    const noun = bySign.get(sign);
    return noun === object.noun ? object : { ...object, noun };
  });
}

function nounFor({ noun, properties }: FoundObject): string | undefined {
  return noun === undefined ? nounOf(properties) : spelled(noun);
}

function spelled(noun: string): string {
  const known = [...nounPlaces.map((place) => place.noun), ...TOPOLOGY, nouns.certificate, nouns.user];
  return known.find((one) => one.toLowerCase() === noun.toLowerCase()) ?? noun;
}

/** The noun that a file is named for: `Get-CsPublicProvider.txt`. */
function nounInName(source: string): string | undefined {
  const name = source.replace(/^.*[\\/]/, '').toLowerCase();
  return nounPlaces.find(({ noun }) => new RegExp(`(?:^|[^a-z])${noun.toLowerCase()}(?:[^a-z]|$)`).test(name))?.noun;
}

function complaintOn({ source, text }: NamedText, format: string | undefined): Message {
  if (format !== undefined) return say`${code(source)} cannot be read as ${code(format)}.`;
  const looks = stranger(text);
  if (looks !== undefined) return say`${code(source)} is no capture. ${looks}`;
  return say`${code(source)} is no capture. It looks like ${kindOf(text)}. Take what ${code('lync-federation capture')} collects, the output of ${code('Format-List')}, ${code('ConvertTo-Json')} or ${code('Export-Clixml')}, or a script.`;
}
