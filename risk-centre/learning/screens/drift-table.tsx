import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import { day, Go, number, percent, Section, StatusTag, useWords, type Answer } from '@opengoa/web-kit';
import { RowsTable } from '../../screens/rows-table.tsx';
import { answerKindWords, driftTones, driftWords } from './threshold-words.ts';

type Learning = Answer<'risk-centre.kit-learning'>;

/** 输入变化: shares of answers and of figures, lately and in the year before. */
export function DriftTable({ kit, known }: { readonly kit: string; readonly known: Learning }) {
  const { w, language } = useWords();
  return (
    <Section
      title={words('输入变化', 'Drift')}
      acts={
        <Go className="k-link" to={`/risk/runs?f.kit=${encodeURIComponent(kit)}`}>
          {w(words('运行记录', 'Runs'))}
        </Go>
      }
    >
      <p className="k-faint">
        {w(
          words(
            `${day(known.since, language)} 以来与之前一年比较（群体稳定性指数：0.1 以上需关注，0.25 以上请复核）。`,
            `Since ${day(known.since, language)} against the year before (population stability index: watched above 0.1, looked at again above 0.25).`,
          ),
        )}
      </p>
      <OneDrift
        title={words('核查结果的构成', 'How runs answered')}
        drift={known.answers}
        called={(_from, i) => answerKindWords[known.answerKinds[i]!]!}
      />
      <OneDrift
        title={words('提示数值的分布', 'Figures of what was flagged')}
        drift={known.figures}
        called={(from) =>
          from === null ? words('最低一档', 'lowest') : words(`${number(from, 3)} 起`, `from ${number(from, 3)}`)
        }
      />
    </Section>
  );
}

interface OneDriftProps {
  readonly title: Words;
  readonly drift: Learning['answers'];
  readonly called: (from: number | null, at: number) => Words;
}

function OneDrift({ title, drift, called }: OneDriftProps) {
  const { w } = useWords();
  if (drift.state === null)
    return (
      <p>
        {w(title)}：{w(words('数据不足', 'insufficient data'))}。{drift.why.map((each) => w(each)).join('；')}
      </p>
    );
  return (
    <>
      <p>
        {w(title)}：<StatusTag tone={driftTones[drift.state]}>{w(driftWords[drift.state]!)}</StatusTag> PSI{' '}
        {number(drift.psi, 3)}
      </p>
      <RowsTable
        title={title}
        rows={drift.bins.map((bin, at) => ({ ...bin, at }))}
        keyOf={({ at }) => String(at)}
        empty={{ title: words('没有数据', 'No data') }}
        columns={[
          { title: words('类别', 'Kind'), cell: ({ from, at }) => w(called(from, at)) },
          {
            title: words(`之前（${number(drift.before)}）`, `Before (${number(drift.before)})`),
            amount: true,
            cell: ({ before }) => percent(before),
          },
          {
            title: words(`最近（${number(drift.now)}）`, `Lately (${number(drift.now)})`),
            amount: true,
            cell: ({ now }) => percent(now),
          },
        ]}
      />
    </>
  );
}
