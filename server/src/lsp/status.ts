import { type Connection, NotificationType } from 'vscode-languageserver';
import { METHODS, type Status } from '../../../protocol/methods.ts';
import type { Opened } from './opened.ts';

/** The notification that carries it. */
export const statusNotification = new NotificationType<Status>(METHODS.status);

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
