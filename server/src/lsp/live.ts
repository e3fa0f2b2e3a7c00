import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isWhole } from '../../../protocol/paths.ts';
import { REPOSITORY } from '../features/docs-url.ts';
import { decode, unreadable } from '../machine/encoding.ts';
import type { State } from '../plan/state.ts';
import { type Bundle, code, say, textOf } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { toRange } from './convert.ts';
import { reason } from './guard.ts';
import type { ReadFile } from './host.ts';
import { pathWithin, uriNamedIn } from './names.ts';
import type { Opened } from './opened.ts';

interface Known {
  readonly text: string;
  readonly state: State;
}

/** What the servers hold, as a capture named in the settings tells it. A capture is read anew when its text is another. */
export class LiveStates {
  readonly #connection: Connection;
  readonly #read: ReadFile;
  readonly #folderOf: (uri: string) => string | undefined;
  readonly #known = new Map<string, Known>();
  readonly #complaints = new Set<string>();

  constructor(connection: Connection, read: ReadFile, folderOf: (uri: string) => string | undefined) {
    this.#connection = connection;
    this.#read = read;
    this.#folderOf = folderOf;
  }

  /** The lines of a spec that are not as the servers are; none where the settings name no capture. */
  async drift({ uri, settings, analysis }: Opened, client: Client, bundle: Bundle): Promise<readonly Diagnostic[]> {
    if (settings.capture === undefined) return [];
    const capture = this.#captureOf(uri, settings.capture);
    if (capture === undefined) return [];
    const state = await this.#stateOf(capture, settings.capture);
    if (state === undefined) return [];
    const { driftFindings } = await import('../plan/drift.ts');
    return driftFindings(analysis.spec, state).map(({ at, message }) => ({
      range: toRange(analysis.lines, at),
      severity: DiagnosticSeverity.Warning,
      source: 'lync-federation',
      code: 'drift',
      message: textOf(message, bundle),
      ...(client.diagnostics.href && { codeDescription: { href: `${REPOSITORY}/blob/main/docs/workflow.md#drift` } }),
    }));
  }

  /** A capture that is named by its way from the spec lies in the workspace, or in the folder of a spec that is in none. */
  #captureOf(spec: string, path: string): string | undefined {
    const capture = uriNamedIn(spec, path);
    if (isWhole(path) || pathWithin(this.#folderOf(spec) ?? uriNamedIn(spec, '.'), capture) !== undefined)
      return capture;
    this.#complain(
      textOf(
        say`The capture ${code(path)} lies outside of the workspace, so it is not read. Name it by its whole path, in your own settings.`,
      ),
    );
    return undefined;
  }

  async #stateOf(uri: string, path: string): Promise<State | undefined> {
    const bytes = await this.#read(uri).catch((error: unknown) => {
      this.#complain(textOf(say`The capture ${code(path)} cannot be read: ${reason(error)}`));
      return undefined;
    });
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes);
    if (!('text' in decoded)) {
      this.#complain(textOf(unreadable(path, decoded, say`a capture`)));
      return undefined;
    }
    const { text } = decoded;
    const known = this.#known.get(uri);
    if (known?.text === text) return known.state;
    const { readCapture } = await import('../plan/capture-file.ts');
    const { state, complaints } = readCapture([{ source: path, text }]);
    for (const complaint of complaints) this.#complain(textOf(complaint));
    this.#known.set(uri, { text, state });
    return state;
  }

  /** Said once, not at every key. */
  #complain(text: string): void {
    if (this.#complaints.has(text)) return;
    this.#complaints.add(text);
    this.#connection.console.warn(text);
  }
}
