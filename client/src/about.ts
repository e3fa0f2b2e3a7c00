import { env, l10n, version } from 'vscode';
import type { Log } from './log.ts';

/** What is known of a server that has started. */
interface Start {
  /** Of the extension. */
  readonly version: string;
  readonly milliseconds: number;
  /** The specs of the window that are known by their names. */
  readonly countSpecs: () => Promise<number>;
}

/** Writes down what runs here, for those who look for a fault. */
export async function tellOfStart({ channel }: Log, start: Start): Promise<void> {
  const host = `${env.appName} ${version} (${env.appHost})`;
  channel.info(
    l10n.t(
      'Lync Federation {0} in {1}: the server started in {2} ms.',
      start.version,
      host,
      Math.round(start.milliseconds),
    ),
  );
  channel.info(l10n.t('Federation specs in this window, by their names: {0}', await start.countSpecs()));
}
