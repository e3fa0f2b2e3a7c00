import { type DataTransfer, l10n, type TextDocument, Uri, workspace } from 'vscode';
import type { GivenFile } from '../../protocol/methods.ts';
import { LARGEST_CAPTURE, LARGEST_CAPTURES } from '../../protocol/sizes.ts';

/** Files as they are open, else as they lie on disk, by their ways from the folder that all of them lie in. */
export function readFiles(uris: readonly Uri[]): Promise<readonly GivenFile[]> {
  const names = namesOf(uris);
  return givenFiles(uris.map((uri, i) => ({ name: names[i] ?? '', read: () => readFile(uri, LARGEST_CAPTURE) })));
}

/** What is dropped: files of the workspace by their addresses, others with their bytes; nothing where a page of the web is among it. */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly GivenFile[]> {
  const addresses = (await dropped.get('text/uri-list')?.asString()) ?? '';
  const lines = addresses.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const uris = lines.map((line) => Uri.parse(line, true));
  if (uris.length > 0) return uris.every((uri) => isFile(uri) || openAt(uri) !== undefined) ? readFiles(uris) : [];
  const files = [...dropped].flatMap(([, item]) => item.asFile() ?? []);
  return givenFiles(files.map((file) => ({ name: file.name, read: () => file.data() })));
}

interface Readable {
  readonly name: string;
  readonly read: () => Thenable<Uint8Array>;
}

/** One after the other, as all of them go to the server at once. */
async function givenFiles(files: readonly Readable[]): Promise<readonly GivenFile[]> {
  const given: GivenFile[] = [];
  let size = 0;
  for (const { name, read } of files) {
    const bytes = await read();
    size += bytes.length;
    if (size > LARGEST_CAPTURES) throw tooMuch(files.length);
    given.push(givenFile(name, bytes));
  }
  return given;
}

/** A file with its bytes. */
export function givenFile(name: string, bytes: Uint8Array): GivenFile {
  if (bytes.length > LARGEST_CAPTURE) throw tooLarge(name, LARGEST_CAPTURE);
  return { name, base64: base64Of(bytes) };
}

/** Bytes as text. */
export function base64Of(bytes: Uint8Array): string {
  return btoa(charsOf(bytes));
}

/** The ways from the deepest folder that all files lie in; a spec that is saved there finds its certificates. */
export function namesOf(uris: readonly Uri[]): readonly string[] {
  const paths = uris.map(({ path }) => path.split('/'));
  const [first = []] = paths;
  const isShared = (depth: number) => paths.every((path) => depth < path.length - 1 && path[depth] === first[depth]);
  let shared = 0;
  while (isShared(shared)) shared++;
  return paths.map((path) => path.slice(shared).join('/'));
}

/** The bytes of a file as it is open, else as it lies on disk. */
export async function readFile(uri: Uri, largest: number): Promise<Uint8Array> {
  const open = openAt(uri);
  // What an extension or an output channel shows lies nowhere.
  if (open && (open.isDirty || open.isUntitled || !isFile(uri))) return new TextEncoder().encode(open.getText());
  const { size } = await workspace.fs.stat(uri);
  if (size > largest) throw tooLarge(uri.path, largest);
  return workspace.fs.readFile(uri);
}

function openAt(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
}

/** Whether a file system has what lies at an address, be it read-only. */
function isFile({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) !== undefined;
}

function tooLarge(name: string, largest: number): Error {
  return new Error(l10n.t('{0} is larger than {1} MB, too large to be read here.', name, largest / 1024 / 1024));
}

function tooMuch(count: number): Error {
  return new Error(
    l10n.t(
      '{0} files are more than {1} MB together, too much to be read at once.',
      count,
      LARGEST_CAPTURES / 1024 / 1024,
    ),
  );
}

/** A character for each byte; a call takes only so many at once. */
function charsOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += MANY) parts.push(String.fromCharCode(...bytes.subarray(i, i + MANY)));
  return parts.join('');
}

const MANY = 0x2000;
