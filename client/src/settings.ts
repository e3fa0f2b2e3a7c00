import { ConfigurationTarget, Uri, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { SECTION, SETTINGS } from '../../protocol/settings.ts';
import { withOwnPaths, withTrust } from './own-paths.ts';

/** Answers the server with settings in which the workspace names no file outside of it, and where nobody trusts it that is said. */
export const settingsMiddleware: NonNullable<Middleware['workspace']> = {
  async configuration(params, token, next) {
    const answers = await next(params, token);
    if (!Array.isArray(answers)) return answers;
    return params.items.map(({ section, scopeUri }, i) => {
      const answer: unknown = answers[i];
      if (section !== SECTION) return answer;
      const settings = workspace.getConfiguration(SECTION, scopeUri === undefined ? undefined : Uri.parse(scopeUri));
      return withTrust(withOwnPaths(answer, settings.inspect(SETTINGS.capture)?.globalValue), workspace.isTrusted);
    });
  },
};

/** Writes the setting `lyncFederation.asOf` for a spec; an empty date takes it away. */
export async function writeAsOf(spec: Uri, date: string): Promise<void> {
  const settings = workspace.getConfiguration(SECTION, spec);
  await settings.update(SETTINGS.asOf, date === '' ? undefined : date, targetFor(settings.inspect(SETTINGS.asOf)));
}

/**
 * Writes the setting `lyncFederation.capture` for a spec. In its own workspace a capture is named by its way from the spec; elsewhere by its
 * whole path, which counts in the settings of the person alone.
 * @returns whether it stands there
 */
export async function writeCapture(spec: Uri, capture: Uri): Promise<boolean> {
  const settings = workspace.getConfiguration(SECTION, spec);
  const inspected: Inspected | undefined = settings.inspect(SETTINGS.capture);
  const folder = workspace.getWorkspaceFolder(spec);
  if (folder !== undefined && folder === workspace.getWorkspaceFolder(capture)) {
    await settings.update(SETTINGS.capture, wayFrom(Uri.joinPath(spec, '..'), capture), targetFor(inspected));
    return false;
  }
  const whole = capture.scheme === 'file' ? capture.fsPath : capture.path;
  await settings.update(SETTINGS.capture, whole, ConfigurationTarget.Global);
  // They would come before it.
  if (inspected?.workspaceValue !== undefined)
    await settings.update(SETTINGS.capture, undefined, ConfigurationTarget.Workspace);
  if (inspected?.workspaceFolderValue !== undefined)
    await settings.update(SETTINGS.capture, undefined, ConfigurationTarget.WorkspaceFolder);
  return true;
}

/** The way from a folder to a file of one workspace. */
function wayFrom(folder: Uri, file: Uri): string {
  const [from, to] = [folder.path.split('/'), file.path.split('/')];
  let shared = 0;
  while (shared < Math.min(from.length, to.length - 1) && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

type Inspected = {
  readonly workspaceFolderValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly globalValue?: unknown;
};

/** Where the setting has a value already, else the workspace; a narrower value would win over the new one. */
function targetFor(inspected: Inspected | undefined): ConfigurationTarget {
  if (inspected?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (inspected?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  const alone = workspace.workspaceFolders === undefined || inspected?.globalValue !== undefined;
  return alone ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}
