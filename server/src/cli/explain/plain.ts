import { createColors } from 'picocolors';

/** A Markdown card as text for a terminal: headings and bold face by colour, each link on lines of its own. */
export function plain(markdown: string, colours: boolean): string {
  const { bold } = createColors(colours);
  const text = markdown
    .replace(/^#+ (.*)$/gm, (_, heading: string) => bold(heading))
    .replace(/\*\*(.*?)\*\*/g, (_, strong: string) => bold(strong))
    .replace(/(?:; )?\[([^\]]*)\]\(([^)\s]*)\)/g, '\n  - $1\n    $2')
    .replace(/ +$/gm, '');
  return `${text}\n`;
}
