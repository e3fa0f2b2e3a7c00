// What the page of a map and those around it say to each other.

/** Elements of SVG by their ids. */
export type Elements = Readonly<Record<string, string>>;

/** A picture, as far as it is another one than the page has. */
export interface MapPicture {
  readonly width: number;
  readonly height: number;
  /** All elements, in the order in which they are drawn. */
  readonly order: readonly string[];
  readonly changes: Elements;
  /** What is said of the way that stands out; nothing where none does. */
  readonly way?: string;
  /** The day it is drawn for. */
  readonly asOf: string;
}

/** A day on which the picture is another than on the day before. */
export interface MapChapter {
  readonly date: string;
  readonly errors: number;
  readonly warnings: number;
  /** What has come and gone, a sentence each. */
  readonly told: readonly string[];
  /** Against the chapter before; of the first one, against the picture itself. */
  readonly changes: Elements;
}

/** Something that a search has found on a map. */
export interface MapFound {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** To the page. */
export type ToPage =
  | { readonly kind: 'picture'; readonly picture: MapPicture; readonly today: string }
  | {
      readonly kind: 'chapters';
      readonly chapters: readonly MapChapter[];
      readonly isFirst: boolean;
      readonly isLast: boolean;
    }
  | { readonly kind: 'found'; readonly found: readonly MapFound[]; readonly words: string };

/** From the page. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go'; readonly line: number; readonly column: number }
  | { readonly kind: 'find'; readonly words: string }
  | { readonly kind: 'show'; readonly id: string }
  | { readonly kind: 'way'; readonly from: string; readonly to: string };

/** The first day of the story. */
export const FIRST_DAY = '2005-01-01';
