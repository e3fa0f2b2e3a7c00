// Methods of our own, beside those of the protocol of language servers, and what goes with them.

import type { MapChapter, MapFound, MapPicture } from './map.ts';

export const METHODS = {
  /** To the server: the plan of a spec as text to read. */
  plan: 'lyncFederation/plan',
  /** To the server: the plan of a spec as a script to run. */
  planScript: 'lyncFederation/planScript',
  /** To the server: the report on a spec as a file. */
  report: 'lyncFederation/report',
  /** To the server: whole specs to begin with. */
  templates: 'lyncFederation/templates',
  /** To the server: the chain from the users of a spec to a partner, as text to read. */
  chain: 'lyncFederation/chain',
  /** To the server: the map of a spec, as far as it is another one than the client has. */
  map: 'lyncFederation/map',
  /** To the server: the next chapters of the story of a map. */
  mapStory: 'lyncFederation/mapStory',
  /** To the server: what on a map has a name. */
  mapFind: 'lyncFederation/mapFind',
  /** To the server: a map is shown no more. */
  mapClosed: 'lyncFederation/mapClosed',
  /** To the server: a piece of a trace, to be held against a spec. */
  trace: 'lyncFederation/trace',
  /** To the server: what the traces show that were read beside a spec. */
  diagnosis: 'lyncFederation/diagnosis',
  /** To the server: the traces that were read beside a spec are forgotten. */
  dismissDiagnosis: 'lyncFederation/dismissDiagnosis',
  /** To the server: a spec of what is in files. */
  startSpec: 'lyncFederation/startSpec',
  /** To the server: the script that collects a capture. */
  collector: 'lyncFederation/collector',
  /** To the server: the days on which the verdict on a spec changes. */
  turns: 'lyncFederation/turns',
  /** To the server: all specs of the workspace: what is wrong, partner by partner, and what ends next. */
  overview: 'lyncFederation/overview',
  /** To the server: what an assistant asks. */
  assist: 'lyncFederation/assist',
  /** To the client: how a document stands; sent after its diagnostics. */
  status: 'lyncFederation/status',
  /** To the client in the web, whose server has no files: one that lies beside the server. */
  file: 'lyncFederation/file',
  /** To the client in the web: a file of the workspace; null where there is none. */
  read: 'lyncFederation/read',
  /** To the client in the web: the files below a folder. */
  find: 'lyncFederation/find',
} as const;

/** The first words of the client in the web: its server has no files, and could ask for none before it has answered. */
export interface FirstWords {
  /** The texts in the language of the window, by English template; none where that is English. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Begins the names of the tools in VS Code, which all extensions share. */
export const TOOL_PREFIX = 'lyncFederation_';

export interface AssistParams {
  /** The name of a tool, and what it is asked, which may be anything. */
  readonly tool: string;
  readonly input: unknown;
}

export interface AssistAnswer {
  readonly text: string;
  /** The text says why there is no answer. */
  readonly isError?: boolean;
}

export interface PlanParams {
  readonly textDocument: { readonly uri: string };
}

/** Nothing where the server does not have the spec. */
export type PlanAnswer = LinkedText | null;

/** A text about a spec, line by line. */
export interface LinkedText {
  readonly lines: readonly LinkedLine[];
}

export interface LinkedLine {
  readonly text: string;
  /** The part of the line that names a place of the spec, and that place; lines and characters as the protocol counts them. */
  readonly link?: { readonly start: number; readonly end: number; readonly to: PlaceInSpec };
}

export interface PlaceInSpec {
  readonly line: number;
  readonly character: number;
  /** The file that the spec extends, where it lies in one. */
  readonly uri?: string;
}

export interface ChainParams {
  readonly textDocument: { readonly uri: string };
  /** A domain, an address, or the name of a public provider. */
  readonly partner: string;
}

/** Nothing where the server does not have the spec. */
export type ChainAnswer = LinkedText | null;

export interface MapParams {
  readonly textDocument: { readonly uri: string };
  /** The picture that the client has: its number; nothing where it has none. */
  readonly known?: number;
  /** Stations that are drawn each by itself. */
  readonly shown?: readonly string[];
  /** The way that is to stand out, from a SIP domain to a partner. */
  readonly way?: { readonly from: string; readonly to: string };
}

/** Nothing where the server does not have the spec. */
export type MapAnswer = {
  /** The number of this picture. */
  readonly number: number;
  readonly picture: MapPicture;
  readonly today: string;
  /** What the page is made of, for a client that has no picture yet: an element, and styles. */
  readonly page?: { readonly body: string; readonly style: string };
} | null;

export interface MapStoryParams {
  readonly textDocument: { readonly uri: string };
  /** The number of the picture. */
  readonly number: number;
  /** How many chapters the client has. */
  readonly known: number;
}

/** Nothing where the map has become another one. */
export type MapStoryAnswer = { readonly chapters: readonly MapChapter[]; readonly isLast: boolean } | null;

export interface MapFindParams {
  readonly textDocument: { readonly uri: string };
  readonly words: string;
}

export type MapFindAnswer = readonly MapFound[] | null;

/** A piece of a trace as the client has it. */
export interface TraceParams {
  /** The spec beside which it is read. */
  readonly textDocument: { readonly uri: string };
  /** What places in the trace are called. */
  readonly name: string;
  readonly base64: string;
  /** It is the first piece of a file, or of all files: what was read before is forgotten then. */
  readonly begins?: 'file' | 'all';
  /** It is the last piece of its file. */
  readonly ends?: boolean;
}

/** What became of a file that ended, in a sentence; nothing before, and where the server does not have the spec. */
export type TraceAnswer = { readonly told: string; readonly isRead: boolean } | null;

export interface DiagnosisParams {
  readonly textDocument: { readonly uri: string };
}

/** What traces show: for whom reads, and what of the spec can be behind it, as diagnostics of the protocol. */
export interface DiagnosisText extends LinkedText {
  readonly findings: readonly unknown[];
  /** Those in files that the spec extends, by the URIs of these. */
  readonly elsewhere?: Readonly<Record<string, readonly unknown[]>>;
}

/** Nothing where no trace was read beside the spec. */
export type DiagnosisAnswer = DiagnosisText | null;

/** The bytes of a script as text, with its byte order mark; or a sentence that says why there is none. */
export type ScriptAnswer = { readonly script: string } | { readonly refused: string } | null;

export interface ReportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: ReportFormat;
}

export type ReportFormat = 'html' | 'md';

/** Nothing where the server does not have the spec. */
export type ReportAnswer = { readonly report: string } | null;

/** A whole spec to begin with. */
export interface TemplateAnswer {
  readonly name: string;
  readonly title: string;
  /** What stands in it. */
  readonly summary: string;
  /** In the snippet syntax of the protocol, with its examples to type over. */
  readonly snippet: string;
}

export interface StartParams {
  readonly files: readonly GivenFile[];
}

/** A file as the client has it. */
export interface GivenFile {
  /** What reports call it, and a spec the file of a certificate: its way from the folder of the spec. */
  readonly name: string;
  /** Its bytes. */
  readonly base64: string;
}

/** What became of files. */
export interface StartAnswer {
  /** The spec; nothing where no part of the files became part of one. */
  readonly spec: string | null;
  /** In a sentence or two. */
  readonly summary: string;
  /** What was not taken over, or not as it was found; a sentence each. */
  readonly notes: readonly string[];
}

export interface CollectorParams {
  /** Of the program that the script says it is made by. */
  readonly version?: string;
}

/** The bytes of the collector as text, with its byte order mark. */
export interface CollectorAnswer {
  readonly script: string;
}

export interface TurnsParams {
  readonly textDocument: { readonly uri: string };
}

/** Nothing where the server does not have the spec; no day where it is too long for that. */
export type TurnsAnswer = readonly TurnTold[] | null;

/** A day on which the verdict is another than on the day before. */
export interface TurnTold {
  readonly date: string;
  /** How many findings begin and end. */
  readonly begins: number;
  readonly ends: number;
  /** The first of them. */
  readonly text: string;
}

/** How the specs of the workspace stand, in order of their names. */
export type OverviewAnswer = readonly SpecOverview[];

export interface SpecOverview {
  readonly uri: string;
  /** The day by which it is judged. */
  readonly asOf: string;
  readonly partners: readonly OverviewOfPartner[];
  /** By how far they are away: those within the first number of days, then those within the next one. */
  readonly ends: readonly { readonly within: number; readonly endings: readonly OverviewEnding[] }[];
}

/** What is wrong with one partner; without a name what is wrong with none alone. */
export interface OverviewOfPartner {
  readonly name: string | null;
  readonly findings: readonly OverviewFinding[];
}

export interface OverviewFinding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly at: PlaceInSpec;
}

export interface OverviewEnding {
  readonly day: string;
  readonly text: string;
  readonly at: PlaceInSpec;
}

export interface FileParams {
  readonly name: string;
}

export interface ReadParams {
  readonly uri: string;
}

/** How a document stands. */
export interface Status {
  readonly uri: string;
  /** Nothing where it is not open. */
  readonly version: number | null;
  /** The day by which it is judged, `YYYY-MM-DD`, and where that comes from. */
  readonly asOf: string;
  readonly from: 'spec' | 'project' | 'setting' | 'today' | 'look';
  readonly errors: number;
  readonly warnings: number;
  /** What there is as of today, where that is another day; told a little later than the rest. */
  readonly today?: { readonly errors: number; readonly warnings: number };
  /** The next day on which the verdict changes; told a little later than the rest, when there is one. */
  readonly next?: string;
}
