import manifest from '../../../package.json' with { type: 'json' };
import type { Language } from '../../../protocol/locale.ts';
import { REPOSITORY } from '../features/docs-url.ts';
import type { RulePages } from '../machine/rule-pages.ts';
import { reasonOf } from '../text/failure.ts';
import { type Bundle, ENGLISH, type Message, say } from '../text/message.ts';
import { Complaint, EXIT, type ExitCode } from './exit.ts';
import { languageOfPeople } from './locale.ts';
import { paints } from './paint.ts';
import { progressBar } from './progress.ts';
import { lineOf, type Shell, type Speech, type When } from './shell.ts';

/** What a command needs to know of the process it runs in. */
export interface Host {
  readonly cwd: string;
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language that was asked for. */
  readonly locale?: string | undefined;
  /** The language of a system that does not tell it in the environment. */
  systemLocale?(): string | undefined;
  /** Loads the texts of a language that is not English. */
  texts(language: Language): Promise<Bundle>;
  /** Loads the rule pages of a language. */
  rulePages(language: Language): Promise<RulePages>;
  /** Whether a person looks at standard output. */
  readonly isTerminal: boolean;
  /** Whether a person looks at standard error. */
  readonly isWatched?: boolean;
  /** Standard input, which takes time to open. */
  input(): AsyncIterable<Uint8Array>;
  writeOutput(text: string | Uint8Array): void;
  writeError(text: string): void;
}

/** The world around a command, as a process knows it. */
export async function shellOf(host: Host): Promise<Shell> {
  const language = languageOfPeople(host.locale, host.env, () => host.systemLocale?.());
  return shellFor(await speechIn(language, host), host, 'auto');
}

function shellFor(people: Speech, host: Host, when: When): Shell {
  const { cwd, today, env, locale, isTerminal, isWatched = false, input, writeOutput, writeError } = host;
  const paint = paints(wantsColours(env, isWatched, when));
  const tell = (text: Message) => writeError(lineOf(text, people));
  return {
    cwd,
    today,
    version: manifest.version,
    people,
    programs: locale === undefined ? IN_ENGLISH : people,
    rulePages: (language) => host.rulePages(language),
    env,
    colours: wantsColours(env, isTerminal, when),
    withColours: (other) => shellFor(people, host, other),
    input,
    progress: isWatched ? (name) => progressBar(name, writeError) : undefined,
    print: writeOutput,
    tell,
    complain: (text) => writeError(lineOf(say`error: ${text}`, people).replace(/^[^:]+:/, paint.error)),
  };
}

const IN_ENGLISH: Speech = { language: 'en', bundle: ENGLISH };

async function speechIn(language: Language, { texts }: Host): Promise<Speech> {
  return language === 'en' ? IN_ENGLISH : { language, bundle: await texts(language) };
}

/** The one place where what went wrong becomes a line. */
export function failed(error: unknown, shell: Shell): ExitCode {
  if (error instanceof Complaint) shell.complain(error.text);
  else shell.complain(say`internal error: ${reasonOf(error)}; please report it: ${REPOSITORY}/issues`);
  return EXIT.failure;
}

/** Colours as somebody wants them, else as the environment does (no-color.org, force-color.org), else where a person looks at them. */
function wantsColours({ NO_COLOR, FORCE_COLOR, TERM }: Host['env'], isTerminal: boolean, when: When): boolean {
  if (when !== 'auto') return when === 'always';
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return isTerminal && TERM !== 'dumb';
}
