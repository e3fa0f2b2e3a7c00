import { type Analysis, analyze } from '../analyze.ts';
import type { SpecPart } from '../spec/extended.ts';

/** Characters of texts whose trees are kept, those that were asked for last: a tree takes forty times its text. */
const AWAKE = 1_000_000;

/** Analyses of files that nobody has open. What was found in them stays; what they say is read again when somebody asks. */
export class AtRest {
  /** In the order in which they were asked for. */
  readonly #awake = new Set<Analysis>();
  #size = 0;

  /** The analysis without its trees. */
  lay(analysis: Analysis): Analysis {
    // What a getter closes over is kept.
    const { root, spec, blocks, runbook, scripts, cleared, parts, ...kept } = analysis;
    const { text, options } = kept;
    let known = new WeakRef(analysis);
    const trees = () => {
      const read = known.deref() ?? analyze(text, { ...options, rules: [], once: true });
      known = new WeakRef(this.#wake(read));
      return read;
    };
    return {
      ...kept,
      ...(parts && { parts: parts.map((part, i) => withRoot(part, () => trees().parts?.[i]?.root)) }),
      get root() {
        return trees().root;
      },
      get spec() {
        return trees().spec;
      },
      get blocks() {
        return trees().blocks;
      },
      get runbook() {
        return trees().runbook;
      },
      get scripts() {
        return trees().scripts;
      },
      get cleared() {
        return trees().cleared;
      },
    };
  }

  #wake(analysis: Analysis): Analysis {
    if (!this.#awake.delete(analysis)) this.#size += analysis.text.length;
    this.#awake.add(analysis);
    for (const first of this.#awake) {
      if (this.#size <= AWAKE) break;
      this.#awake.delete(first);
      this.#size -= first.text.length;
    }
    return analysis;
  }
}

function withRoot({ root, ...part }: SpecPart, read: () => SpecPart['root']): SpecPart {
  return {
    ...part,
    get root() {
      return read();
    },
  };
}
