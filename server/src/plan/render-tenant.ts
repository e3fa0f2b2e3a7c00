import { type CommandValue, inQuotes } from '../cmdlets/command.ts';
import type { Spec } from '../spec/model.ts';
import { code, type Message, say, textOf } from '../text/message.ts';
import { jsonOf, plainLine } from '../text/visible.ts';
import type { Declared } from './declared.ts';
import type { Note } from './step.ts';
import { fileAndLine, type Origin } from './summary.ts';
import { DSC, GRAPH, tenantResource } from './tenant-resource.ts';

/** What a drift monitor takes, what of the tenant is not in it, and why there is none. */
export interface Watched {
  readonly text: string;
  readonly notes: readonly Note[];
  readonly refusals: readonly Note[];
}

interface Given {
  readonly wanted: Declared;
  readonly spec: Spec;
  readonly origin: Origin;
}

/** The tenant as a configuration of Microsoft365DSC, which compares it with what is there, or applies it. */
export function renderDsc({ wanted, spec, origin }: Given): Watched {
  const { settings, notes, refusals } = tenantResource(wanted, spec, DSC);
  const inWords = (message: Message) => textOf(message, origin.bundle);
  const width = Math.max(
    ...[...AUTHENTICATION, 'IsSingleInstance', ...settings.map(({ name }) => name)].map((name) => name.length),
  );
  const assigned = (name: string, value: string) => `            ${name.padEnd(width)} = ${value}`;
  const lines = [
    inWords(
      say`The tenant of ${origin.path}, for ${code('Test-DscConfiguration -ReferenceConfiguration')} with Microsoft365DSC. Applying it changes the tenant.`,
    ),
    inWords(
      say`Releases whose resource has no ${code('IsSingleInstance')} take ${code("Identity = 'Global'")} in its place.`,
    ),
    ...notes.map(({ message, at }) => `${fileAndLine(at, origin)}: ${inWords(message)}`),
  ].map((line) => `# ${plainLine(line)}`);
  const text = [
    ...lines,
    'param (',
    AUTHENTICATION.map((name) => `    [Parameter(Mandatory)] [string] $${name}`).join(',\r\n'),
    ')',
    '',
    'Configuration TenantFederation',
    '{',
    "    Import-DscResource -ModuleName 'Microsoft365DSC'",
    '',
    '    Node localhost',
    '    {',
    "        TeamsFederationConfiguration 'TenantFederation'",
    '        {',
    assigned('IsSingleInstance', "'Yes'"),
    ...settings.map(
      ({ name, value, at }) => `${assigned(name, dscValue(value))} # ${plainLine(fileAndLine(at, origin))}`,
    ),
    ...AUTHENTICATION.map((name) => assigned(name, `$${name}`)),
    '        }',
    '    }',
    '}',
    '',
    'TenantFederation',
  ];
  return { text: `\ufeff${text.join('\r\n')}\r\n`, notes, refusals };
}

/** An application signs in, as for whatever runs by itself. */
const AUTHENTICATION = ['ApplicationId', 'TenantId', 'CertificateThumbprint'] as const;

function dscValue(value: CommandValue): string {
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'object') return `@(${value.map(inQuotes).join(', ')})`;
  return typeof value === 'number' ? String(value) : inQuotes(value);
}

/** The tenant as the body that makes a monitor in Microsoft Graph; it watches and changes nothing. */
export function renderGraph({ wanted, spec, origin }: Given): Watched {
  const { settings, notes, refusals } = tenantResource(wanted, spec, GRAPH);
  const title = textOf(say`Tenant federation`, origin.bundle);
  const monitor = {
    displayName: title,
    description: plainLine(textOf(say`The tenant of ${origin.path}`, origin.bundle)),
    baseline: {
      displayName: title,
      resources: [
        {
          displayName: title,
          resourceType: 'microsoft.teams.federationConfiguration',
          properties: Object.fromEntries([['Identity', 'Global'], ...settings.map(({ name, value }) => [name, value])]),
        },
      ],
    },
  };
  return { text: `${jsonOf(monitor, 2)}\n`, notes: [{ message: UNVERIFIED }, ...notes], refusals };
}

const UNVERIFIED = say`This follows Microsoft's documentation of ${code('configurationMonitor')}, and nobody has tried it on a tenant: look at what the monitor reports first.`;
