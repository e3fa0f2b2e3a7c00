import {
  commands,
  type Disposable,
  env,
  l10n,
  languages,
  Uri,
  Disposable as VsDisposable,
  window,
  workspace,
} from 'vscode';
import { RULE_SCHEME } from '../../protocol/languages.ts';
import { languageOf, pagesFile } from '../../protocol/locale.ts';

/** The pages about the rules, which come with the extension: they are there without a network, and read when somebody wants one. */
export class RulePages implements Disposable {
  readonly #folder: Uri;
  readonly #listener: Disposable;
  #pages: Promise<Pages> | undefined;

  constructor(extension: Uri) {
    this.#folder = Uri.joinPath(extension, 'dist');
    this.#listener = VsDisposable.from(
      workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
        provideTextDocumentContent: async ({ path }) => (await this.#all())[ruleIn(path)] ?? '',
      }),
    );
  }

  /** Shows the page of a rule: of the one that is named, that was found where the cursor is, or that the person chooses. */
  async explain(named: unknown): Promise<void> {
    const pages = await this.#all();
    const rule = typeof named === 'string' ? named : (ruleAtCursor() ?? (await this.#chosen(pages)));
    if (rule === undefined || !Object.hasOwn(pages, rule)) return;
    const page = Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
    // The preview is an extension of its own, which may not be there.
    const preview = commands.executeCommand('markdown.showPreview', page);
    await Promise.resolve(preview).catch(() => window.showTextDocument(page));
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #chosen(pages: Pages): Promise<string | undefined> {
    const found = new Set(languages.getDiagnostics().flatMap(([, all]) => all.flatMap(({ code }) => codeOf(code))));
    const items = Object.entries(pages).map(([label, page]) => ({ label, detail: /^> (.*)$/m.exec(page)?.[1] ?? '' }));
    const first = items.filter(({ label }) => found.has(label));
    const sorted = [...first, ...items.filter((item) => !first.includes(item))];
    return (await window.showQuickPick(sorted, { title: l10n.t('Explain a Rule'), matchOnDetail: true }))?.label;
  }

  #all(): Promise<Pages> {
    this.#pages ??= this.#read();
    return this.#pages;
  }

  async #read(): Promise<Pages> {
    const bytes = await workspace.fs.readFile(Uri.joinPath(this.#folder, pagesFile(languageOf(env.language))));
    return JSON.parse(new TextDecoder().decode(bytes));
  }
}

/** Pages by rule. */
type Pages = Readonly<Record<string, string>>;

function ruleIn(path: string): string {
  return path.replace(/^\//, '').replace(/\.md$/, '');
}

/** The rule of the finding at the cursor, the innermost first. */
function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { active } = editor.selection;
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'lync-federation' && range.contains(active))
    .flatMap(({ code }) => codeOf(code))
    .at(-1);
}

function codeOf(code: string | number | { readonly value: string | number } | undefined): readonly string[] {
  if (code === undefined) return [];
  return [String(typeof code === 'object' ? code.value : code)];
}
