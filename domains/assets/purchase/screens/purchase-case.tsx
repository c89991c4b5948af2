import { type CaseProps, money, number, Pairs, Shown, useRead, useWords } from '@opengoa/web-kit';

const fact = (zh: string, en: string) => ({ zh, en });

/** What the desk shows of a plan that waits for approval. */
export default function PurchaseCase({ id }: CaseProps) {
  const known = useRead('assets.purchase', { id });
  const { w } = useWords();
  return (
    <Shown known={known} lines={6}>
      {(it) => (
        <>
          <Pairs
            pairs={[
              { term: fact('事项', 'What'), value: it.title },
              { term: fact('单位', 'Unit'), value: it.unitName },
              { term: fact('理由', 'Why'), value: it.reason, wide: true },
              { term: fact('预算', 'Estimate'), value: money(it.totalFen) },
              ...it.lines.map((line) => ({
                term: line.name,
                value: `${number(line.quantity)} × ${money(line.priceFen)}`,
              })),
            ]}
          />
          {it.notes.map((note) => (
            <p className="k-note" key={`${note.standard} ${note.observed}`}>
              {w(note.explained)}
            </p>
          ))}
        </>
      )}
    </Shown>
  );
}
