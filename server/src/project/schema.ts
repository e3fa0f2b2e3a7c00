import { catalog } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { rules } from '../rules/index.generated.ts';
import { usualLevel } from '../rules/rule.ts';
import { resolved, type Schema } from '../spec/schema.ts';
import { inEnglish } from '../text/message.ts';
import written from './schema.json' with { type: 'json' };

const products = idsOf(catalog.products);

/** The schema of a project file: as it is written by hand, and in it what others know, the products and the rules. */
export const projectSchemaJson = {
  ...written,
  properties: {
    ...written.properties,
    product: {
      ...written.properties.product,
      enum: products,
      enumDescriptions: products.map((id) => `${catalog.products[id].name}.`),
    },
    neverSuppress: {
      ...written.properties.neverSuppress,
      items: {
        ...written.properties.neverSuppress.items,
        enum: rules.map(({ id }) => id),
        enumDescriptions: rules.map(({ summary }) => inEnglish(summary)),
      },
    },
  },
  $defs: {
    ...written.$defs,
    levels: {
      ...written.$defs.levels,
      properties: Object.fromEntries(
        rules.map((rule) => [
          rule.id,
          { $ref: '#/$defs/level', description: inEnglish(rule.summary), default: usualLevel(rule) },
        ]),
      ),
    },
  },
};

/** The same with all references followed. */
export const projectSchema: Schema = resolved(projectSchemaJson, projectSchemaJson.$defs);
