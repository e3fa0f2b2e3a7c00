import type { Message } from '../../../text/message.ts';
import type { ReadCertificates } from '../../../text/pem.ts';
import type { Found } from '../found.ts';

/** A file, and what it holds. */
export interface NamedText {
  /** As reports show it. */
  readonly source: string;
  readonly text: string;
  /** It lay in a folder, and nobody named it. */
  readonly isAside?: true;
  /** Its DNS records are those of the inner zone, as somebody said. */
  readonly isInner?: true;
  /** The code page in which it is read, where that is a guess. */
  readonly page?: string;
}

/** What is loaded only where a file asks for it. */
export interface Tools {
  readonly readCertificates?: ReadCertificates;
}

/** A form in which a deployment can be told. */
export interface Reader {
  /** What `--format-of` calls it. */
  readonly format: string;
  /** What people call it. */
  readonly about: Message;
  /** What it gives a spec. */
  readonly gives: Message;
  /** Whether its files have the names of scripts, and are to be told from them. */
  readonly isScript?: true;
  /** Whether a file looks like it: by what it holds, never by its name alone. */
  takes(file: NamedText): boolean;
  /** What it holds; why it is not read; or undefined where, read as a whole, it is no such file. */
  read(file: NamedText, noun: string | undefined, tools: Tools): Found | Message | undefined;
}
