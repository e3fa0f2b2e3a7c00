import type { Scene } from '../map/picture.ts';
import type { Severity } from '../rules/rule.ts';
import type { Bundle, Message } from '../text/message.ts';

/** All there is to say of a federation to who decides on it, and to who looks at it later: on paper, too. */
export interface Report {
  readonly title: Message;
  readonly facts: Facts;
  readonly sections: readonly Section[];
  readonly bundle: Bundle;
  readonly language: string;
}

/** Each is there, whatever there is to say: what is missing is said, too. */
export interface Section {
  readonly id: string;
  readonly title: Message;
  readonly parts: readonly Part[];
}

/** What writers know to write. */
export type Part =
  | { readonly kind: 'text'; readonly text: Message }
  | { readonly kind: 'list'; readonly items: readonly Message[] }
  | Facts
  | Table
  /** Links in a row. */
  | { readonly kind: 'links'; readonly name: Message; readonly links: readonly Link[] }
  | { readonly kind: 'steps'; readonly steps: readonly ReportedStep[] }
  | { readonly kind: 'map'; readonly title: Message; readonly scene: Scene };

/** Names with what is said of them. */
export interface Facts {
  readonly kind: 'facts';
  readonly rows: readonly (readonly [name: Message, said: Message])[];
}

export interface Table {
  readonly kind: 'table';
  readonly title?: Message;
  readonly head: readonly Message[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** How bad it is what the row tells; its words say so, too. */
  readonly level?: Severity;
  /** By which links lead to it. */
  readonly anchor?: string;
}

/** Some lines. */
export type Cell = readonly (Message | Link)[];

export interface Link {
  readonly words: Message;
  /** An address of ours or of the catalog, or a `#` with an anchor. */
  readonly to: string;
}

/** Something to do: sentences, and the commands that do it. */
export interface ReportedStep {
  readonly title: Message;
  readonly body: readonly (Message | Commands)[];
}

export interface Commands {
  readonly commands: readonly string[];
}

/** A paragraph. */
export function paragraph(text: Message): Part {
  return { kind: 'text', text };
}

/** A list, where there is something in it. */
export function listOf(items: readonly Message[]): readonly Part[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
