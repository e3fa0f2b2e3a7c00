import { say } from '../text/message.ts';
import { type Option, texts } from './option.ts';

/** The files whose DNS records only clients inside see. */
export const INTERNAL: Option<readonly string[]> = texts({
  name: 'internal',
  value: 'FILE',
  about: say`a file whose DNS records are those of the inner zone; may be given again`,
});
