import type { ProgressToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { say, textOf } from '../text/message.ts';
import type { Session } from './session.ts';

/** Looks at many files, with a bar where the client asked for one, or where it takes long. */
export async function withProgress<T>(
  { connection, client, host, env }: Session,
  token: ProgressToken | undefined,
  run: (step: (done: number, of: number) => void) => Promise<T>,
): Promise<T> {
  const title = textOf(say`Checking federation specs`, env.bundle);
  let bar: WorkDoneProgressReporter | undefined;
  let isOver = false;
  if (token !== undefined) {
    bar = connection.window.attachWorkDoneProgress(token);
    bar.begin(title, 0);
  } else if (client.progress) {
    host.later(async () => {
      if (isOver) return;
      const made = await connection.window.createWorkDoneProgress();
      made.begin(title, 0);
      if (isOver) made.done();
      else bar = made;
    });
  }
  try {
    return await run((done, of) => bar?.report(Math.floor((100 * done) / of), `${done} / ${of}`));
  } finally {
    isOver = true;
    bar?.done();
  }
}
