import { relative, resolve } from 'node:path';
import { captureCalled, captureFrom, toolsFor } from '../machine/captures.ts';
import { withinBounds } from '../machine/sizes.ts';
import { type Capture, readCapture } from '../plan/capture-file.ts';
import type { Found } from '../plan/import/found.ts';
import type { NamedText, Tools } from '../plan/import/readers/reader.ts';
import { type Message, say } from '../text/message.ts';
import { captureFiles } from './capture-files.ts';
import { Complaint } from './exit.ts';
import { type Option, texts } from './option.ts';
import { nameOf, read } from './read.ts';
import type { Shell } from './shell.ts';

/** The captures that a spec is compared with. */
export const LIVE: Option<readonly string[]> = texts({
  name: 'live',
  value: 'CAPTURE',
  about: say`a capture of what is there; may be given again`,
});

/**
 * What captures say together.
 * @throws Complaint where one of them cannot be read
 */
export async function captureNamed(words: readonly string[], shell: Pick<Shell, 'cwd' | 'input'>): Promise<Capture> {
  const { files, complaints, tools } = await gatherCaptures(words, shell);
  const capture = readCapture(files, tools);
  const [complaint] = [...complaints, ...capture.complaints];
  if (complaint !== undefined) throw new Complaint(complaint);
  return capture;
}

/** What was gathered to be read as captures. */
export interface Gathered {
  readonly files: readonly NamedText[];
  readonly complaints: readonly Message[];
  readonly tools: Tools;
}

/**
 * Reads captures: files, those that fit patterns, all that lies in folders in the order of the names, or standard input.
 * @param inner those whose DNS records are of the inner zone; they may be among the others
 */
export async function gatherCaptures(
  words: readonly string[],
  shell: Pick<Shell, 'cwd' | 'input'>,
  inner: readonly string[] = [],
): Promise<Gathered> {
  const files = new Map<string, NamedText>();
  const complaints: Message[] = [];
  const ofInner = new Set(
    (await Promise.all(inner.map((word) => captureFiles(word, shell.cwd)))).flatMap((one) => one.files),
  );
  const excess = withinBounds();
  for (const word of [...words, ...inner]) {
    const named = await captureFiles(word, shell.cwd);
    complaints.push(...named.complaints);
    for (const path of named.files) {
      if (files.has(path)) continue;
      const read = await readCaptureFile(path, named.isFolder === true, shell);
      const hindered = 'template' in read ? read : excess(read);
      if (hindered) complaints.push(hindered);
      else if ('text' in read) files.set(path, ofInner.has(path) ? { ...read, isInner: true } : read);
    }
  }
  const all = [...files.values()];
  return { files: all, complaints, tools: await toolsFor(all) };
}

/** What was found, the files of certificates named by their way from the folder of the spec. */
export function seenFrom(folder: string, found: Found, cwd: string): Found {
  const objects = found.objects.map((object) => {
    const { File: file } = object.properties;
    if (typeof file !== 'string') return object;
    const way = relative(resolve(cwd, folder), resolve(cwd, file)).replaceAll('\\', '/');
    return { ...object, properties: { ...object.properties, File: way } };
  });
  return { ...found, objects };
}

/** A file read as a capture, or why it is not. */
export async function readCaptureFile(
  path: string,
  isAside: boolean,
  shell: Pick<Shell, 'cwd' | 'input'>,
): Promise<NamedText | Message> {
  const decoded = await read(path, shell, captureCalled(path, isAside));
  if ('template' in decoded) return decoded;
  return captureFrom(nameOf(path, shell.cwd), decoded, isAside);
}
