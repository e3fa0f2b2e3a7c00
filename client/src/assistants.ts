import { type Disposable, LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';
import { type AssistAnswer, type AssistParams, METHODS, TOOL_PREFIX } from '../../protocol/methods.ts';
import type { Session } from './session.ts';

/** Lets assistants ask the language server, which starts when one does. The manifest says what each tool is. */
export function offerTools(start: () => Promise<Session>, names: readonly string[]): readonly Disposable[] {
  return names.map((name) =>
    lm.registerTool(name, {
      async invoke({ input }, token) {
        const params: AssistParams = { tool: name.slice(TOOL_PREFIX.length), input };
        const { client } = await start();
        const { text, isError } = await client.sendRequest<AssistAnswer>(METHODS.assist, params, token);
        // A model reads why, and asks again.
        if (isError) throw new Error(text);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
}

/** The tools that the manifest declares. */
export function toolNames(manifest: unknown): readonly string[] {
  const { contributes }: { contributes?: { languageModelTools?: readonly { readonly name: string }[] } } =
    Object(manifest);
  return contributes?.languageModelTools?.map(({ name }) => name) ?? [];
}
