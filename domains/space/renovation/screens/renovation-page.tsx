import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  day,
  Figure,
  Go,
  Ledger,
  money,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';
import { renovationKinds, renovationStates } from '../words.zh.ts';

type Works = Answer<'space.renovation'>;

/** 维修项目: its plan, its budget and what was spent of it, its papers. */
export default function RenovationPage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.renovation', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

const tones = {
  proposed: 'busy',
  approved: 'check',
  'under-way': 'busy',
  accepted: 'done',
  refused: 'refused',
  cancelled: 'plain',
} as const;

function Loaded({ of: it }: { readonly of: Works }) {
  const { w } = useWords();
  const told = (value: number, formula: { zh: string; en: string }) => (
    <Figure
      source={{
        value: value / 100,
        unit: '元',
        period: `${it.from} – ${it.acceptedOn ?? it.to}`,
        formula,
        rows: `/space/renovations/${it.id}?tab=spendings`,
      }}
    >
      {money(value)}
    </Figure>
  );
  return (
    <ThingPage
      id={it.id}
      title={it.name}
      status={{ tone: tones[it.state], words: renovationStates[it.state] }}
      summary={[it.buildingName, w(renovationKinds[it.kind]), it.unitName].join(' · ')}
      may={it.may}
      object={it}
      figures={[
        { title: words('批复预算', 'Budget'), value: money(it.budgetFen), note: it.paper },
        {
          title: words('已支出', 'Spent'),
          value: told(it.spentFen, words('登记的支出之和，冲销除外', 'what was recorded and not struck')),
        },
        {
          title: words('预算余额', 'Left'),
          value: told(it.leftFen, words('批复预算 − 已支出', 'the budget less what was spent')),
        },
      ]}
      tabs={[
        { key: 'plan', title: words('项目', 'Works'), content: <Plan of={it} /> },
        {
          key: 'spendings',
          title: words('支出', 'Spending'),
          content: <Ledger list="space.spendings" fixed={{ renovation_id: { is: it.id } }} inside bare />,
        },
        {
          key: 'papers',
          title: words('档案', 'Archive'),
          content: (
            <PapersOf
              id={it.id}
              title={words('批复、合同、票据和验收资料', 'Approvals, contracts, receipts, acceptance')}
            />
          ),
        },
      ]}
    />
  );
}

/** What is to be done where, and by which paper. */
export function Plan({ of: it }: { readonly of: Works }) {
  const { w, language } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          { term: words('维修内容', 'What is done'), value: it.what, wide: true },
          {
            term: words('房屋', 'Building'),
            value: (
              <Go className="k-link" to={`/space/buildings/${it.building}`}>
                {it.buildingName}
              </Go>
            ),
          },
          { term: words('计划工期', 'Planned'), value: `${day(it.from, language)} – ${day(it.to, language)}` },
          { term: words('资金来源', 'Paid from'), value: it.source },
          { term: words('批复文号', 'Paper'), value: it.paper },
          ...(it.contractFen === null
            ? []
            : [
                { term: words('施工单位', 'Contractor'), value: it.contractor },
                { term: words('合同金额', 'Contract'), value: money(it.contractFen) },
              ]),
          ...(it.begunOn ? [{ term: words('开工', 'Begun'), value: day(it.begunOn, language) }] : []),
          ...(it.acceptedOn ? [{ term: words('验收', 'Accepted'), value: day(it.acceptedOn, language) }] : []),
          { term: words('提出', 'Proposed by'), value: it.askedName },
          ...(it.decidedName ? [{ term: words('审批', 'Decided by'), value: it.decidedName }] : []),
          ...(it.said ? [{ term: words('意见', 'Said'), value: it.said, wide: true }] : []),
          {
            term: words('涉及房间', 'Rooms'),
            wide: true,
            value:
              it.rooms.length === 0
                ? w(words('公共部位', 'Common parts'))
                : it.rooms.map(({ id, name, areaM2 }) => (
                    <span key={id}>
                      <Go className="k-link" to={`/space/rooms/${id}`}>
                        {name}
                      </Go>{' '}
                      {area(areaM2)}{' '}
                    </span>
                  )),
          },
        ]}
      />
    </Section>
  );
}
