import { ProtocolRequestType } from 'vscode-languageserver';
import {
  type CollectorAnswer,
  type CollectorParams,
  METHODS,
  type StartAnswer,
  type StartParams,
  type TemplateAnswer,
} from '../../../../protocol/methods.ts';
import { failureMessage } from '../../text/failure.ts';
import { textOf } from '../../text/message.ts';
import { request } from './request.ts';

const StartRequest = {
  type: new ProtocolRequestType<StartParams, StartAnswer | null, never, void, void>(METHODS.startSpec),
};

const CollectorRequest = {
  type: new ProtocolRequestType<CollectorParams, CollectorAnswer | null, never, void, void>(METHODS.collector),
};

/** A spec of what is in files. What reads them is loaded when somebody asks for it. */
export const startedSpecs = request(StartRequest.type, {
  async answer({ files }, { env }) {
    const { startSpec } = await import('../start-spec.ts');
    return startSpec(files, env.bundle);
  },
  otherwise: (error, { env }) => ({
    spec: null,
    summary: textOf(failureMessage({ check: 'import', error }), env.bundle),
    notes: [],
  }),
});

const TemplatesRequest = {
  type: new ProtocolRequestType<void, readonly TemplateAnswer[], never, void, void>(METHODS.templates),
};

/** Whole specs to begin with. */
export const templateLists = request(TemplatesRequest.type, {
  async answer(_, { env }) {
    const { templates } = await import('../../templates/templates.ts');
    const { snippetOf } = await import('../../features/template-snippet.ts');
    return templates.map((template) => ({
      name: template.name,
      title: textOf(template.title, env.bundle),
      summary: textOf(template.summary, env.bundle),
      snippet: snippetOf(template),
    }));
  },
});

/** The script that collects a capture. */
export const collectors = request(CollectorRequest.type, {
  async answer({ version }) {
    const { collectorFile } = await import('../../plan/collector.ts');
    return { script: collectorFile(typeof version === 'string' ? version : undefined) };
  },
});
