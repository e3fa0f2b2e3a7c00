/** Whether a name fits a wildcard of PowerShell: `*` stands for any text, `?` for one character. In time that grows with their product. */
export function fitsWildcard(name: string, wildcard: string): boolean {
  let at = 0;
  let place = 0;
  /** The last `*`, and how far the text that it stands for reaches so far. */
  let star: { readonly place: number; readonly end: number } | undefined;
  while (at < name.length) {
    if (wildcard[place] === '*') {
      star = { place, end: at };
      place++;
    } else if (wildcard[place] === '?' || wildcard[place] === name[at]) {
      at++;
      place++;
    } else if (star !== undefined) {
      star = { place: star.place, end: star.end + 1 };
      at = star.end;
      place = star.place + 1;
    } else return false;
  }
  return /^\**$/.test(wildcard.slice(place));
}

/** Whether a text stands for more than the one name that it says. */
export function isWildcard(text: string): boolean {
  return /[*?]/.test(text);
}
