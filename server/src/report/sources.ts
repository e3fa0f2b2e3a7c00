import { catalog, type SourceId } from '../catalog/catalog.generated.ts';
import { sourcesBehind } from '../features/rule-card.ts';
import type { Rule } from '../rules/rule.ts';
import { say } from '../text/message.ts';
import { type Link, paragraph, type Section } from './report.ts';

/** The documents that a report names, each with a number. */
export class Sources {
  readonly #numbers = new Map<SourceId, number>();

  /** Those that a rule rests on. */
  of({ facts }: Rule): readonly Link[] {
    return sourcesBehind(facts).map((id) => {
      const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
      this.#numbers.set(id, number);
      return { words: say`[${number}]`, to: `#${anchorOf(number)}` };
    });
  }

  /** All that were named until now. */
  section(): Section {
    const rows = [...this.#numbers].map(([id, number]) => {
      const { title, url, confirmed } = catalog.sources[id];
      const address = { words: say`${url}`, to: url };
      return {
        anchor: anchorOf(number),
        cells: [[say`[${number}]`], [say`${title}`, address], [say`${confirmed ?? ''}`]],
      };
    });
    const head = [say`number`, say`document`, say`confirmed`];
    return {
      id: 'sources',
      title: say`Sources`,
      parts: [rows.length > 0 ? { kind: 'table', head, rows } : paragraph(say`No finding rests on a document.`)],
    };
  }
}

function anchorOf(number: number): string {
  return `source-${number}`;
}
