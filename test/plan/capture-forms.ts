import type { CommandValue } from '../../server/src/cmdlets/command.ts';
import { kindOf } from '../../server/src/plan/kinds.ts';
import type { ServerObject, State } from '../../server/src/plan/state.ts';

/** A capture in one of the forms that are read. What a form cannot say (that there is nothing of a noun) it leaves out. */
export interface Capture {
  readonly source: string;
  readonly text: string;
}

interface Shown {
  readonly noun: string;
  readonly properties: Readonly<Record<string, CommandValue | null>>;
}

/** What the collector writes. */
export function asJson({ scopes, objects }: State): Capture {
  const nouns = scopes.map(({ noun }) => [noun, objects.filter((one) => one.noun === noun).map(shown)] as const);
  const told = Object.fromEntries(nouns.map(([noun, all]) => [noun, all.map(({ properties }) => properties)]));
  const users = usersOf(objects);
  const CsUser = users && { CsUser: users.map(({ properties }) => properties) };
  return { source: 'live.json', text: JSON.stringify({ version: 1, objects: { ...told, ...CsUser } }) };
}

/** How a console, and who copies from it, may write the same. */
export interface ConsoleStyle {
  readonly prompt: string;
  /** A blank line stands after each property. */
  readonly isSpaced: boolean;
  readonly indent: string;
  /** Blanks come as those that do not break. */
  readonly isUnbreaking: boolean;
}

/** What a console shows in a session with all commands of the collector; those with nothing to show show nothing. */
export function asConsole({ scopes, objects }: State, style: ConsoleStyle): Capture {
  const { prompt, isSpaced, indent, isUnbreaking } = style;
  const users = usersOf(objects);
  const shownOf = (noun: string) => objects.filter((one) => one.noun === noun).map(shown);
  const asked = [
    ...scopes.map(({ noun }) => [noun, shownOf(noun)] as const),
    ...(users ? [['CsUser', users] as const] : []),
  ];
  const lines = asked.flatMap(([noun, all]) => [
    `${prompt}Get-${noun}`,
    ...all.flatMap((one) => ['', ...listed(one).flatMap((line) => (isSpaced ? [line, ''] : [line]))]),
    '',
  ]);
  const text = [...lines, prompt].map((line) => indent + line).join('\r\n');
  return {
    source: 'live.txt',
    text: isUnbreaking ? text.replaceAll(' :', '\u00a0:').replaceAll('  ', ' \u00a0') : text,
  };
}

function listed({ properties }: Shown): readonly string[] {
  const width = Math.max(...Object.keys(properties).map((name) => name.length));
  return Object.entries(properties).map(([name, value]) => `${name.padEnd(width)} : ${consoleText(value)}`.trimEnd());
}

/** What a console shows by `Format-List`, one command after the other. */
export function asFormatList({ scopes, objects }: State): Capture {
  const all = [...scopes.flatMap(({ noun }) => objects.filter((one) => one.noun === noun).map(shown))];
  const blocks = [...all, ...(usersOf(objects) ?? [])].map((one) => [
    `PS C:\\> Get-${one.noun} | Format-List`,
    '',
    ...listed(one),
    '',
  ]);
  return { source: 'live.txt', text: blocks.flat().join('\r\n') };
}

/** What `Export-Clixml` writes of objects of one noun, one file each. */
export function asClixml({ scopes, objects }: State): readonly Capture[] {
  const nouns = [
    ...scopes.map(({ noun }) => objects.filter((one) => one.noun === noun).map(shown)),
    usersOf(objects) ?? [],
  ];
  return nouns.flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const body = all.map(({ properties }) => {
      const members = Object.entries(properties).map(([name, value]) => clixml(name, value));
      return `<Obj RefId="0"><Props>${members.join('')}</Props></Obj>`;
    });
    const text = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${body.join('')}</Objs>`;
    return [{ source: `${first.noun}.xml`, text }];
  });
}

function shown({ noun, identity, values }: ServerObject): Shown {
  const name =
    identity === 'global'
      ? 'Global'
      : kindOf(noun)?.grant && !identity.startsWith('site:')
        ? `Tag:${identity}`
        : identity;
  const { UseDefaultRouting: isDefault, ...others } = values;
  const routing =
    isDefault === undefined ? {} : { RoutingMethod: isDefault ? 'UseDefaultRouting' : 'UseDnsSrvRouting' };
  return { noun, properties: { Identity: name, Name: identity, ...others, ...routing } };
}

/** Who has which policy; undefined where nobody asked, and nothing where nobody has one. */
function usersOf(objects: readonly ServerObject[]): readonly Shown[] | undefined {
  const policies = objects.filter(({ grantedTo }) => grantedTo !== undefined);
  if (policies.length === 0) return undefined;
  return policies.flatMap(({ noun, identity, grantedTo = [] }) =>
    grantedTo.map((user) => ({
      noun: 'CsUser',
      properties: { Identity: `CN=${user}`, SipAddress: `sip:${user}`, [noun.slice('Cs'.length)]: identity },
    })),
  );
}

function consoleText(value: CommandValue | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? `{${value.join(', ')}}` : String(value);
}

function clixml(name: string, value: CommandValue | null): string {
  if (value === null) return `<Nil N="${name}" />`;
  if (typeof value === 'boolean') return `<B N="${name}">${value}</B>`;
  if (typeof value === 'number') return `<I32 N="${name}">${value}</I32>`;
  if (typeof value === 'string') return `<S N="${name}">${escaped(value)}</S>`;
  return `<Obj N="${name}" RefId="9"><LST>${value.map((one) => `<S>${escaped(one)}</S>`).join('')}</LST></Obj>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
