import {
  type Disposable,
  EventEmitter,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, NotificationType, State } from 'vscode-languageclient';
import { CLIENT_COMMANDS } from '../../protocol/commands.ts';
import { SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { METHODS, type Status } from '../../protocol/methods.ts';

/** The day for which the spec in front is judged, among the language status items. */
export class StatusItem implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #item = languages.createLanguageStatusItem('lyncFederation.asOf', { language: SPEC_LANGUAGE });
  readonly #statuses = new Map<string, Status>();
  readonly #told = new EventEmitter<string>();
  readonly #listeners: readonly Disposable[];

  /** Tells of each spec that may stand otherwise: its text is another, or what it is judged by. */
  readonly onTold = this.#told.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#item.name = l10n.t('Lync Federation');
    this.#listeners = [
      client.onDidChangeState(() => this.#show()),
      client.onNotification(new NotificationType<Status>(METHODS.status), (status) => {
        this.#statuses.set(status.uri, status);
        this.#show();
        this.#told.fire(status.uri);
      }),
      this.#told,
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#statuses.delete(uri.toString())),
    ];
    this.#show();
  }

  /** What is known of a spec. */
  of(uri: Uri): Status | undefined {
    return this.#statuses.get(uri.toString());
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const stopped = this.#client.state === State.Stopped || this.#client.state === State.StartFailed;
    const document = window.activeTextEditor?.document;
    const status = document && this.of(document.uri);
    this.#item.busy = !stopped && status === undefined;
    this.#item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    if (stopped) {
      this.#item.text = l10n.t('The language server is not running');
      this.#item.detail = l10n.t('specs are not checked');
      this.#item.command = { command: CLIENT_COMMANDS.restart, title: l10n.t('Restart') };
      return;
    }
    this.#item.text = status ? l10n.t('As of {0}', status.asOf) : l10n.t('Federation spec');
    this.#item.detail = status ? [origin(status), ...outlook(status)].join(' · ') : '';
    this.#item.command =
      status?.from === 'look'
        ? { command: CLIENT_COMMANDS.setAsOf, title: l10n.t('Go Back'), arguments: [{ place: 'look', date: '' }] }
        : { command: CLIENT_COMMANDS.setAsOf, title: l10n.t('Change') };
  }
}

function origin({ from }: Status): string {
  switch (from) {
    case 'spec':
      return l10n.t('from the spec');
    case 'project':
      return l10n.t('from the project file');
    case 'setting':
      return l10n.t('from the setting');
    case 'today':
      return l10n.t('today');
    case 'look':
      return l10n.t('only looked at');
  }
}

function outlook({ next, today }: Status): readonly string[] {
  return [
    ...(next === undefined ? [] : [l10n.t('the verdict changes on {0}', next)]),
    ...(today ? [l10n.t('by today errors: {0}, warnings: {1}', today.errors, today.warnings)] : []),
  ];
}
