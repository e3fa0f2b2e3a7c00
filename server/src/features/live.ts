import type { Capture } from '../plan/capture-file.ts';
import type { Message } from '../text/message.ts';

/** What the servers hold, by the capture that the settings name; or why nobody can tell. */
export type Live =
  | { readonly path: string; readonly capture: Capture; readonly unread?: never }
  | { readonly path: string; readonly capture?: never; readonly unread: Message };
