import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { METHODS, type TurnsAnswer, type TurnsParams, type TurnTold } from '../../protocol/methods.ts';
import { askForDate } from './ask.ts';
import type { Session } from './session.ts';

/**
 * Asks as of which day somebody wants to look at a spec, which changes nothing: one on which the verdict changes, or any other. `write` where
 * the day is to be written down instead; empty to go back.
 */
export async function askForDay(spec: Uri, { client, status }: Session): Promise<string | undefined> {
  const { asOf, from } = status.of(spec) ?? {};
  const params: TurnsParams = { textDocument: { uri: spec.toString() } };
  const turns: Promise<TurnsAnswer> = client.sendRequest(METHODS.turns, params);
  const items = turns.then((found): readonly Choice[] => [
    ...(from === 'look' ? [{ label: l10n.t('Go back to the day of the spec'), day: '' }] : []),
    { label: l10n.t('Another day…'), day: 'other' },
    { label: l10n.t('Write a day into the spec or the settings…'), day: 'write' },
    { label: l10n.t('Days on which the verdict changes'), kind: QuickPickItemKind.Separator, day: '' },
    ...(found ?? []).map((turn) => choiceOf(turn, asOf)),
  ]);
  const title = l10n.t('Judge as of a Date');
  const placeHolder = l10n.t('Look at the spec as of this day; nothing is changed for that');
  const chosen = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return chosen?.day === 'other' ? askForDate(asOf) : chosen?.day;
}

interface Choice extends QuickPickItem {
  readonly day: string;
}

/** From so many findings that begin and end. */
function choiceOf({ date, begins, ends, text }: TurnTold, asOf: string | undefined): Choice {
  const now = date === asOf ? ` · ${l10n.t('as of now')}` : '';
  return { label: date, description: `+${begins} −${ends}${now}`, detail: text, day: date };
}
