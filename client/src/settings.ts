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
