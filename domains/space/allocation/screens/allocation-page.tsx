import { words } from '@opengoa/kernel/words';
import {
  area,
  instant,
  number,
  percent,
  type ScreenProps,
  Shown,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { allocationStates } from '../words.zh.ts';
import type { Allocation } from './allocation-type.ts';
import { Movers } from './movers.tsx';
import { PlanFloors } from './plan-floors.tsx';
import { PlanUnits } from './plan-units.tsx';
import { Proof } from './proof.tsx';

const searching = ({ state }: Pick<Allocation, 'state'>) => state === 'searching' || state === 'stopping';

/** 统筹配置方案: today beside the plan, floor by floor. */
export default function AllocationPage({ params }: ScreenProps<'id'>) {
  const known = useRead(
    'space.allocation',
    { id: params.id },
    { keep: true, everyMs: (it) => (it && searching(it) ? 3_000 : false) },
  );
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Allocation }) {
  const { w } = useWords();
  const tone = searching(it) ? 'busy' : it.state === 'applied' ? 'done' : it.state === 'found' ? 'check' : 'plain';
  const movers = it.units.reduce((sum, { plan }) => sum + (plan?.movers ?? 0), 0);
  const short = it.units.filter(({ plan, today }) => (plan ?? today).shortM2 > 0).length;
  return (
    <ThingPage
      id={it.id}
      title={it.title}
      status={{ tone, words: allocationStates[it.state] }}
      summary={[it.unitName, it.madeName, it.paper || it.why].filter(Boolean).join(' · ')}
      may={it.may}
      object={it}
      figures={[
        releasedFigure(it.plan ? it.today.usedM2 - it.plan.usedM2 : null),
        { title: words('面积不够的单位', 'Units short of area'), value: number(short, 0) },
        {
          title: words('按面积折算搬动人数', 'Moves, reckoned by area'),
          value: it.plan ? w(words(`约 ${number(movers, 0)} 人`, `about ${number(movers, 0)}`)) : '—',
        },
        { title: words('整层腾空', 'Floors emptied'), value: it.plan ? number(it.emptied.length, 0) : '—' },
        {
          title: words('离理论最优最多还差', 'At most from the best there can be'),
          value: it.found?.gap === undefined || it.found.gap === null ? '—' : percent(it.found.gap),
        },
      ]}
      tabs={[
        {
          key: 'floors',
          title: words('逐层对照', 'Floor by floor'),
          content: (
            <>
              {searching(it) && <Searching of={it} />}
              <PlanFloors of={it} />
            </>
          ),
        },
        {
          key: 'units',
          title: words('各单位', 'Units'),
          count: it.units.length,
          content: <PlanUnits of={it} />,
        },
        {
          key: 'people',
          title: words('要换座位的人', 'People to be reseated'),
          count: it.reseat.length,
          content: <Movers of={it} />,
        },
        { key: 'proof', title: words('核对与说明', 'Checks'), count: it.broken.length, content: <Proof of={it} /> },
      ]}
    >
      {it.plan && (
        <p className="k-help">
          {w(
            words(
              `两个人数：“按面积折算”是新给各单位的面积除以每人需要的面积，含没有登记座位的人；“要换座位的人”（${it.reseat.length} 人）是座位登记里现坐在换手房间的人，逐人列出。`,
              `Two counts: “reckoned by area” is what is new to units divided by what each person needs, people without a registered seat too; “to be reseated” (${it.reseat.length}) are those registered in rooms that change hands, one by one.`,
            ),
          )}
        </p>
      )}
      {it.broken.length > 0 && (
        <p className="k-note" role="status">
          {w(words('需要留意：', 'Please look: '))}
          {it.broken
            .slice(0, 3)
            .map((each) => w(each.words))
            .join('；')}
          {it.broken.length > 3 ? '…' : ''}
        </p>
      )}
    </ThingPage>
  );
}

/** That it searches; the page asks again by itself. */
function Searching({ of: it }: { readonly of: Allocation }) {
  const { w, language } = useWords();
  return (
    <div role="status" className="s-searching">
      <progress aria-label={w(words('求解中', 'Searching'))} />
      <span>
        {w(
          words(
            `${instant(it.askedAt, language)} 开始求解，限 ${it.seconds} 秒。可以离开此页，完成后方案留在这里。`,
            `Searching since ${instant(it.askedAt, language)}, for ${it.seconds} s at most. You may leave; the plan stays here.`,
          ),
        )}
      </span>
    </div>
  );
}

/** Area that nobody uses any more; a plan that uses more than today says so, with no number below zero. */
function releasedFigure(releasedM2: number | null) {
  if (releasedM2 !== null && releasedM2 < 0)
    return { title: words('增加占用', 'Area used more'), value: area(-releasedM2) };
  return { title: words('腾出面积', 'Area released'), value: releasedM2 === null ? '—' : area(releasedM2) };
}
