import {
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  Disposable as VsDisposable,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  METHODS,
  type OverviewAnswer,
  type OverviewFinding,
  type PlaceInSpec,
  type SpecOverview,
} from '../../protocol/methods.ts';
import { SECTION } from '../../protocol/settings.ts';
import { specPattern } from './language.ts';
import type { StatusItem } from './status.ts';

/** The specs of the workspace as a tree: what is wrong, partner by partner, and what ends next. Nobody is asked before it is open. */
export class FederationView implements Disposable, TreeDataProvider<Branch> {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: Disposable;
  #isAsked = false;
  #refresh: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, status: Pick<StatusItem, 'onTold'>) {
    this.#client = client;
    const view = window.createTreeView(VIEW, { treeDataProvider: this });
    const files = workspace.createFileSystemWatcher(specPattern);
    const changes = [files.onDidCreate, files.onDidChange, files.onDidDelete, workspace.onDidChangeWorkspaceFolders];
    this.#listeners = VsDisposable.from(
      ...[this.#changed, view, files],
      ...changes.map((listen) => listen(() => this.#later())),
      status.onTold(() => this.#later()),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SECTION) && this.#later()),
    );
  }

  getTreeItem({ item }: Branch): TreeItem {
    return item;
  }

  async getChildren(branch?: Branch): Promise<Branch[]> {
    if (branch !== undefined) return [...branch.children];
    this.#isAsked = true;
    const specs: OverviewAnswer | null = await this.#client.sendRequest(METHODS.overview, ABOUT_ALL);
    return (specs ?? []).map((spec, _, { length }) => ofSpec(spec, length === 1));
  }

  dispose(): void {
    clearTimeout(this.#refresh);
    this.#listeners.dispose();
  }

  /** Not with each key. VS Code asks again once the view is to be seen. */
  #later(): void {
    if (!this.#isAsked) return;
    clearTimeout(this.#refresh);
    this.#refresh = setTimeout(() => this.#changed.fire(undefined), REST);
  }
}

/** The library puts the token of the request in the place of parameters that are not there. */
const ABOUT_ALL = {};

const VIEW = 'lyncFederation.federation';

/** Milliseconds without a change after which the tree is drawn anew. */
const REST = 500;

/** A line of the tree, and what is below it. */
interface Branch {
  readonly item: TreeItem;
  readonly children: readonly Branch[];
}

function ofSpec(spec: SpecOverview, isOnly: boolean): Branch {
  const uri = Uri.parse(spec.uri, true);
  const { partners, ends } = spec;
  const ofPartners = partners.map(({ name, findings }) => {
    const children = findings.map((one) => leaf(uri, one.at, one.text, ICONS[one.severity]));
    const label = name ?? l10n.t('No partner alone');
    return branch(label, new ThemeIcon(name === null ? 'server' : 'organization'), children);
  });
  const ofEnds = ends.flatMap(({ within, endings }, i) => {
    const children = endings.map((one) => leaf(uri, one.at, one.day, new ThemeIcon('calendar'), one.text));
    const label = i === 0 ? l10n.t('Ends within {0} days', within) : l10n.t('Then ends within {0} days', within);
    return children.length === 0 ? [] : branch(label, new ThemeIcon('history'), children);
  });
  const below = [...ofPartners, ...ofEnds];
  const calm: Branch = { item: new TreeItem(l10n.t('Nothing is wrong, and nothing ends within a year')), children: [] };
  const item = new TreeItem(uri, isOnly ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = spec.uri;
  item.description = l10n.t('as of {0}', spec.asOf);
  item.iconPath = ThemeIcon.File;
  return { item, children: below.length > 0 ? below : [calm] };
}

/** A line that counts what is below it. */
function branch(label: string, icon: ThemeIcon, children: readonly Branch[]): Branch {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.description = String(children.length);
  item.iconPath = icon;
  return { item, children };
}

/** A line that leads to its place in the spec. */
function leaf(spec: Uri, { line, character, uri }: PlaceInSpec, label: string, icon: ThemeIcon, text?: string): Branch {
  const item = new TreeItem(label);
  item.iconPath = icon;
  item.tooltip = text ?? label;
  if (text !== undefined) item.description = text;
  const selection = new Range(line, character, line, character);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [uri === undefined ? spec : Uri.parse(uri, true), { selection }],
  };
  return { item, children: [] };
}

const ICONS: Readonly<Record<OverviewFinding['severity'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  info: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
};
