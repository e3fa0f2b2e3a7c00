import { l10n, window } from 'vscode';

/** Asks for the day to judge by: `YYYY-MM-DD`, empty for today, `undefined` where the person thinks better of it. */
export async function askForDate(current: string | undefined): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Judge as of a Date'),
    prompt: l10n.t('The day for which the spec is judged. Leave it empty for today.'),
    placeHolder: l10n.t('YYYY-MM-DD'),
    ...(current !== undefined && { value: current }),
    validateInput: (text) => (text.trim() === '' || isDate(text.trim()) ? undefined : complaint(text.trim())),
  });
  return answer?.trim();
}

/** Asks where the day is to be kept. */
export async function askForPlace(): Promise<'spec' | 'setting' | undefined> {
  const spec = { label: l10n.t('In the spec'), detail: l10n.t('As its key `asOf`, for everybody who checks it') };
  const setting = {
    label: l10n.t('In the settings'),
    detail: l10n.t('As `lyncFederation.asOf`, for all specs without a date of their own'),
  };
  const answer = await window.showQuickPick([spec, setting], { title: l10n.t('Keep the Date') });
  if (answer === undefined) return undefined;
  return answer === spec ? 'spec' : 'setting';
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
}

function complaint(text: string): string {
  return l10n.t('{0} is not a day of the calendar. Write it as YYYY-MM-DD, for example 2014-06-30.', text);
}
