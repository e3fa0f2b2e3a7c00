/**
 * The card of a rule with the body of its page: what it means, why it matters, an example, what to do. It comes before the facts, which the
 * page names and the card tells; so do the sources, with which the page ends. Links within sentences are words here.
 */
export function withPage(card: string, page: string): string {
  const [head, about, severity, ...rest] = card.split('\n\n');
  const from = page.indexOf('\n## ');
  const to = page.lastIndexOf('\n## ');
  if (from < 0 || from === to) return card;
  const body = page
    .slice(from, to)
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/\[((?:`[^`]*`|[^\]`])*)\]\([^)\s]*\)/g, '$1');
  return [head, about, severity, body.trim(), ...rest].join('\n\n');
}
