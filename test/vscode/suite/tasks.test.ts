import { env, languages, ProcessExecution, type Task, tasks, type Uri, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, retiredSpec, writeFile } from './specs.ts';

suite('tasks', () => {
  let spec: Uri;
  setup(async () => {
    spec = await writeFile('0-task.lync.yaml', retiredSpec);
  });
  teardown(async () => {
    await workspace.fs.delete(spec);
    await closeAll();
  });

  test('Check runs the command line, and shows the problems of specs that are not open', async function () {
    if (spec.scheme !== 'file') return this.skip(); // in the web there are no processes
    const [task] = await tasks.fetchTasks({ type });
    same([task?.name, task?.definition], ['check', { type }]);
    const { execution } = task ?? {};
    same(execution instanceof ProcessExecution && execution.options?.env?.LC_ALL, env.language);
    if (task === undefined) return;
    same(await exitCode(task), 1);
    // Of a program that ends at once VS Code now and then reads nothing.
    const told = async () => {
      if (seen(spec).length === 0) await exitCode(task);
      return seen(spec);
    };
    await eventually(told, ['18:17 retired-provider lync-federation check']);
  });

  test('a task of tasks.json says which files and how', async function () {
    if (spec.scheme !== 'file') return this.skip();
    const args = ['--rule=retired-provider=off', '--max-warnings=0'];
    const definition = { type, label: 'strictly', paths: ['0-task.lync.yaml'], args };
    const list = await writeFile('.vscode/tasks.json', JSON.stringify({ version: '2.0.0', tasks: [definition] }));
    const named = async () => (await tasks.fetchTasks({ type })).find(({ name }) => name === 'strictly');
    await eventually(async () => (await named())?.name, 'strictly');
    const task = await named();
    same(task && (await exitCode(task)), 0);
    await workspace.fs.delete(list);
  });
});

const type = 'lync-federation';

/** Runs a task to its end. */
async function exitCode(task: Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
  });
  await tasks.executeTask(task);
  return ended;
}

/** What the task says about a file, as `line:column rule source`; the language server says the same under another source. */
function seen(file: Uri): readonly string[] {
  return languages
    .getDiagnostics(file)
    .filter(({ source }) => source !== 'lync-federation')
    .map(({ range: { start }, code, source }) => `${start.line + 1}:${start.character + 1} ${code} ${source}`);
}
