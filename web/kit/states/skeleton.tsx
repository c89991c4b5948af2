import { useWords } from '../words/i18n.ts';

/** Grey lines of the height the content will have, so that nothing jumps. */
export function Skeleton({ lines = 3, height = 22 }: { readonly lines?: number; readonly height?: number }) {
  const { t } = useWords();
  return (
    <div className="k-skeletons" aria-busy="true" aria-label={t('loading')} role="status">
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className="k-skeleton"
          style={{ height: height - 8, width: `${[92, 76, 84, 64][line % 4] ?? 80}%` }}
        />
      ))}
    </div>
  );
}
