/** A spec to try. */
export interface Example {
  readonly text: string;
  /** Who hears what it shows; everybody, where nobody is named. */
  readonly persona?: 'pedantic' | 'auditor';
}
