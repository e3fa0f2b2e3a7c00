import { catalog } from '../../catalog/catalog.generated.ts';
import { sourcesOf } from '../../catalog/sources.ts';
import { type Placing, pointTo } from '../../spec/placed.ts';
import { type Bundle, prose, textOf } from '../../text/message.ts';
import { isWritten } from './alone.ts';
import type { Chain, JudgedLink, LinkFinding } from './chain.ts';
import { commandsOf } from './chain-card.ts';

/** The chain to a partner for programs: `schemas/chain.schema.json` says its shape. */
export function chainData({ alone, asOf, reached, own, links, first }: Chain, places: Placing, bundle: Bundle): object {
  return {
    partner: alone.partner,
    asOf,
    named: alone.isNamed,
    way: alone.way,
    own,
    ...(alone.provider
      ? { provider: alone.provider.id ?? null }
      : { reached: reached.kind, reason: textOf(reached.reason, bundle) }),
    first: first?.link.id ?? null,
    links: links.map((one) => linkData(one, places, bundle)),
  };
}

function linkData({ link, verdict, findings, looks }: JudgedLink, places: Placing, bundle: Bundle): object {
  return {
    id: link.id,
    title: textOf(link.title, bundle),
    verdict,
    rules: Object.keys(link.rules),
    sources: sourcesOf(catalog, link).map(({ title, url }) => ({ title, url })),
    findings: findings.map((one) => findingData(one, places, bundle)),
    look: looks.map(({ id, side, check, cmdlet }) => ({
      cause: id,
      side,
      check: textOf(prose(check), bundle),
      ...(cmdlet !== undefined && { cmdlet }),
    })),
  };
}

function findingData({ rule, makes, at, message, fixes = [] }: LinkFinding, places: Placing, bundle: Bundle): object {
  return {
    rule: rule ?? null,
    makes,
    ...(isWritten(at) && pointTo(at, places)),
    message: textOf(message, bundle),
    fixes: fixes.map((fix) => ({ title: textOf(fix.title, bundle), safety: fix.safety, commands: commandsOf(fix) })),
  };
}
