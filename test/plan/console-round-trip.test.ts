import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { drift } from '../../server/src/plan/drift.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { runs } from '../runs.ts';
import { asConsole, type ConsoleStyle } from './capture-forms.ts';
import { specTexts } from './spec-texts.ts';

const styles: fc.Arbitrary<ConsoleStyle> = fc.record({
  prompt: fc.constantFrom('PS C:\\> ', '[PS] C:\\Windows\\system32>', 'PS /home/kim> ', '[fe01]: PS C:\\>'),
  isSpaced: fc.boolean(),
  indent: fc.constantFrom('', '    '),
  isUnbreaking: fc.boolean(),
});

it('a session on the console is the deployment that it shows, however it was copied', () => {
  fc.assert(
    fc.property(specTexts(), styles, (text, style) => {
      const wanted = declared(readSpec(text).spec, catalog);
      const files = [asConsole(wanted, style)];
      const { state, complaints, notes } = readCapture(files);
      expect([complaints, notes]).toEqual([[], []]);
      // What was asked and showed nothing is known to be empty.
      expect(state.scopes.map(({ noun }) => noun).toSorted()).toEqual(wanted.scopes.map(({ noun }) => noun).toSorted());
      expect(drift(wanted, state)).toEqual({ differences: [], notCaptured: [], notes: [] });
      const imported = declared(readSpec(importSpec(readFound(files).found).text).spec, catalog);
      expect(plan(imported, state).steps).toEqual([]);
    }),
    runs(60),
  );
});
