import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  type PreviousResultId,
  type ProgressToken,
  ResponseError,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { pathOf } from '../names.ts';
import { withProgress } from '../progress.ts';
import { isToBeTold, type Report } from '../reports.ts';
import type { Session } from '../session.ts';
import { request } from './request.ts';

/** What is wrong with one document. */
export const documentDiagnostics = request(DocumentDiagnosticRequest.type, {
  advertise: ({ pulls }) =>
    pulls.document
      ? {
          diagnosticProvider: {
            identifier: 'lync-federation',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  async answer({ textDocument, previousResultId }, { documents, reports, host }): Promise<DocumentDiagnosticReport> {
    const { uri } = textDocument;
    const opened = await documents.known(uri);
    if (opened !== undefined) return fullOrUnchanged(await reports.of(opened), previousResultId);
    reports.owe(uri);
    host.later(() => reports.remind(uri), 0); // after the answer
    return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  },
  // An answer that is none would leave what was shown before.
  otherwise: (error, { reports }): DocumentDiagnosticReport => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: [reports.failed({ check: 'diagnostics', error })],
  }),
});

/**
 * What is wrong in the whole workspace, in files that nobody opened, too. The first answer comes as soon as there is one; the next
 * waits until something has changed. Of open documents the client asks one by one.
 */
export const workspaceDiagnostics = request(WorkspaceDiagnosticRequest.type, {
  async answer({ previousResultIds, workDoneToken }, session, token): Promise<WorkspaceDiagnosticReport> {
    const before = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), { uri, value }]));
    // What a token shows ends with the first look.
    for (let bar = workDoneToken; ; bar = undefined) {
      const change = nextChange(session, token);
      try {
        const items = await collect(before, session, { workDoneToken: bar, token });
        const isNews = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
        if (isNews || before.size === 0) return { items };
        await change.happened;
      } finally {
        change.dispose();
      }
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
  },
});

interface Asking {
  readonly workDoneToken: ProgressToken | undefined;
  readonly token: CancellationToken;
}

/** A report on each document there is, and an empty one on each that is no more. */
async function collect(
  before: ReadonlyMap<string, PreviousResultId>,
  session: Session,
  { workDoneToken, token }: Asking,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const all = await withProgress(session, workDoneToken, (step) => session.documents.all(token, step));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const told = new Set<string>();
  const paths = new Set<string>();
  for (const opened of [...all, ...(await session.documents.projects())]) {
    if (!isToBeTold(opened)) continue;
    const previous = before.get(opened.path);
    const { version } = opened;
    // A file is called as the client calls it.
    const uri = version === null ? (previous?.uri ?? opened.uri) : opened.uri;
    const known = previous?.uri === uri ? previous.value : undefined;
    told.add(uri);
    paths.add(opened.path);
    items.push({ uri, version, ...fullOrUnchanged(await session.reports.of(opened), known) });
  }
  for (const uri of session.documents.shared.uris) {
    const report = paths.has(pathOf(uri)) ? undefined : await session.reports.ofShared(uri);
    if (report === undefined) continue;
    told.add(uri);
    paths.add(pathOf(uri));
    items.push({ uri, version: null, ...fullOrUnchanged(report, before.get(pathOf(uri))?.value) });
  }
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  // A client that closes what lies outside of its folders may still show what it was told of it.
  const gone = session.reports.toldBut(paths);
  for (const uri of gone) session.reports.forget(uri);
  for (const uri of new Set([...gone, ...[...before.values()].map((one) => one.uri)])) {
    if (!told.has(uri)) items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
  }
  return items;
}

function fullOrUnchanged({ id, items }: Report, before: string | undefined): DocumentDiagnosticReport {
  return id === before
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
    : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
}

/** The next change of a document that is not open, or the wish not to wait any longer. */
function nextChange({ documents, reports }: Session, token: CancellationToken) {
  let resolve = () => {};
  const happened = new Promise<void>((done) => {
    resolve = done;
  });
  const listening = [
    documents.onChange((uri) => !documents.isOpen(uri) && resolve()),
    documents.shared.onChange((uri) => !documents.isOpen(uri) && resolve()),
    reports.onOwed(() => resolve()),
    token.onCancellationRequested(() => resolve()),
  ];
  return {
    happened,
    dispose() {
      for (const one of listening) one.dispose();
    },
  };
}
