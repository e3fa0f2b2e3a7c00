import type { Analysis } from '../analyze.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import { subjectOf } from './runbook/objects.ts';
import { CERTIFICATE, DOMAIN_NOUNS, HOST, namesIn } from './runbook/spec-names.ts';
import type { Document } from './workspace.ts';

/** A name that can be looked up over all documents. */
export interface NameSymbol<D extends Document = Document> {
  readonly document: D;
  readonly name: string;
  readonly kind: SymbolKind;
  readonly at: Range;
  /** Where it stands: the list of the spec, or the cmdlet. */
  readonly section: string;
}

/** What a name is the name of. */
export type SymbolKind = 'domain' | 'host' | 'certificate' | 'record' | 'object' | 'command';

/** How many are worth reading through. */
export const MOST_SYMBOLS = 500;

/**
 * Collects the names that hold all letters of a query in their order, document by document. Those that begin with it come first, then
 * those with a part that does, those that hold it, and the rest.
 */
export class NameSearch<D extends Document = Document> {
  readonly #query: string;
  readonly #ranks: readonly NameSymbol<D>[][] = [[], [], [], [], []];

  constructor(query: string) {
    this.#query = query.toLowerCase().replace(/\s+/g, '');
  }

  /** The best ones of all documents so far. */
  get found(): readonly NameSymbol<D>[] {
    return this.#ranks.flat().slice(0, MOST_SYMBOLS);
  }

  add(document: D): void {
    for (const { name, kind, at, section, sought } of namesOf(document.analysis)) {
      const rank = Math.min(...sought.map((one) => rankOf(one, this.#query)));
      const ranked = this.#ranks[rank];
      // Enough may be there that are as good.
      if (ranked !== undefined && ranked.length < MOST_SYMBOLS)
        ranked.push({ document, name: plainLine(name), kind, at, section });
    }
  }
}

/** A name of a document, and in which words it is looked for. */
interface Named extends Omit<NameSymbol, 'document'> {
  readonly sought: readonly string[];
}

/** They are asked for with each letter of a query, and of what is at rest they have to be read. */
const known = new WeakMap<Analysis, readonly Named[]>();

function namesOf(analysis: Analysis): readonly Named[] {
  const found =
    known.get(analysis) ?? (analysis.kind === 'spec' ? namesInSpec(analysis.spec) : subjectsIn(analysis.runbook));
  known.set(analysis, found);
  return found;
}

function namesInSpec(spec: Spec): readonly Named[] {
  const entries = namesIn(spec).flatMap(({ noun, role, leaves, accepts }) =>
    role === 'entry' ? leaves().flatMap((leaf) => (leaf && accepts(leaf) ? named(kindOf(noun), leaf) : [])) : [],
  );
  const records = [...each(spec.dns?.srv), ...each(spec.dns?.hosts)];
  return [...entries, ...records.flatMap(({ name }) => (name ? named('record', name) : []))];
}

function named(kind: SymbolKind, { value: name, at, path }: Leaf<string>): Named {
  const list = path.findIndex((step) => typeof step === 'number');
  return { name, kind, at, section: path.slice(0, list).join('.'), sought: [name.toLowerCase()] };
}

function subjectsIn(runbook: readonly RunbookCommand[]): readonly Named[] {
  return runbook.map((command): Named => {
    const about = subjectOf(command) ?? '';
    const name = about === '' ? command.cmdlet : `${command.cmdlet} ${about}`;
    const sought = [command.cmdlet + about, ...(about === '' ? [] : [about])].map((one) => one.toLowerCase());
    return { name, kind: 'command', at: command.whole, section: '', sought };
  });
}

/** The rank of a name that lacks letters of the query. */
const LOST = 5;

function rankOf(name: string, query: string): number {
  const place = name.indexOf(query);
  if (place === 0) return name.length === query.length ? 0 : 1;
  if (place > 0) return isStart(name, query, place) ? 2 : 3;
  return holds(name, query) ? 4 : LOST;
}

/** Whether a query stands somewhere in a name where a part of it begins. */
function isStart(name: string, query: string, first: number): boolean {
  for (let place = first; place > 0; place = name.indexOf(query, place + 1))
    if (/[^a-z0-9]/.test(name[place - 1] ?? '')) return true;
  return false;
}

function holds(name: string, query: string): boolean {
  let from = 0;
  for (const letter of query) {
    const place = name.indexOf(letter, from);
    if (place < 0) return false;
    from = place + 1;
  }
  return true;
}

function kindOf(noun: string): SymbolKind {
  if (DOMAIN_NOUNS.has(noun)) return 'domain';
  return noun === HOST ? 'host' : noun === CERTIFICATE ? 'certificate' : 'object';
}
