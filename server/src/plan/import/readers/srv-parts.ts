import { code, listed, type Message, say } from '../../../text/message.ts';
import type { Properties } from '../found.ts';

const NUMBERS = ['priority', 'weight', 'port'] as const;
const CALLED = { priority: say`priority`, weight: say`weight`, port: say`port`, target: say`target` };

/** What a record leads to, as `Resolve-DnsName` calls it. */
export interface Led {
  readonly led: Properties;
}

/** What an SRV record says, as far as it is told. */
export type SrvParts = Readonly<Partial<Record<(typeof NUMBERS)[number] | 'target', string | undefined>>>;

/** The parts of an SRV record that stand behind each other; or what is missing. */
export function partsIn(words: readonly string[]): SrvParts | Message {
  const [priority, weight, port, target] = words;
  if (target !== undefined) return { priority, weight, port, target };
  const all = say`An SRV record has a priority, a weight, a port and a target`;
  return words.every((word) => /^\d+$/.test(word))
    ? say`${all}; ${code(words.join(' '))} has no target.`
    : say`${all}; ${code(words.join(' '))} lacks a number, and nobody can tell which.`;
}

/** An SRV record as `Resolve-DnsName` calls its parts; or what is wrong with them. */
export function srvOf(
  { priority, weight, port, target }: SrvParts,
  fullName: (name: string) => string | undefined,
): Led | Message {
  const numbers = { priority, weight, port };
  const wrong = NUMBERS.find((name) => numbers[name] !== undefined && !/^\d{1,5}$/.test(numbers[name]));
  if (wrong !== undefined) return say`${code(numbers[wrong] ?? '')} is no ${CALLED[wrong]} of an SRV record.`;
  const host = target === '.' ? '.' : fullName(target ?? '');
  if (target && !host) return say`The target ${code(target)} is not in full, and nothing says below which domain.`;
  const missing = [...(port === undefined ? [CALLED.port] : []), ...(host ? [] : [CALLED.target])];
  if (!host || port === undefined) return say`The SRV record has no ${listed(missing, ' and no ')}.`;
  const told = {
    ...(priority !== undefined && { Priority: Number(priority) }),
    ...(weight !== undefined && { Weight: Number(weight) }),
  };
  return { led: { ...told, Port: Number(port), NameTarget: host } };
}
