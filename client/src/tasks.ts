import {
  type Disposable,
  env,
  l10n,
  ProcessExecution,
  RelativePattern,
  Task,
  type TaskDefinition,
  TaskRevealKind,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { specPattern } from './language.ts';

/** Offers the command line's `check` as a task of each folder with a spec. `cli` is the program that comes with the extension. */
export function offerTasks(cli: string): Disposable {
  return tasks.registerTaskProvider(type, {
    async provideTasks() {
      const folders = workspace.workspaceFolders ?? [];
      const offered = folders.map(async (folder) => ((await hasSpecs(folder)) ? [check({ type }, folder, cli)] : []));
      return (await Promise.all(offered)).flat();
    },
    resolveTask({ definition, scope }) {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return folder && check(definition, folder, cli);
    },
  });
}

/** On the desktop the program that runs extensions is Node only when it is told so. */
export const OF_PROGRAMS = { ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' } as const;

/** The type of our tasks, and the owner of what they find. */
export const type = 'lync-federation';

/** The task that a definition of `tasks.json` asks for. */
function check(definition: TaskDefinition, folder: WorkspaceFolder, cli: string): Task {
  const given = [...words(definition.args), '--', ...words(definition.paths, ['.'])];
  const execution = new ProcessExecution(process.execPath, [cli, 'check', ...given], {
    cwd: folder.uri.fsPath,
    // What people read is in the language of the window; reports for programs stay what they are.
    env: { ...OF_PROGRAMS, LC_ALL: env.language },
  });
  const task = new Task(definition, folder, 'check', type, execution, `$${type}`);
  task.detail = l10n.t('Check all federation specs of the folder');
  task.presentationOptions = { reveal: TaskRevealKind.Silent, clear: true };
  return task;
}

function words(given: unknown, fallback: readonly string[] = []): readonly string[] {
  return Array.isArray(given) ? given.map(String) : fallback;
}

async function hasSpecs(folder: WorkspaceFolder): Promise<boolean> {
  if (folder.uri.scheme !== 'file') return false;
  return (await workspace.findFiles(new RelativePattern(folder, specPattern), '**/node_modules/**', 1)).length > 0;
}
