import * as vscode from 'vscode';
import { type AssistAnswer, type AssistParams, METHODS, TOOL_PREFIX } from '../../protocol/methods.ts';
import type { Session } from './session.ts';

/** What hosts have that know assistants; the oldest ones, of which the typings tell, do not. */
interface Host {
  readonly lm?: typeof vscode.lm & {
    registerTool?(
      name: string,
      tool: { invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<unknown> },
    ): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** Lets assistants ask the language server, which starts when one does. The manifest says what each tool is. */
export function offerTools(start: () => Promise<Session>, names: readonly string[]): readonly vscode.Disposable[] {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text }: Host = vscode;
  if (lm?.registerTool === undefined || Result === undefined || Text === undefined) return [];
  return names.flatMap(
    (name) =>
      lm.registerTool?.(name, {
        async invoke({ input }, token) {
          const params: AssistParams = { tool: name.slice(TOOL_PREFIX.length), input };
          const { client } = await start();
          const { text, isError } = await client.sendRequest<AssistAnswer>(METHODS.assist, params, token);
          // A model reads why, and asks again.
          if (isError) throw new Error(text);
          return new Result([new Text(text)]);
        },
      }) ?? [],
  );
}

/** The tools that the manifest declares. */
export function toolNames(manifest: unknown): readonly string[] {
  const { contributes }: { contributes?: { languageModelTools?: readonly { readonly name: string }[] } } =
    Object(manifest);
  return contributes?.languageModelTools?.map(({ name }) => name) ?? [];
}
