export type MaskKind = 'phone' | 'name' | 'id-number' | 'all';

/** What stands in place of a personal value for those who may not see it; the length of the value is not told. */
export function mask(kind: MaskKind, value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  const letters = [...value];
  switch (kind) {
    case 'phone':
      return `${letters.slice(0, 3).join('')}****${letters.slice(-4).join('')}`;
    case 'name':
      return `${letters[0]}**`;
    case 'id-number':
      return `${letters.slice(0, 1).join('')}****************${letters.slice(-1).join('')}`;
    case 'all':
      return '******';
  }
}
