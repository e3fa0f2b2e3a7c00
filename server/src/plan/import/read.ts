import { nouns } from '../../catalog/nouns.ts';
import { attempt, type Failure, failureMessage } from '../../text/failure.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { fromClixml } from './clixml.ts';
import { fromFormatList, looksLikeFormatList } from './format-list.ts';
import { type Found, type FoundObject, nothingFound, together } from './found.ts';
import { fromJson } from './json.ts';
import { nounOf, nounPlaces } from './nouns.ts';
import { fromScripts, looksLikeScript, type NamedScript } from './script.ts';
import { TOPOLOGY } from './topology.ts';

/** The forms in which a deployment can be told. */
export const FORMATS = ['json', 'format-list', 'clixml', 'script'] as const;

export type Format = (typeof FORMATS)[number];

/** A file, and what it holds. */
export interface NamedText {
  readonly source: string;
  readonly text: string;
}

/** What could be read of the files, and which of them could not be read at all. */
export interface ReadFiles {
  readonly found: Found;
  readonly complaints: readonly Message[];
}

/** Reads all files. Scripts run one after the other, in the order in which they are given. */
export function readFound(files: readonly NamedText[], format?: Format): ReadFiles {
  const scripts: NamedScript[] = [];
  const found: Found[] = [];
  const complaints: Message[] = [];
  // One file of which nothing can be made hides none of the others.
  const guarded = <T>(of: readonly NamedText[], run: () => T): T | undefined => {
    const failures: Failure[] = [];
    const made = attempt('import', failures, run);
    const sources = codes(of.map(({ source }) => source));
    complaints.push(...failures.map((failure) => say`${sources}: ${failureMessage(failure)}`));
    return made;
  };
  for (const file of files) {
    const read = guarded([file], () => readOne(file, format));
    if (read === 'script') scripts.push(file);
    else if (read !== undefined && 'objects' in read) found.push(read);
    else if (read !== undefined) complaints.push(read);
  }
  const ofScripts = guarded(scripts, () => fromScripts(scripts)) ?? nothingFound;
  const all = together([...found, ofScripts]);
  return { found: { ...all, objects: withNouns(all.objects) }, complaints };
}

/** What a file holds, where it is no script, which runs together with others; or why it is not read. */
function readOne(file: NamedText, format: Format | undefined): Found | 'script' | Message {
  const { text, source } = file;
  const noun = nounInName(source);
  // Only who reads all of it knows that it is JSON.
  const json = format === undefined && mayBeJson(file) ? fromJson(text, source, noun) : undefined;
  if (json !== undefined) return json;
  const is = format ?? formatOf(file);
  if (is === 'script') return is;
  return (is && readers[is](text, source, noun)) ?? complaintOn(file, is);
}

/** The objects with their nouns as the reference writes them. */
function withNouns(objects: readonly FoundObject[]): readonly FoundObject[] {
  const bySign = new Map<string, string | undefined>();
  return objects.map((object) => {
    // Objects of one kind come by the thousand.
    const sign = object.noun ?? ` ${Object.keys(object.properties).join(' ')}`;
    if (!bySign.has(sign)) bySign.set(sign, nounFor(object));
    return { ...object, noun: bySign.get(sign) };
  });
}

function nounFor({ noun, properties }: FoundObject): string | undefined {
  return noun === undefined ? nounOf(properties) : spelled(noun);
}

function spelled(noun: string): string {
  const known = [...nounPlaces.map((place) => place.noun), ...TOPOLOGY, nouns.certificate, nouns.user];
  return known.find((one) => one.toLowerCase() === noun.toLowerCase()) ?? noun;
}

const readers = { json: fromJson, 'format-list': fromFormatList, clixml: fromClixml } as const;

function mayBeJson({ source, text }: NamedText): boolean {
  return !isScript(source) && /^\s*[{[]/.test(text);
}

function isScript(source: string): boolean {
  return /\.psm?1$/i.test(source);
}

/** The form that a text has that is no JSON, as far as one can see. */
function formatOf({ source, text }: NamedText): Format | undefined {
  if (isScript(source)) return 'script';
  if (/^\s*<(?:\?xml|Objs)\b/.test(text)) return 'clixml';
  if (looksLikeFormatList(text)) return 'format-list';
  return looksLikeScript(text) ? 'script' : undefined;
}

/** The noun that a file is named for: `Get-CsPublicProvider.txt`. */
function nounInName(source: string): string | undefined {
  const name = source.replace(/^.*[\\/]/, '').toLowerCase();
  return nounPlaces.find(({ noun }) => new RegExp(`(?:^|[^a-z])${noun.toLowerCase()}(?:[^a-z]|$)`).test(name))?.noun;
}

function complaintOn({ source }: NamedText, format: Format | undefined): Message {
  if (format !== undefined) return say`${code(source)} cannot be read as ${code(format)}.`;
  return say`${code(source)} is no capture: take what ${code('lync-federation capture')} collects, the output of ${code('Format-List')}, ${code('ConvertTo-Json')} or ${code('Export-Clixml')}, or a script.`;
}
