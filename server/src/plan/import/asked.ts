import { narrowing } from '../../cmdlets/narrowing.ts';
import { headOf, type Stage } from '../../cmdlets/pipelines.ts';
import { tokens } from '../../cmdlets/statements.ts';

/** What a typed command shows, and what of it stays out of sight. */
export interface Asked {
  /** `CsAllowedDomain`; absent where the command shows nothing of a deployment. */
  readonly noun: string | undefined;
  /** Several commands on the line get different things: what is shown may be of each. */
  readonly isMixed?: true;
  /** The DNS zone whose records it shows. */
  readonly zone?: string;
  readonly lacks: Lacks;
  /** How it shows a table; absent where no command is known. */
  readonly table?: TableShown;
  /** Whether it shows every object on the console; where there is nothing to see, there is none. */
  readonly isPlain: boolean;
}

/** How a table is shown. */
export interface TableShown {
  /** What is longer than its column goes on below, and is not cut off. */
  readonly wraps: boolean;
  /** The columns are as wide as what stands in them. */
  readonly isSized: boolean;
}

/** What may be there beside what is shown: other objects of the kind, or other properties of an object. */
export type Lacks = readonly ('objects' | 'properties')[];

/** Reads the commands behind a prompt: what they filter, what they select. */
export function readAsked(text: string): Asked {
  const all = statementsOf(text);
  const getting = all.filter(({ gets }) => gets !== undefined);
  const parts = (getting.length > 0 ? getting : all).map(({ stages: [first = [], ...others] }) => ({
    first,
    others,
    isFew: namesOne(first) || others.some((stage) => leavesOut(stage, text)),
  }));
  const gets = new Set(getting.map((one) => one.gets?.toLowerCase()));
  const zones = [...text.matchAll(/\s-ZoneName[:\s]\s*["']?([\w.-]+)/gi)].map(([, zone = '']) => zone);
  const zone = new Set(zones).size === 1 ? zones[0] : undefined;
  const isFew = parts.some((one) => one.isFew);
  const isPlain = ({ first, others }: (typeof parts)[number]) =>
    !first.some(({ kind }) => kind === 'redirection') && others.every(isOnConsole);
  return {
    noun: gets.size === 1 ? getting[0]?.noun : undefined,
    ...(gets.size > 1 && { isMixed: true as const }),
    ...(zone !== undefined && { zone }),
    ...(getting.length > 0 && { table: tableShown(getting.flatMap(({ stages }) => stages)) }),
    isPlain: !isFew && GETTING.test(text) && parts.length === 1 && parts.every(isPlain),
    lacks: [
      ...(isFew ? ['objects' as const] : []),
      ...(parts.some(({ others }) => others.some(selects)) ? ['properties' as const] : []),
    ],
  };
}

interface Statement {
  readonly stages: readonly Stage[];
  /** What a cmdlet in it gets: `CsAllowedDomain`, `Date`. */
  readonly gets: string | undefined;
  readonly noun: string | undefined;
}

/** What `;` and the like stand between. */
function statementsOf(text: string): readonly Statement[] {
  const found: Statement[] = [];
  let stages: Stage[] = [[]];
  let start = 0;
  const close = (end: number) => {
    const own = text.slice(start, end);
    // What stands in brackets is asked for one of its properties.
    const noun = /^\s*\(/.test(own) ? undefined : /(?<![\w-])Get-(Cs[A-Za-z]+)/i.exec(own)?.[1];
    const gets = noun ?? /(?<![\w-])(?:Get|Resolve)-([A-Za-z]+)/i.exec(own)?.[1];
    if (stages.length > 1 || stages[0]?.length !== 0) found.push({ stages, gets, noun });
  };
  for (const token of tokens(text)) {
    if (token.kind === 'end') {
      close(token.at.start);
      stages = [[]];
      start = token.at.end;
    } else if (token.kind === 'pipe') stages.push([]);
    else stages.push([...(stages.pop() ?? []), token]);
  }
  close(text.length);
  return found;
}

/** `Get-CsAllowedDomain fabrikam.com`, `-Identity fabrikam.com` or `-Filter site:*`; a lone `*` names all. */
function namesOne([, ...given]: Stage): boolean {
  const [name] = given;
  if (name?.kind === 'word') return !/^\*+$/.test(name.text);
  return given.some((token, index) => {
    const value = given[index + 1];
    return (
      token.kind === 'name' && /^(?:id|fi)/i.test(token.text) && value?.kind === 'word' && !/^\*+$/.test(value.text)
    );
  });
}

/** Whether a stage only decides how the console shows what reaches it. */
function isOnConsole(stage: Stage): boolean {
  const isAside = stage.some(({ kind }) => kind === 'redirection');
  return !isAside && FORMATTING.test(headOf(stage));
}

const GETTING = /^\s*Get-Cs[A-Za-z]+(?:\s|\||$)/i;
const FORMATTING =
  /^(?:format-(?:list|table|custom)|fl|ft|fc|out-(?:string|default|host)|oh|more|sort-object|sort|select-object|select)$/i;

/** Whether not all that reaches a stage goes on, or nobody can tell; what only shows it takes all. */
function leavesOut(stage: Stage, text: string): boolean {
  if (SHOWING.test(headOf(stage))) return false;
  const goesOn = narrowing(stage, text);
  return goesOn === undefined || goesOn.name !== undefined;
}

/** Whether a stage picks properties: any but `*`. */
function selects([head, ...given]: Stage): boolean {
  if (head?.kind !== 'word' || !SELECTING.test(head.text)) return false;
  const named = given.filter((token, index) => {
    const before = given[index - 1];
    return token.kind === 'word' && !(before?.kind === 'name' && !PICKING.test(before.text));
  });
  return named.some((token) => token.kind === 'word' && token.text !== '*') || given.some(isExclusion);
}

function tableShown(stages: readonly Stage[]): TableShown {
  const given = stages.filter((stage) => /^(?:format-table|ft)$/i.test(headOf(stage))).flat();
  const has = (name: RegExp) => given.some((token) => token.kind === 'name' && name.test(token.text));
  return { wraps: has(/^wr(?:ap?)?$/i), isSized: has(/^a(?:u|ut|uto.*)?$/i) };
}

function isExclusion(token: Stage[number]): boolean {
  return token.kind === 'name' && /^exc/i.test(token.text);
}

const SHOWING =
  /^(?:format-(?:list|table|custom)|fl|ft|fc|out-(?:string|file|default|host)|oh|more|convertto-json|export-\w+)$/i;
const SELECTING = /^(?:format-(?:list|table|custom)|fl|ft|fc|select-object|select)$/i;
/** Parameters whose values are names of properties. */
const PICKING = /^(?:prop|p$|exp)/i;
