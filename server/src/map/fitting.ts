/** A text with its width, in letters of Latin; what is longer than there is room ends in three dots. */
export function fitting(
  text: string,
  room = Number.POSITIVE_INFINITY,
): { readonly text: string; readonly width: number } {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += WIDE.test(letter) ? 2 : 1;
    if (width <= room - 1) kept += letter;
  }
  return width <= room ? { text, width } : { text: `${kept}…`, width: room };
}

/** Letters of East Asia, and pictures, which take the place of two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
