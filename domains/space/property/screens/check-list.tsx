import { Go, LedgerPage, Pairs, Section, useWords } from '@opengoa/web-kit';
import { words } from '@opengoa/kernel/words';
import { dimensions } from '../words.zh.ts';

interface Mark {
  readonly dimension: keyof typeof dimensions;
  readonly mark: number;
  readonly note: string;
}

/** 物业考评. */
export default function CheckList() {
  return (
    <LedgerPage
      list="space.service-checks"
      searchBy={['month', 'supplier', 'below', 'current']}
      below={({ marks, unmarked, contract_id }) => (
        <Marks
          marks={marks as readonly Mark[]}
          unmarked={unmarked as readonly Mark['dimension'][]}
          contract={String(contract_id)}
        />
      )}
      empty={{
        title: { zh: '还没有考评', en: 'No checks yet' },
        todo: { zh: '打开一份执行中的物业合同，点“登记考评”。', en: 'Open a contract in force and check its service.' },
      }}
    />
  );
}

function Marks({
  marks,
  unmarked,
  contract,
}: {
  readonly marks: readonly Mark[];
  readonly unmarked: readonly Mark['dimension'][];
  readonly contract: string;
}) {
  const { w } = useWords();
  return (
    <Section title={words('各项打分', 'Marks')}>
      <Pairs
        pairs={[
          ...marks.map(({ dimension, mark, note }) => ({
            term: dimensions[dimension],
            value: `${mark} ${w(words('分', 'points'))} ${note}`,
          })),
          ...unmarked.map((dimension) => ({ term: dimensions[dimension], value: w(words('未考评', 'not checked')) })),
        ]}
      />
      <Go className="k-link" to={`/space/property-contracts/${contract}?tab=checks`}>
        {w(words('打开合同', 'Open the contract'))}
      </Go>
    </Section>
  );
}
