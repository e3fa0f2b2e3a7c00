/**
 * A text of code page 932, Shift-JIS, or undefined where it is none. Letters of western pages before Latin ones look like its characters,
 * which stand in rows.
 */
export function japanese(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  const rows = text.match(ROW) ?? [];
  const [all, inRows] = [text.match(BEYOND_LATIN)?.length ?? 0, rows.reduce((sum, { length }) => sum + length, 0)];
  return inRows > 0 && inRows * 4 >= all * 3 ? text : undefined;
}

const BEYOND_LATIN = /[^\0-\x7f]/g;
/** Kana and Chinese characters, with the marks that stand between them. */
const ROW = /[\u3001-\u301c\u3041-\u30fe\u4e00-\u9fa0\uff01-\uff5e]{2,}/g;
