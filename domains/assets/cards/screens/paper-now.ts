/** The paper that a card in repair or in disposal goes on by: the newest of its kind that is not over. `life` is newest first. */
export function paperNow<Paper extends { readonly kind: string; readonly state: string }>(
  state: string,
  life: readonly Paper[],
): Paper | undefined {
  if (state === 'in-repair') return life.find((paper) => paper.kind === 'repair' && paper.state === 'open');
  if (state === 'awaiting-disposal') return life.find(({ kind }) => kind === 'dispose');
  return undefined;
}
