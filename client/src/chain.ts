import { l10n, type TextDocument, Uri, window } from 'vscode';
import { type ChainAnswer, type ChainParams, METHODS } from '../../protocol/methods.ts';
import type { Session } from './session.ts';

/** Shows the chain to a partner, beside the spec. */
export async function explainChat(spec: Uri, partner: string, { client, answers }: Session): Promise<void> {
  const params: ChainParams = { textDocument: { uri: spec.toString() }, partner };
  await answers.show({
    title: l10n.t('Why Does Chat with {0} Not Work?', partner),
    spec,
    ask: () => client.sendRequest<ChainAnswer>(METHODS.chain, params),
  });
}

/** Asks for a partner; the word in front of the person is offered. */
export async function askForPartner(spec: TextDocument): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const range = editor?.document === spec ? spec.getWordRangeAtPosition(editor.selection.active, NAME) : undefined;
  const answer = await window.showInputBox({
    title: l10n.t('Why Does Chat Not Work?'),
    prompt: l10n.t('The domain of the partner, an address there, or the name of a public provider.'),
    placeHolder: 'fabrikam.com',
    ...(range && { value: spec.getText(range) }),
  });
  return answer?.trim() || undefined;
}

/** A spec and a partner, as a code lens names them, else the partner that a key binding names as `partner`. */
export function chatIn([first, second]: readonly unknown[]): { readonly spec?: Uri; readonly partner?: string } {
  if (typeof first === 'string' && typeof second === 'string') return { spec: Uri.parse(first, true), partner: second };
  const partner: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'partner') : undefined;
  return typeof partner === 'string' ? { partner } : {};
}

const NAME = /[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})+/u;
