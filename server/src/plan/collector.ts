import { nouns } from '../catalog/nouns.ts';
import { type NounPlace, nounPlaces } from './import/nouns.ts';

/**
 * A script for Windows PowerShell 5.1 that reads the deployment and writes it to one JSON file. Nothing in it changes
 * anything: each command is named in full, so that whoever runs it can see so.
 */
export function collectorScript(version?: string): string {
  const reads = [...nounPlaces.map(settings), ...TOPOLOGY];
  return [help(version, reads), HEAD, ...reads.map(block), GRANTS, RECORDS, ROOTS, TAIL].join('\n\n');
}

/** The same as a file: Windows PowerShell takes one without the mark for one in the old code page. */
export function collectorFile(version?: string): string {
  return `\ufeff${collectorScript(version).replaceAll('\n', '\r\n')}`;
}

/** What is read by one cmdlet. */
interface Read {
  readonly noun: string;
  /** What stands between the cmdlet and the loop over its objects. */
  readonly filter?: string;
  readonly parameters?: string;
  readonly properties: readonly string[];
  /** What becomes of one object. */
  readonly each?: readonly string[];
}

function settings({ noun, schema }: NounPlace): Read {
  const parameters = Object.values(schema.properties ?? {}).flatMap((key) => key['x-parameter'] ?? []);
  const routing = noun === nouns.accessEdge ? ['RoutingMethod'] : [];
  return { noun, properties: [...new Set(['Identity', ...parameters, ...routing])] };
}

const TOPOLOGY: readonly Read[] = [
  { noun: nouns.serverVersion, properties: ['Version'], each: ['[ordered]@{ Version = [string]$_ }'] },
  {
    noun: nouns.service,
    parameters: ' -EdgeServer',
    properties: [
      'Identity',
      'PoolFqdn',
      'AccessEdgeExternalFqdn',
      'AccessEdgeExternalSipPort',
      'AccessEdgeClientSipPort',
      'Registrar',
    ],
  },
  { noun: nouns.site, properties: ['Identity', 'FederationRoute', 'XmppFederationRoute'] },
  { noun: nouns.replication, properties: ['ReplicaFqdn', 'UpToDate', 'LastStatusReport'] },
  {
    noun: nouns.pool,
    filter: 'Where-Object { "$($_.Services)" -match \'EdgeServer:\' }',
    properties: ['Identity', 'Fqdn', 'Computers'],
  },
  {
    noun: nouns.certificate,
    properties: ['Use', 'Subject', 'AlternativeNames', 'Issuer', 'NotBefore', 'NotAfter', 'Thumbprint'],
    each: [
      "$plain = Get-Plain $_ 'Use', 'Subject', 'AlternativeNames', 'Issuer', 'NotBefore', 'NotAfter', 'Thumbprint'",
      '$stored = Get-Item -LiteralPath "Cert:\\LocalMachine\\My\\$($_.Thumbprint)" -ErrorAction SilentlyContinue',
      'if ($stored) {',
      "    $plain['EnhancedKeyUsage'] = @($stored.EnhancedKeyUsageList | ForEach-Object { $_.ObjectId })",
      "    $plain['SignatureAlgorithm'] = $stored.SignatureAlgorithm.FriendlyName",
      '}',
      '$plain',
    ],
  },
];

function help(version: string | undefined, reads: readonly Read[]): string {
  const lines = reads.flatMap(({ noun, parameters = '', properties }) => [
    `    Get-${noun}${parameters}`,
    ...wrapped(properties.join(', '), 100).map((line) => `      ${line}`),
  ]);
  return `#requires -Version 3.0
<#
.SYNOPSIS
    Collects the federation settings of a Lync Server or Skype for Business Server deployment in one JSON file.

.DESCRIPTION
    Made by ${['lync-federation', version].filter(Boolean).join(' ')}.

    It changes nothing. It reads these properties, none of which is a secret; a cmdlet that this version does not have
    is noted and passed over:

${lines.join('\n')}

    Get-CsCertificate tells of the computer it runs on, and the usages of a certificate are read from the store of that
    computer, never its private key. Run the script on an Edge Server as well to learn of the certificates there.

    With -IncludeGrants it reads who has a policy of their own: the SIP addresses and policy names of Get-CsUser.
    With -IncludeDns it asks DNS for the federation records of the SIP domains and of the allowed partners, and for the
    addresses of the providers' proxies; those the Edge Servers have to find.

    Of the trusted roots of the computer it runs on it counts all, and names those that are there twice or are no roots.

    It writes one file, the one that -OutputPath names.

.EXAMPLE
    .\\collect.ps1 -OutputPath .\\contoso.json
#>`;
}

const HEAD = `[CmdletBinding()]
param(
    [string] $OutputPath = '.\\federation-capture.json',
    [switch] $IncludeGrants,
    [switch] $IncludeDns,
    [string] $DnsServer
)

# A value that JSON holds as it stands: words for enumerations, ISO for moments.
function ConvertTo-Plain {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o') }
    # The allow list of a tenant, which shows itself as no more than its type.
    if ($Value.PSObject.Properties['AllowedDomain']) { return ConvertTo-Plain $Value.AllowedDomain }
    if ($Value -is [bool] -or $Value -is [string]) { return $Value }
    if ($Value -is [System.Collections.IEnumerable]) {
        $list = @()
        foreach ($item in $Value) { $list += ConvertTo-Plain $item }
        return , $list
    }
    if ($Value -is [System.ValueType] -and $Value -isnot [System.Enum] -and $Value.GetType().IsPrimitive) { return $Value }
    return [string]$Value
}

# The named properties of an object, as far as it has them.
function Get-Plain {
    param($Object, [string[]] $Property)
    $plain = [ordered]@{}
    foreach ($name in $Property) {
        if ($Object.PSObject.Properties[$name]) { $plain[$name] = ConvertTo-Plain $Object.$name }
    }
    return $plain
}

# What DNS answers: nothing where there is no such record, and why not where nobody answered.
function Get-DnsAnswer {
    param([string] $Name, [string] $Type, $Asked)
    $answers = @()
    $failure = $null
    try {
        $found = @(Resolve-DnsName -Name $Name -Type $Type @Asked)
        $property = 'IPAddress'
        if ($Type -eq 'SRV') { $property = 'NameTarget' }
        $answers = @($found | Where-Object { $_.$property } | ForEach-Object { $_.$property })
    } catch {
        # 9003: no such name, 9501: no such record.
        if ($_.Exception.NativeErrorCode -notin 9003, 9501) { $failure = $_.Exception.Message }
    }
    return [ordered]@{ Name = $Name; Type = $Type; Answers = $answers; Failure = $failure }
}

$objects = [ordered]@{}
$notCaptured = [ordered]@{}`;

function block({ noun, filter, parameters = '', properties, each }: Read): string {
  const list = wrapped(properties.map((name) => `'${name}'`).join(', '), 90).join('\n                ');
  const body = each ?? [`Get-Plain $_ ${list}`];
  const pipeline = [`Get-${noun}${parameters} -ErrorAction Stop`, ...(filter === undefined ? [] : [filter])].join(
    ' | ',
  );
  return `if (Get-Command -Name Get-${noun} -ErrorAction SilentlyContinue) {
    try {
        $objects['${noun}'] = @(${pipeline} | ForEach-Object {
${body.map((line) => `            ${line}`).join('\n')}
        })
    } catch {
        $notCaptured['${noun}'] = $_.Exception.Message
    }
} else {
    $notCaptured['${noun}'] = 'there is no Get-${noun} here'
}`;
}

const GRANTS = `if ($IncludeGrants -and (Get-Command -Name Get-CsUser -ErrorAction SilentlyContinue)) {
    try {
        $users = Get-CsUser -ErrorAction Stop | Where-Object { $_.ExternalAccessPolicy -or $_.MobilityPolicy }
        $objects['CsUser'] = @($users | ForEach-Object {
            Get-Plain $_ 'SipAddress', 'ExternalAccessPolicy', 'MobilityPolicy'
        })
    } catch {
        $notCaptured['CsUser'] = $_.Exception.Message
    }
}`;

const RECORDS = `if ($IncludeDns -and (Get-Command -Name Resolve-DnsName -ErrorAction SilentlyContinue)) {
    $asked = @{ DnsOnly = $true; ErrorAction = 'SilentlyContinue' }
    if ($DnsServer) { $asked['Server'] = $DnsServer }
    $services = @(foreach ($domain in $objects['CsSipDomain']) {
        foreach ($service in '_sipfederationtls._tcp', '_sip._tls', '_xmpp-server._tcp') {
            Resolve-DnsName -Name "$service.$($domain.Identity)" -Type SRV @asked | Where-Object { $_.NameTarget }
        }
    })
    $hosts = @(foreach ($target in @($services | ForEach-Object { $_.NameTarget } | Sort-Object -Unique)) {
        Resolve-DnsName -Name $target -Type A_AAAA @asked | Where-Object { $_.IPAddress }
    })
    $objects['DnsRecord'] = @(@($services) + @($hosts) | ForEach-Object {
        Get-Plain $_ 'Name', 'Type', 'NameTarget', 'Port', 'Priority', 'Weight', 'IPAddress'
    })
    $asked['ErrorAction'] = 'Stop'
    $objects['DnsAnswer'] = @(
        foreach ($provider in @($objects['CsPublicProvider']) + @($objects['CsHostingProvider'])) {
            if ($provider.Enabled -and $provider.ProxyFqdn) { Get-DnsAnswer $provider.ProxyFqdn 'A_AAAA' $asked }
        }
        foreach ($partner in $objects['CsAllowedDomain']) {
            if (-not $partner.ProxyFqdn) { Get-DnsAnswer "_sipfederationtls._tcp.$($partner.Identity)" 'SRV' $asked }
        }
    )
}`;

const ROOTS = `try {
    $roots = @(Get-ChildItem -Path 'Cert:\\LocalMachine\\Root' -ErrorAction Stop)
    $objects['RootStore'] = @([ordered]@{
        Computer  = $env:COMPUTERNAME
        Count     = $roots.Count
        Twice     = @($roots | Group-Object -Property Thumbprint | Where-Object { $_.Count -gt 1 } | ForEach-Object {
            $_.Group[0].Subject
        })
        Misplaced = @($roots | Where-Object { $_.Issuer -ne $_.Subject } | ForEach-Object { $_.Subject })
    })
} catch {
    $notCaptured['RootStore'] = $_.Exception.Message
}`;

const TAIL = `$capture = [ordered]@{
    version     = 1
    captured    = (Get-Date).ToUniversalTime().ToString('o')
    objects     = $objects
    notCaptured = $notCaptured
}
ConvertTo-Json -InputObject $capture -Depth 6 | Out-File -FilePath $OutputPath -Encoding UTF8

foreach ($noun in $notCaptured.Keys) { Write-Warning "Not captured: $noun ($($notCaptured[$noun]))" }
`;

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
