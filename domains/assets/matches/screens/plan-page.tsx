import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  Ledger,
  number,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { planStates } from '../words.zh.ts';
import { lineTones, planTones } from './tones.ts';

type Plan = Answer<'assets.pool-plan'>;

/** 撮合方案: what it comes to beside going down the list, and its lines, to be accepted whole or one by one. */
export default function PlanPage({ params }: ScreenProps<'id'>) {
  const plan = useRead('assets.pool-plan', { id: params.id }, { keep: true });
  const { w } = useWords();
  return (
    <Shown known={plan} lines={14}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.number}
          status={{ tone: planTones[it.state], words: planStates[it.state] }}
          summary={`${it.unitName} · ${it.askedName}${it.state === 'ready' && it.open === 0 ? ` · ${w(words('没有可调剂的', 'nothing to move'))}` : ''}${it.state === 'working' ? ` · ${w(words('已完成', 'done'))} ${it.done}/${it.of || '…'}` : ''}`}
          may={it.may}
          object={it}
          figures={
            it.summary === null
              ? []
              : [
                  { title: words('可节省', 'Saved'), value: yuan(it.summary.savedFen, true) },
                  {
                    title: words('逐项挑选可节省', 'Going down the list'),
                    value: yuan(it.summary.greedySavedFen, true),
                  },
                  {
                    title: words('与最优差距', 'Gap to the best'),
                    value: it.summary.gap === null ? w(words('未知', 'not known')) : percent(it.summary.gap),
                  },
                ]
          }
          tabs={[
            { key: 'lines', title: words('明细', 'Lines'), content: <Lines of={it} /> },
            { key: 'about', title: words('测算', 'Figures'), content: <Figures of={it} /> },
          ]}
        />
      )}
    </Shown>
  );
}

const Lines = ({ of: it }: { readonly of: Plan }) => (
  <Ledger
    list="assets.pool-plan-lines"
    inside
    fixed={{ plan_id: { is: it.id } }}
    tones={{ state: lineTones }}
    empty={{
      title: words('没有可调剂的组合', 'Nothing fits together'),
      todo: words('计算完成后显示；没有合适的组合时为空。', 'Shown when it is reckoned; empty where nothing suits.'),
    }}
  />
);

function Figures({ of: { summary: it } }: { readonly of: Plan }) {
  const { w } = useWords();
  if (it === null) return <p className="k-faint">{w(words('还没有算好', 'Not reckoned yet'))}</p>;
  const pair = (zh: string, en: string, value: string) => ({ term: words(zh, en), value });
  return (
    <Section>
      <Pairs
        pairs={[
          pair('需求', 'Demands', number(it.demands, 0)),
          pair('闲置物品', 'Idle things', number(it.things, 0)),
          pair('可行组合', 'Pairs that would do', number(it.admissible, 0)),
          pair(
            '可调剂件数',
            'Pieces',
            `${number(it.pieces, 0)}（${w(words('逐项挑选', 'down the list'))} ${number(it.greedyPieces, 0)}）`,
          ),
          pair('急需件数', 'Urgent pieces', number(it.urgentPieces, 0)),
          pair('避免新购', 'Purchases avoided', yuan(it.avoidedFen, true)),
          pair('运输（估）', 'Transport', yuan(it.transportFen, true)),
          pair('仍须另行解决', 'Still lacking', number(it.unmetPieces, 0)),
          pair('低于公平份额件数', 'Below the fair share', number(it.unfairPieces, 0)),
          pair(
            '用时',
            'Time',
            `${number(it.seconds, 1)} s${it.cutShort ? w(words('（到时停止）', ' (ended by its time)')) : ''}`,
          ),
        ]}
      />
    </Section>
  );
}
