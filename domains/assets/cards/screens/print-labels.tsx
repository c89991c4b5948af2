import { words } from '@opengoa/kernel/words';
import { Go, useSession, useWords } from '@opengoa/web-kit';

/** As many as one address of the page of labels takes. */
const most = 100;

/** 打印标签: to the page of labels with these cards chosen, for whoever keeps the labels of assets. */
export function PrintLabels({ cards }: { readonly cards: readonly string[] }) {
  const { w } = useWords();
  const { may, roles } = useSession();
  if (!may.includes('kernel.label-sheet') || !roles.includes('assets-clerk') || cards.length === 0) return null;
  if (cards.length > most)
    return (
      <span className="k-faint">
        {w(words(`一次最多打印 ${most} 张标签`, `At most ${most} labels are printed at once`))}
      </span>
    );
  return (
    <Go className="k-link" to={`/labels?kind=assets.card&only=${cards.join(',')}`}>
      {w(words('打印标签', 'Print labels'))}
    </Go>
  );
}
