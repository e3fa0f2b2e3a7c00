import type { WorkspaceEdit } from 'vscode-languageserver';
import { disableInProject } from '../project/disable.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { PROJECT_NAMES } from '../spec/names.ts';
import { LineTable } from '../text/lines.ts';
import { toWorkspaceEdit } from './convert-edits.ts';
import type { Opened } from './opened.ts';
import type { Session } from './session.ts';

/**
 * The edit that switches a rule off for the whole project: in the project file that governs a document, else in a new one at the top
 * of its workspace. None where a person has to look into the file first, or where the client makes no files.
 */
export async function toProjectEdit(
  rule: RuleId,
  opened: Opened,
  session: Session,
): Promise<WorkspaceEdit | undefined> {
  const { client, documents, workspace } = session;
  const { uri } = await documents.projectOf(opened.uri);
  if (uri !== undefined) {
    const { text, version } = (await documents.textOf(uri)) ?? { text: '', version: null };
    const edits = disableInProject(text, rule);
    return edits?.length ? toWorkspaceEdit(edits, new LineTable(text), { uri, version }, client) : undefined;
  }
  const folder = workspace.folderOf(opened.uri) ?? opened.uri.slice(0, opened.uri.lastIndexOf('/'));
  const edits = disableInProject('', rule);
  if (!client.createsFiles || edits === undefined || opened.uri.startsWith('untitled:')) return undefined;
  const created = `${folder.replace(/\/$/, '')}/${PROJECT_NAMES[0]}`;
  const { documentChanges = [] } = toWorkspaceEdit(edits, new LineTable(''), { uri: created, version: null }, client);
  return { documentChanges: [{ kind: 'create', uri: created }, ...documentChanges] };
}
