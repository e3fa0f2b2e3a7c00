import { l10n, TabInputText, Uri, window, workspace } from 'vscode';
import { isSpecName } from '../../protocol/names.ts';
import { findFiles } from './find.ts';
import { isSpec } from './language.ts';

/** The spec that something is held against: the one in front, else the one there is, else the one that the person chooses. */
export async function specBeside(): Promise<Uri | undefined> {
  const front = window.activeTextEditor?.document;
  if (front && isSpec(front)) return front.uri;
  const open = specsInTabs();
  const specs = open.length > 0 ? open : await specsInFolders();
  if (specs.length === 0) {
    await window.showInformationMessage(l10n.t('This works beside a federation spec: open one first.'));
    return undefined;
  }
  if (specs.length === 1) return specs[0];
  const items = specs.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  return (await window.showQuickPick(items, { title: l10n.t('Beside which spec?') }))?.uri;
}

/** What has no tab any more VS Code may still hold to be open. */
function specsInTabs(): readonly Uri[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = new Set(tabs.flatMap(({ input }) => (input instanceof TabInputText ? input.uri.toString() : [])));
  return workspace.textDocuments.filter((one) => isSpec(one) && shown.has(one.uri.toString())).map(({ uri }) => uri);
}

async function specsInFolders(): Promise<readonly Uri[]> {
  const found = (workspace.workspaceFolders ?? []).map(({ uri }) => findFiles(uri, isSpecName));
  return (await Promise.all(found)).flat();
}

/** The spec that a key binding names as `spec`. */
export function specIn(wish: unknown): Uri | undefined {
  const spec: unknown = typeof wish === 'object' && wish !== null ? Reflect.get(wish, 'spec') : undefined;
  return typeof spec === 'string' ? Uri.parse(spec, true) : undefined;
}
