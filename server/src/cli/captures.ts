import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isScriptName } from '../../../protocol/names.ts';
import { asPem, loadCertificates } from '../machine/certificates.ts';
import { search } from '../machine/search.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
import { type Capture, readCapture } from '../plan/capture-file.ts';
import type { Tools } from '../plan/import/readers/reader.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { holdsCertificates } from '../text/pem.ts';
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
  const { files, complaints, tools } = await gatherCaptures(words, shell);
  const capture = readCapture(files, tools);
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
): Promise<{ readonly files: readonly CaptureFile[]; readonly complaints: readonly Message[]; readonly tools: Tools }> {
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
  const all = [...files.values()];
  const hasCertificates = all.some(({ text }) => holdsCertificates(text));
  return { files: all, complaints, tools: hasCertificates ? { readCertificates: await loadCertificates() } : {} };
}

/** What a folder of captures consists of. */
const PATTERNS = [
  '**/*.json',
  '**/*.txt',
  '**/*.xml',
  '**/*.clixml',
  '**/*.tbxml',
  '**/*.csv',
  '**/*.dns',
  '**/*.zone',
  '**/*.pem',
  '**/*.cer',
  '**/*.crt',
  '**/*.p7b',
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

/** Bytes that are no text, and that can be told as text all the same. */
function captureText(bytes: Uint8Array): string | undefined {
  return asPem(bytes) ?? (isArchive(bytes) ? new TextDecoder('latin1').decode(bytes) : undefined);
}

/** ZIP, as `Export-CsConfiguration` writes it: nothing reads it, and the names in it say what it is. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

const CAPTURE = { as: say`a capture`, limit: MOST_BYTES.capture, isOfWindows: true, inText: captureText };
const SCRIPT = { as: say`a script`, limit: MOST_BYTES.text };
