import { Go, useRead, useWords } from '@opengoa/web-kit';

/** A kit by its title, opening its place in the register. */
export function KitName({ kit }: { readonly kit: string }) {
  const { w } = useWords();
  const { answer } = useRead('risk-centre.kits', {});
  const title = answer?.kits.find(({ id }) => id === kit)?.title;
  return (
    <Go className="k-link" to={`/risk/kits/${kit}`}>
      {title ? w(title) : answer ? <code>{kit}</code> : '…'}
    </Go>
  );
}
