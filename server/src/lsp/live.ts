import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isWhole } from '../../../protocol/paths.ts';
import { pageUrl } from '../features/docs-url.ts';
import type { Env } from '../features/env.ts';
import type { Live } from '../features/live.ts';
import { captureCalled, captureFrom, toolsFor } from '../machine/captures.ts';
import { readAs } from '../machine/legible.ts';
import { LedAway, linkTo } from '../machine/links.ts';
import { reasonOf } from '../text/failure.ts';
import { code, inEnglish, type Message, say, textOf } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Client } from './capabilities.ts';
import { pathWithin, uriNamedIn } from './names.ts';
import type { Opened } from './opened.ts';
import type { Workspace } from './workspace.ts';

interface Known {
  readonly text: string;
  readonly live: Live;
}

/** A place that is not as the servers are. */
interface Drifted {
  readonly at: Range;
  readonly told: Omit<Diagnostic, 'range'>;
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

  /** What the capture of a spec says; nothing where the settings name none. What hinders reading it is logged. */
  async of({ uri, settings }: Pick<Opened, 'uri' | 'settings'>): Promise<Live | undefined> {
    const { capture } = settings;
    if (capture === undefined) return undefined;
    const live = await this.#read(uriNamedIn(uri, capture), uri, capture);
    if (live.unread) this.#complain(live.unread);
    return live;
  }

  /** The places of a spec that are not as the servers are, and what is told of each. */
  async drift(opened: Opened, client: Client, { bundle, language }: Env): Promise<readonly Drifted[]> {
    const live = await this.of(opened);
    if (live?.capture === undefined) return [];
    const { analysis } = opened;
    const { driftFindings } = await import('../plan/drift.ts');
    return driftFindings(analysis.spec, live.capture.state, analysis.asOf).map(({ at, message }) => ({
      at,
      told: {
        severity: DiagnosticSeverity.Warning,
        source: 'lync-federation',
        code: DRIFT,
        message: textOf(message, bundle),
        ...(client.diagnostics.href && { codeDescription: { href: pageUrl('workflow.md#drift', language) } }),
      },
    }));
  }

  async #read(uri: string, spec: string, path: string): Promise<Live> {
    const bytes = await this.#bytesOf(uri, spec, path);
    if ('template' in bytes) return { path, unread: bytes };
    const decoded = readAs(captureCalled(path), path, bytes);
    if ('template' in decoded) return { path, unread: decoded };
    const { text } = decoded;
    const known = this.#known.get(uri);
    if (known?.text === text) return known.live;
    const { readCapture } = await import('../plan/capture-file.ts');
    const files = [captureFrom(path, decoded)];
    const capture = readCapture(files, await toolsFor(files));
    const nothing =
      capture.state.scopes.length === 0 ? say`There is nothing about federation in ${code(path)}.` : undefined;
    const [unread = nothing] = capture.complaints;
    const live = unread ? { path, unread } : { path, capture };
    this.#known.set(uri, { text, live });
    return live;
  }

  /**
   * The bytes of a capture. One that is named by its way from the spec lies in the workspace, or in the folder of a spec that is in none,
   * and no link makes it lie elsewhere.
   */
  async #bytesOf(uri: string, spec: string, path: string): Promise<Uint8Array | Message> {
    const folder = this.#workspace.folderOf(spec);
    const bounds = isWhole(path) ? [] : folder === undefined ? [uriNamedIn(spec, '.')] : undefined;
    if (!isWhole(path) && pathWithin(folder ?? uriNamedIn(spec, '.'), uri) === undefined)
      return say`The capture ${code(path)} lies outside of the workspace${REMEDY}`;
    try {
      return await this.#workspace.bytes(uri, bounds);
    } catch (error) {
      if (error instanceof LedAway)
        return say`The capture ${linkTo(error.place, path)}, outside of the workspace${REMEDY}`;
      return say`The capture ${code(path)} cannot be read: ${reasonOf(error)}`;
    }
  }

  /** Said once, not at every key. */
  #complain(message: Message): void {
    const text = inEnglish(message);
    if (this.#complaints.has(text)) return;
    this.#complaints.add(text);
    this.#connection.console.warn(text);
  }
}

/** The code of the diagnostics that tell what is otherwise on the servers. */
export const DRIFT = 'drift';

const REMEDY = say`, so it is not read. Name it by its whole path, in your own settings.`;
