import type { Connection } from 'vscode-languageserver';
import type { Env } from '../features/env.ts';
import type { Client } from './capabilities.ts';
import type { Diagnosing } from './diagnosing.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import type { LiveStates } from './live.ts';
import type { Reports } from './reports.ts';
import type { ShownMap } from './shown-map.ts';
import type { Workspace } from './workspace.ts';

/** What requests are answered with. */
export interface Session {
  readonly connection: Connection;
  /** What the client can take, once it has introduced itself. */
  readonly client: Client;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly reports: Reports;
  readonly live: LiveStates;
  /** What traces show, by the paths of the specs beside which they were read. */
  readonly diagnoses: Map<string, Diagnosing>;
  /** Maps that are shown, by the paths of their specs. */
  readonly maps: Map<string, ShownMap>;
  readonly host: Host;
  readonly env: Env;
}
