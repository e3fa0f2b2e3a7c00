import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { isScriptName } from '../../../protocol/names.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
import { type Capture, readCapture } from '../plan/capture-file.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { Complaint } from './exit.ts';
import { hindrance, onlyFiles, STDIN } from './find.ts';
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
    const { paths, complaint } = await filesNamed(word, shell.cwd);
    if (complaint) complaints.push(complaint);
    for (const path of paths) {
      if (files.has(path)) continue;
      const read = await readCaptureFile(path, shell);
      if ('template' in read) complaints.push(read);
      else files.set(path, read);
    }
  }
  return { files: [...files.values()], complaints };
}

/** What a folder of captures consists of. */
const PATTERNS = ['**/*.json', '**/*.txt', '**/*.xml', '**/*.clixml', '**/*.ps1', '**/*.psm1'];

interface Named {
  readonly paths: readonly string[];
  readonly complaint?: Message;
}

async function filesNamed(word: string, cwd: string): Promise<Named> {
  if (word === STDIN) return { paths: [STDIN] };
  if (word === '') return { paths: [], complaint: say`An empty path was given.` };
  const path = resolve(cwd, word);
  try {
    if (!(await stat(path)).isDirectory()) return { paths: [path] };
  } catch (error) {
    return { paths: [], complaint: hindrance(error, word) };
  }
  const found = await glob(PATTERNS, {
    cwd: path,
    absolute: true,
    expandDirectories: false,
    caseSensitiveMatch: false,
  });
  const paths = await onlyFiles(found);
  if (paths.length > 0) return { paths };
  const names = codes(
    PATTERNS.map((pattern) => pattern.replace('**/', '')),
    PATTERNS.length,
  );
  return { paths: [], complaint: say`There is no capture in ${code(word)}; their names are ${names}.` };
}

async function readCaptureFile(path: string, shell: Pick<Shell, 'cwd' | 'input'>): Promise<CaptureFile | Message> {
  const decoded = await read(path, shell, isScriptName(path) ? SCRIPT : CAPTURE);
  return 'template' in decoded ? decoded : { source: nameOf(path, shell.cwd), text: decoded.text };
}

const CAPTURE = { as: say`a capture`, limit: MOST_BYTES.capture };
const SCRIPT = { as: say`a script`, limit: MOST_BYTES.text };
