import { type Connection, NotificationType } from 'vscode-languageserver';
import { METHODS, type Status } from '../../../protocol/methods.ts';
import { countsOf, type Outlook } from './look-ahead.ts';
import type { Opened } from './opened.ts';

/** The notification that carries it. */
export const statusNotification = new NotificationType<Status>(METHODS.status);

/** Tells the client how a document stands. */
export function sendStatus(
  connection: Connection,
  { uri, version, analysis, settings, project, lookedAs }: Opened,
  outlook?: Outlook,
): Promise<void> {
  const unasked = settings.asOf === undefined ? 'today' : 'setting';
  const fallback = project.asOf === undefined ? unasked : 'project';
  const own = analysis.spec.asOf === undefined ? fallback : 'spec';
  return connection.sendNotification(statusNotification, {
    uri,
    version,
    asOf: analysis.asOf,
    from: lookedAs === undefined ? own : 'look',
    ...countsOf(analysis),
    ...(outlook?.next !== undefined && { next: outlook.next }),
    ...(outlook?.today && { today: outlook.today }),
  });
}
