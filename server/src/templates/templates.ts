import { cloudTenant } from './cloud-tenant.ts';
import { greenField } from './green-field.ts';
import { hybrid } from './hybrid.ts';
import { review } from './review.ts';
import type { Template } from './template.ts';

/** All templates, the usual one first. None says a day: a new spec is judged as of today. */
export const templates: readonly Template[] = [greenField, hybrid, cloudTenant, review];

/** What stands in templates for what only the administrator knows, in the order in which it is asked. */
export const EXAMPLES: readonly string[] = ['contoso.com', 'Contoso', 'fabrikam.com', '203.0.113.10'];
