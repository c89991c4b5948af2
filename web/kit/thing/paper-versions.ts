/** What tells one version of a paper from another. */
interface Version {
  readonly id: string;
  readonly name: string;
  readonly stored_at: string;
}

/** Files of one thing by their names: of each name the newest first, with its earlier versions behind it. */
export function versionsOf<Paper extends Version>(papers: readonly Paper[]): readonly (readonly Paper[])[] {
  const byName = new Map<string, Paper[]>();
  for (const paper of papers.toSorted((a, b) => b.stored_at.localeCompare(a.stored_at) || b.id.localeCompare(a.id)))
    byName.set(paper.name, [...(byName.get(paper.name) ?? []), paper]);
  return [...byName.values()];
}
