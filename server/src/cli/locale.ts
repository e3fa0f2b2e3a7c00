import { type Language, languageOf } from '../../../protocol/locale.ts';
import { code, say } from '../text/message.ts';
import { type Option, text } from './option.ts';
import type { Shell } from './shell.ts';

/** The option that every command has, and that may stand anywhere. */
export const LOCALE: Option<string | undefined> = text({
  name: 'locale',
  value: 'LANGUAGE',
  about: say`answer in this language, such as ${code('ko')}`,
  usual: say`as the environment says, and programs in English`,
});

/** What was typed without the language that was asked for, and that language. Without a value the option stays, to be complained about. */
export function withoutLocale(args: readonly string[]): { readonly args: readonly string[]; readonly locale?: string } {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const at = args.slice(0, end).findIndex((word) => /^--locale(?:=|$)/.test(word));
  if (at < 0) return { args };
  const [word = '', next] = args.slice(at, end);
  const isApart = word === '--locale';
  const locale = isApart ? next : word.slice('--locale='.length);
  if (!locale || (isApart && locale.startsWith('-'))) return { args };
  const rest = withoutLocale([...args.slice(0, at), ...args.slice(at + (isApart ? 2 : 1))]);
  return { locale, ...rest };
}

/** The language that people are spoken to in: the one that was asked for, else that of the environment; an empty variable is none. */
export function languageOfPeople(
  locale: string | undefined,
  env: Shell['env'],
  ofSystem: () => string | undefined,
): Language {
  return languageOf(locale ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || ofSystem()));
}
