import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isWhole } from '../../../protocol/paths.ts';
import { REPOSITORY } from '../features/docs-url.ts';
import { decode, unreadable } from '../machine/encoding.ts';
import { LedAway, linkTo } from '../machine/links.ts';
import type { State } from '../plan/state.ts';
import { type Bundle, code, type Message, say, textOf } from '../text/message.ts';
import type { Client } from './capabilities.ts';
import { toRange } from './convert.ts';
import { reason } from './guard.ts';
import { pathWithin, uriNamedIn } from './names.ts';
import type { Opened } from './opened.ts';
import type { Workspace } from './workspace.ts';

interface Known {
  readonly text: string;
  readonly state: State;
}

/** What the servers hold, as a capture named in the settings tells it. A capture is read anew when its text is another. */
export class LiveStates {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #known = new Map<string, Known>();
  readonly #complaints = new Set<string>();

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
  }

  /** The lines of a spec that are not as the servers are; none where the settings name no capture. */
  async drift({ uri, settings, analysis }: Opened, client: Client, bundle: Bundle): Promise<readonly Diagnostic[]> {
    if (settings.capture === undefined) return [];
    const state = await this.#stateOf(uriNamedIn(uri, settings.capture), uri, settings.capture);
    if (state === undefined) return [];
    const { driftFindings } = await import('../plan/drift.ts');
    return driftFindings(analysis.spec, state, analysis.asOf).map(({ at, message }) => ({
      range: toRange(analysis.lines, at),
      severity: DiagnosticSeverity.Warning,
      source: 'lync-federation',
      code: 'drift',
      message: textOf(message, bundle),
      ...(client.diagnostics.href && { codeDescription: { href: `${REPOSITORY}/blob/main/docs/workflow.md#drift` } }),
    }));
  }

  /**
   * The bytes of a capture. One that is named by its way from the spec lies in the workspace, or in the folder of a spec that is in none,
   * and no link makes it lie elsewhere.
   */
  async #bytesOf(uri: string, spec: string, path: string): Promise<Uint8Array | undefined> {
    const folder = this.#workspace.folderOf(spec);
    const bounds = isWhole(path) ? [] : folder === undefined ? [uriNamedIn(spec, '.')] : undefined;
    if (!isWhole(path) && pathWithin(folder ?? uriNamedIn(spec, '.'), uri) === undefined)
      return this.#complain(say`The capture ${code(path)} lies outside of the workspace${REMEDY}`);
    try {
      return await this.#workspace.bytes(uri, bounds);
    } catch (error) {
      if (!(error instanceof LedAway))
        return this.#complain(say`The capture ${code(path)} cannot be read: ${reason(error)}`);
      return this.#complain(say`The capture ${linkTo(error.place, path)}, outside of the workspace${REMEDY}`);
    }
  }

  async #stateOf(uri: string, spec: string, path: string): Promise<State | undefined> {
    const bytes = await this.#bytesOf(uri, spec, path);
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes);
    if (!('text' in decoded)) return this.#complain(unreadable(path, decoded, say`a capture`));
    const { text } = decoded;
    const known = this.#known.get(uri);
    if (known?.text === text) return known.state;
    const { readCapture } = await import('../plan/capture-file.ts');
    const { state, complaints } = readCapture([{ source: path, text }]);
    for (const complaint of complaints) this.#complain(complaint);
    this.#known.set(uri, { text, state });
    return state;
  }

  /** Said once, not at every key. */
  #complain(message: Message): undefined {
    const text = textOf(message);
    if (this.#complaints.has(text)) return;
    this.#complaints.add(text);
    this.#connection.console.warn(text);
  }
}

const REMEDY = say`, so it is not read. Name it by its whole path, in your own settings.`;
