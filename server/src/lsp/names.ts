// Clients write the name of one document in several ways: `c%3A` and `C:`, `(1)` and `%281%29`, composed and decomposed Korean. So names
// are made, taken apart and compared here, and nowhere else.
import { URI, Utils } from 'vscode-uri';

/**
 * The one path of a document, however its URI is written; documents are the same where their paths are. It reads as a person would
 * write it, with slashes between folders: `file:///c:/specs/contoso (1).lync.yaml`.
 */
export function pathOf(uri: string): string {
  if (isPlain(uri)) return uri;
  const name = parse(uri);
  if (name === undefined) return uri;
  const { scheme, authority, path, query, fragment } = name;
  const place = path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase()).replace(/(?<=.)\/$/, '');
  return `${scheme}://${authority.toLowerCase()}${place.normalize('NFC')}${tail(query, fragment)}`;
}

/** The last part of a name, as a person reads it. */
export function fileNameOf(uri: string): string {
  return fileNameIn(pathOf(uri));
}

/** The last part of a path. */
export function fileNameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a file or folder; none above the topmost, and none of a document that was never saved. */
export function folderOf(uri: string): string | undefined {
  // In the web a folder may have no authority: `memfs:/specs`.
  return /^((?!untitled:)[a-z][a-z0-9+.-]*:(?:\/\/.*|(?:\/[^/]+)*))\/[^/]*$/i.exec(uri)?.[1];
}

/** Where a document lies, as files name each other: `/c:/specs/contoso.lync.yaml`. None of what lies nowhere, or is a file of long ago. */
export function placeOf(uri: string): string | undefined {
  const path = folderOf(uri) === undefined ? '' : pathOf(uri);
  return /^(?=file:|[^?#]*$)[^:]+:\/\/[^/]*(\/.*)$/s.exec(path)?.[1];
}

/** The path from a folder to a document in it, as a person reads it; undefined where it lies elsewhere. */
export function pathWithin(folder: string, uri: string): string | undefined {
  const [outer, inner] = [`${pathOf(folder)}/`.replace(/\/\/$/, '/'), pathOf(uri)];
  return inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

/** The URI of a file by its path from a folder: the folder as the client writes it, and the rest as most clients do. */
export function uriWithin(folder: string, path: string): string {
  // `file://` is the folder of what lies at the top.
  const outer = folder.replace(/(?<!:\/)\/$/, '');
  if (PLAIN.test(path)) return `${outer}/${path}`;
  // The dot keeps a folder called `C:` from being taken for a drive.
  const rest = URI.from({ scheme: 'file', path: `/./${path}` }).toString();
  return outer + rest.slice('file:///.'.length);
}

/** The URI of a file that a document names by a path of Windows or of others, from its own folder. */
export function uriNamedIn(document: string, path: string): string {
  const forward = path.replaceAll('\\', '/');
  if (/^(?:[a-z]:\/|\/\/)/i.test(forward)) return URI.file(forward).toString();
  const name = parse(document);
  return name === undefined ? forward : Utils.resolvePath(Utils.dirname(name), forward).toString();
}

/** The URI of a path as this machine writes it. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}

/** Where a file lies, for the file system of this machine; undefined for what is no file. */
export function filePathOf(uri: string): string | undefined {
  if (isPlain(uri)) return uri.slice('file://'.length);
  const name = parse(uri);
  return name?.scheme === 'file' ? name.fsPath : undefined;
}

/**
 * Whether a name is that of a file, and written as every client writes it. Most are; each request asks for the path of its document
 * several times.
 */
function isPlain(uri: string): boolean {
  return uri.startsWith('file:///') && PLAIN.test(uri.slice('file:///'.length));
}

const PLAIN = /^(?:[\w.-]+\/)*[\w.-]+$/;

/** The parts of a URI; undefined for what is none. */
function parse(uri: string): URI | undefined {
  if (!/^[a-z][\w+.-]*:/i.test(uri)) return undefined;
  // Some write UNC paths with all their slashes.
  const name = URI.parse(uri.replace(/^([^:]+:)\/{4,}/, '$1//'));
  const { authority, path, query, fragment } = name;
  const scheme = name.scheme.toLowerCase();
  if (scheme !== 'file') return name.with({ scheme });
  // A file has neither query nor fragment: who writes these signs as they are means the name.
  const whole = path + tail(query, fragment);
  return name.with({
    scheme,
    authority: authority === 'localhost' ? '' : authority,
    path: whole,
    query: '',
    fragment: '',
  });
}

function tail(query: string, fragment: string): string {
  return (query && `?${query}`) + (fragment && `#${fragment}`);
}
