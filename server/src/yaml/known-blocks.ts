import type { Among, Block } from './block.ts';
import type { Blocks } from './edited.ts';
import type { Group } from './split.ts';

/** The blocks of a text that was read before, by where they stand and what they say: there is no need to read one of them again. */
export class KnownBlocks {
  readonly #blocks = new Map<string, Map<string, Block>>();
  readonly #unread = new Set<string>();

  constructor({ text, document }: Blocks) {
    this.#add(document, 0, text);
  }

  get(text: string, among: Among): Block | undefined {
    return this.#blocks.get(signOf(among))?.get(text);
  }

  /** Whether a text is known to need the library. */
  isNotSimple(text: string, among: Among): boolean {
    const known = this.get(text, among);
    return (known !== undefined && !known.isSimple) || this.#unread.has(text);
  }

  #add({ parts, lead, depth }: Group, start: number, text: string): void {
    const sign = signOf(depth);
    const blocks = this.#blocks.get(sign) ?? new Map<string, Block>();
    this.#blocks.set(sign, blocks);
    let at = start + lead;
    for (const part of parts) {
      if (part.kind === 'group') this.#add(part, at, text);
      else if (part.unread) for (const one of part.unread) this.#unread.add(one);
      else blocks.set(text.slice(at, at + part.length), part);
      at += part.length;
    }
  }
}

function signOf({ kind, indent }: Among): string {
  return `${kind} ${indent}`;
}
