import { code, say } from '../text/message.ts';
import { type Check, checked, failed, notTested, passed, type Told } from './checks.ts';
import { brokenOff } from './fault-words.ts';
import type { Station } from './needed.ts';
import type { Visit } from './recording.generated.ts';
import { stationShown } from './world.ts';

/** Nobody asked. */
export const TLS_ONLY = say`TLS only: nobody asked what speaks behind it, as ${code('--sip')} does.`;

/** What speaks behind TLS, as far as anybody asked. */
export function sipCheck({ subject, question }: Station, visit: Visit, isAsked: boolean): Check {
  return checked('sip', { about: stationShown(question), at: subject.at }, { spoken: speaking(visit, isAsked) });
}

function speaking({ answer, refusal, asks }: Visit, isAsked: boolean): Told {
  if (!isAsked) return notTested(TLS_ONLY);
  if (answer === undefined) {
    const said = refusal ? brokenOff(refusal) : say`There was no answer.`;
    return asks ? notTested(said) : failed(said);
  }
  const { is, status = 0, server = '' } = answer;
  switch (is) {
    case 'sip':
      return passed(server === '' ? say`SIP ${status}` : say`SIP ${status}, by ${code(server)}`);
    case 'http':
      return failed(say`It is a server of the web: it answers HTTP ${status}.`);
    case 'nothing':
      return failed(say`The server took the question and said nothing.`);
    case 'other':
      return failed(say`What answers does not speak SIP.`);
  }
}
