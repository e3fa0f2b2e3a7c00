import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isScriptName } from '../../../protocol/names.ts';
import { search } from '../machine/search.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
import { type Capture, readCapture } from '../plan/capture-file.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { Complaint } from './exit.ts';
import { type Found, hindrance, ownFiles, STDIN } from './find.ts';
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
  const { files, complaints } = await gatherCaptures(words, shell);
  const capture = readCapture(files);
  const [complaint] = [...complaints, ...capture.complaints];
  if (complaint !== undefined) throw new Complaint(complaint);
  return capture;
}

/** A file of a capture, as text. */
export interface CaptureFile {
  /** As reports show it. */
  readonly source: string;
  readonly text: string;
}

/** Reads captures: files, folders of them in the order of their names, or standard input. */
export async function gatherCaptures(
  words: readonly string[],
  shell: Pick<Shell, 'cwd' | 'input'>,
): Promise<{ readonly files: readonly CaptureFile[]; readonly complaints: readonly Message[] }> {
  const files = new Map<string, CaptureFile>();
  const complaints: Message[] = [];
  for (const word of words) {
    const named = await filesNamed(word, shell.cwd);
    complaints.push(...named.complaints);
    for (const path of named.files) {
      if (files.has(path)) continue;
      const read = await readCaptureFile(path, shell);
      if ('template' in read) complaints.push(read);
      else files.set(path, read);
    }
  }
  return { files: [...files.values()], complaints };
}

/** What a folder of captures consists of. */
const PATTERNS = [
  '**/*.json',
  '**/*.txt',
  '**/*.xml',
  '**/*.clixml',
  '**/*.tbxml',
  '**/*.csv',
  '**/*.ps1',
  '**/*.psm1',
];

async function filesNamed(word: string, cwd: string): Promise<Found> {
  if (word === STDIN) return { files: [STDIN], complaints: [] };
  if (word === '') return { files: [], complaints: [say`An empty path was given.`] };
  const path = resolve(cwd, word);
  try {
    if (!(await stat(path)).isDirectory()) return { files: [path], complaints: [] };
  } catch (error) {
    return { files: [], complaints: [hindrance(error, word)] };
  }
  const found = await ownFiles(await search(PATTERNS, { folder: path, absolute: true }), path, cwd);
  if (found.files.length > 0 || found.complaints.length > 0) return found;
  const names = codes(
    PATTERNS.map((pattern) => pattern.replace('**/', '')),
    PATTERNS.length,
  );
  return { files: [], complaints: [say`There is no capture in ${code(word)}; their names are ${names}.`] };
}

async function readCaptureFile(path: string, shell: Pick<Shell, 'cwd' | 'input'>): Promise<CaptureFile | Message> {
  const decoded = await read(path, shell, isScriptName(path) ? SCRIPT : CAPTURE);
  return 'template' in decoded ? decoded : { source: nameOf(path, shell.cwd), text: decoded.text };
}

const CAPTURE = { as: say`a capture`, limit: MOST_BYTES.capture };
const SCRIPT = { as: say`a script`, limit: MOST_BYTES.text };
