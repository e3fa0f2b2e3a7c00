import { isWhole } from '../../protocol/paths.ts';
import { SETTINGS } from '../../protocol/settings.ts';

/**
 * Settings as the server gets them. The files of a workspace may name only a capture inside of it, so a whole path counts where the
 * person's own settings have it, and nowhere else.
 */
export function withOwnPaths(section: unknown, own: unknown): unknown {
  if (typeof section !== 'object' || section === null || !(SETTINGS.capture in section)) return section;
  const { capture } = section;
  return typeof capture === 'string' && isWhole(capture) && capture !== own ? { ...section, capture: '' } : section;
}

/** Settings as the server gets them, with word of a workspace that nobody trusts yet. */
export function withTrust(section: unknown, trusted: boolean): unknown {
  return trusted || typeof section !== 'object' ? section : { ...section, trusted };
}
