/** Words of others as they go into a notification, in which VS Code makes links of `[words](address)`. */
export function unlinked(words: string): string {
  return words.replaceAll('](', '] (');
}
