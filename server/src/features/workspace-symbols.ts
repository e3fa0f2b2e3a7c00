import { each, type Leaf } from '../spec/model.ts';
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
    const { kind, spec, runbook } = document.analysis;
    if (kind === 'spec') {
      for (const { noun, role, leaves, accepts } of namesIn(spec)) {
        if (role !== 'entry') continue;
        for (const leaf of leaves()) if (leaf && accepts(leaf)) this.#take(document, kindOf(noun), leaf);
      }
      for (const { name } of each(spec.dns?.srv)) this.#take(document, 'record', name);
      for (const { name } of each(spec.dns?.hosts)) this.#take(document, 'record', name);
      return;
    }
    for (const command of runbook) {
      const about = subjectOf(command) ?? '';
      const rank = Math.min(this.#rank(command.cmdlet + about), about === '' ? LOST : this.#rank(about));
      const name = about === '' ? command.cmdlet : `${command.cmdlet} ${about}`;
      if (this.#hasRoom(rank))
        this.#ranks[rank]?.push({ document, name: plainLine(name), kind: 'command', at: command.whole, section: '' });
    }
  }

  #take(document: D, kind: SymbolKind, leaf: Leaf<string> | undefined): void {
    if (leaf === undefined) return;
    const { value: name, at, path } = leaf;
    const rank = this.#rank(name);
    if (!this.#hasRoom(rank)) return;
    const list = path.findIndex((step) => typeof step === 'number');
    this.#ranks[rank]?.push({ document, name: plainLine(name), kind, at, section: path.slice(0, list).join('.') });
  }

  #rank(name: string): number {
    return rankOf(name.toLowerCase(), this.#query);
  }

  /** Enough may be there that are as good. */
  #hasRoom(rank: number): boolean {
    const ranked = this.#ranks[rank];
    return ranked !== undefined && ranked.length < MOST_SYMBOLS;
  }
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
