import { say } from '../text/message.ts';
import type { Command } from './command.ts';

/** All commands, in the order in which the help lists them; each is loaded when it is asked for. */
export const commands: readonly Command[] = [
  {
    name: 'new',
    summary: say`Write a spec to begin with: for new servers, a hybrid, a cloud tenant, or the review of an old deployment.`,
    load: async () => (await import('./commands/new.ts')).newCommand,
  },
  {
    name: 'check',
    summary: say`Check federation specs, scripts, and all that import reads: files, folders that are searched for specs, or - for standard input.`,
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'fix',
    summary: say`Repair federation specs in place; - reads standard input and writes the result to standard output.`,
    load: async () => (await import('./commands/fix.ts')).fix,
  },
  {
    name: 'baseline',
    summary: say`Write down what is wrong today, so that check --baseline reports only what comes new.`,
    load: async () => (await import('./commands/baseline.ts')).baseline,
  },
  {
    name: 'explain',
    summary: say`Explain a rule, a provider, a server product or a licence, with dates and sources; a code, an event or an error of the servers; or how a spec reaches a partner.`,
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'diagnose',
    summary: say`Read traces of servers and clients, events and tests: what failed with which partner, on which side, and what in a spec can be behind it.`,
    load: async () => (await import('./commands/diagnose.ts')).diagnose,
  },
  {
    name: 'timeline',
    summary: say`Show each day on which the verdict on a spec changes: what breaks when, and what no longer matters.`,
    load: async () => (await import('./commands/timeline.ts')).timeline,
  },
  {
    name: 'upcoming',
    summary: say`Show what ends next: certificates, licences, services, support and suppressions, as a list or as a calendar.`,
    load: async () => (await import('./commands/upcoming.ts')).upcomingCommand,
  },
  {
    name: 'map',
    summary: say`Draw a spec: domains, records, pools, certificates, providers and partners, the ways between them, and what fails on the day.`,
    load: async () => (await import('./commands/map.ts')).map,
  },
  {
    name: 'report',
    summary: say`Report on a spec in one file, for who decides and for who audits: what it declares, what is found, what is accepted, and the plan.`,
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'plan',
    summary: say`Show the commands that bring the servers to what a spec declares, in an order that is safe at every step.`,
    load: async () => (await import('./commands/plan.ts')).plan,
  },
  {
    name: 'capture',
    summary: say`Print a script for the Management Shell that reads a deployment, and changes nothing, into one JSON file.`,
    load: async () => (await import('./commands/capture.ts')).capture,
  },
  {
    name: 'import',
    summary: say`Write a spec from what is there: a capture, the output of Get- cmdlets, or the scripts that made it.`,
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'drift',
    summary: say`Show where a deployment has moved away from its spec; the exit code is 1 where it has.`,
    load: async () => (await import('./commands/drift.ts')).drift,
  },
  {
    name: 'verify',
    summary: say`Ask DNS and the servers themselves whether they are as a spec says: records, certificates, TLS and SIP.`,
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'rules',
    summary: say`List all rules with their severity.`,
    load: async () => (await import('./commands/rules.ts')).rules,
  },
  {
    name: 'completion',
    summary: say`Print what completes commands, options and their values in a shell: bash, zsh, fish or PowerShell.`,
    load: async () => (await import('./commands/completion.ts')).completion,
  },
  {
    name: 'lsp',
    summary: say`Start the language server for an editor.`,
    load: async () => (await import('./commands/lsp.ts')).lsp,
  },
  {
    name: 'mcp',
    summary: say`Answer assistants, by the Model Context Protocol over standard input and output: what is wrong in specs and why, plans and traces; it only reads.`,
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
];
