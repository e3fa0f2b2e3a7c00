import type { WorkspaceEdit } from 'vscode-languageserver';
import { PROJECT_NAMES } from '../../../protocol/names.ts';
import { disableInProject } from '../project/disable.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { LineTable } from '../text/lines.ts';
import type { Identified } from './convert.ts';
import { toWorkspaceEdit } from './convert-edits.ts';
import { folderOf, uriWithin } from './names.ts';
import type { Opened } from './opened.ts';
import type { PlaceOf } from './places.ts';
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
  const { file: uri } = await documents.projectOf(opened.uri);
  if (uri !== undefined) {
    const known = await documents.textOf(uri);
    const { text } = known ?? { text: '' };
    const edits = disableInProject(text, rule);
    return edits?.length ? toWorkspaceEdit(edits, inText(text, known ?? { uri, version: null }), client) : undefined;
  }
  const folder = workspace.folderOf(opened.uri) ?? folderOf(opened.uri);
  const edits = disableInProject('', rule);
  if (!client.createsFiles || edits === undefined || folder === undefined) return undefined;
  const created = uriWithin(folder, PROJECT_NAMES[0]);
  const { documentChanges = [] } = toWorkspaceEdit(edits, inText('', { uri: created, version: null }), client);
  return { documentChanges: [{ kind: 'create', uri: created }, ...documentChanges] };
}

function inText(text: string, document: Identified): PlaceOf {
  const lines = new LineTable(text);
  return (at) => ({ document, lines, at });
}
