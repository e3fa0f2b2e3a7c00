import { type Connection, NotificationType } from 'vscode-languageserver';
import type { Opened } from './opened.ts';

/** What the client's status item shows of a document; sent after its diagnostics. */
export interface Status {
  readonly uri: string;
  readonly version: number | null;
  /** The day by which it is judged, `YYYY-MM-DD`, and where that comes from. */
  readonly asOf: string;
  readonly from: 'spec' | 'project' | 'setting' | 'today';
  readonly errors: number;
  readonly warnings: number;
  /** The next day on which the verdict changes; told a little later than the rest, when there is one. */
  readonly next?: string;
}

/** The notification that carries it. */
export const statusNotification = new NotificationType<Status>('lyncFederation/status');

/** Tells the client how a document stands. */
export function sendStatus(
  connection: Connection,
  { uri, version, analysis, settings, project }: Opened,
  next?: string,
): Promise<void> {
  const unasked = settings.asOf === undefined ? 'today' : 'setting';
  const fallback = project.asOf === undefined ? unasked : 'project';
  const count = (severity: 'error' | 'warning') =>
    analysis.problems.filter((problem) => problem.severity === severity).length;
  return connection.sendNotification(statusNotification, {
    uri,
    version,
    asOf: analysis.asOf,
    from: analysis.spec.asOf === undefined ? fallback : 'spec',
    errors: count('error'),
    warnings: count('warning'),
    ...(next !== undefined && { next }),
  });
}
