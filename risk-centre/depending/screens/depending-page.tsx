import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  EmptyState,
  Go,
  NameOf,
  number,
  Page,
  Section,
  Shown,
  useMay,
  useRead,
  useWay,
  withQuery,
  useWords,
  yuan,
  type Answer,
  type ScreenProps,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { RowsTable } from '../../screens/rows-table.tsx';
import { partKindWords } from '../words.ts';
import './depending.css';

type Known = Answer<'risk-centre.depending'>;
const to = (part: string) => `/risk/depending?part=${part}`;
const most = 12;

/** 牵连与抢修次序: a part is chosen, and what else goes down with it stands below with why; beside it the weak points and what to mend first. */
export default function DependingPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const part = query['part'] ?? '';
  const down = query['down'] ?? '';
  const known = useRead(
    'risk-centre.depending',
    { ...(part ? { part } : {}), ...(down ? { down } : {}) },
    { keep: true },
  );
  const mayAdd = useMay('risk-centre.add-dependency');
  return (
    <Page
      title={words('牵连与抢修次序', 'What else goes down')}
      about={words(
        '一个部件停用时，还有哪些随之停用；哪个部件最要紧；现在停用的先修哪个。',
        'What else stops when a part stops, which part matters most, and what to mend first.',
      )}
      acts={
        <>
          <Go className="k-link" to="/risk/dependencies">
            {w(words('依赖关系台账', 'Ledger of dependencies'))}
          </Go>
          {mayAdd && <ActButtons may={['risk-centre.add-dependency']} onDone={() => known.again()} />}
        </>
      }
    >
      <Shown known={known} lines={14}>
        {(it) => (
          <>
            <Section title={words('选一个部件', 'Choose a part')}>
              <Select
                className="k-wide rc-choose"
                showSearch
                optionFilterProp="label"
                aria-label={w(words('部件', 'Part'))}
                placeholder={w(words('输入名称查找，如“机房空调”', 'Type a name'))}
                value={it.chosen?.id ?? null}
                options={it.choices.map(({ id, name, kind }) => ({
                  value: id,
                  label: `${name} · ${w(partKindWords[kind])}`,
                }))}
                onChange={(id) => way.go(to(String(id)))}
              />
              {it.needs === 0 && (
                <p className="k-faint">
                  {w(
                    words(
                      '数据不足：还没有登记依赖关系，只按台账里的建筑、楼层、房间、设备推算。',
                      'Insufficient data: no dependency is entered; only what the ledgers say of buildings, floors, rooms and things is used.',
                    ),
                  )}
                </p>
              )}
              {part !== '' && it.chosen === null && (
                <p>{w(words('没有这个部件，或不在权限范围内。', 'There is no such part within your right.'))}</p>
              )}
              {it.chosen && <Chosen chosen={it.chosen} />}
            </Section>
            <Now
              known={it}
              down={down === '' ? [] : down.split(',')}
              onDown={(ids) => way.go(withQuery(way, { part, down: ids.slice(0, most).join(',') }), { replace: true })}
            />
            <Weak known={it} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Chosen({ chosen }: { readonly chosen: NonNullable<Known['chosen']> }) {
  const { w } = useWords();
  return (
    <>
      <p>
        {w(
          chosen.inAll === 0
            ? words(`「${chosen.name}」停用，没有其他部件随之停用。`, `Nothing else stops with “${chosen.name}”.`)
            : words(
                `「${chosen.name}」停用，还有 ${number(chosen.inAll)} 个部件随之停用：`,
                `With “${chosen.name}” ${number(chosen.inAll)} other parts stop:`,
              ),
        )}
      </p>
      {chosen.inAll > 0 && (
        <RowsTable
          title={words('随之停用的部件', 'Parts that stop with it')}
          rows={chosen.down}
          keyOf={({ id }) => id}
          empty={{ title: words('没有', 'None') }}
          columns={[
            { title: words('第几步', 'Step'), amount: true, cell: ({ wave }) => number(wave) },
            {
              title: words('部件', 'Part'),
              cell: ({ id, name }) => (
                <Go className="k-link" to={to(id)}>
                  {name}
                </Go>
              ),
            },
            { title: words('类别', 'Kind'), cell: ({ kind }) => w(partKindWords[kind]) },
            {
              title: words('因为依赖', 'For want of'),
              cell: ({ want }) => want.map(({ name }) => name).join('、'),
            },
            {
              title: words('由来', 'Known from'),
              cell: ({ source }) => w(source ?? words('登记的依赖', 'entered')),
            },
            { title: words('单位', 'Unit'), cell: ({ unit }) => <NameOf id={unit} /> },
          ]}
        />
      )}
      {chosen.down.length < chosen.inAll && (
        <p className="k-faint">
          {w(words(`显示前 ${number(chosen.down.length)} 个。`, `The first ${number(chosen.down.length)} are shown.`))}
        </p>
      )}
    </>
  );
}

interface NowProps {
  readonly known: Known;
  /** Supposed to be down beside what is reported. */
  readonly down: readonly string[];
  onDown(ids: readonly string[]): void;
}

/** What is reported as not working, or supposed to be, and in which order to mend it. */
function Now({ known, down, onDown }: NowProps) {
  const { w } = useWords();
  const { downNow, fix, weighed, usualHours } = known;
  return (
    <Section title={words('现在停用的，先修哪个', 'Down now: what to mend first')}>
      <Select
        className="k-wide rc-choose"
        mode="multiple"
        showSearch
        optionFilterProp="label"
        aria-label={w(words('另外假设停用', 'Suppose these are down as well'))}
        placeholder={w(words('另外假设停用：可选多个部件', 'Suppose others are down as well'))}
        value={[...down]}
        options={known.choices.map(({ id, name, kind }) => ({
          value: id,
          label: `${name} · ${w(partKindWords[kind])}`,
        }))}
        onChange={(ids) => onDown(ids.map(String))}
      />
      {fix === null ? (
        <EmptyState
          icon="check"
          title={words('没有正在报修或维保的部件', 'Nothing is reported or being repaired')}
          todo={words('来自未办结的报修单和维保单。', 'From open fault reports and upkeep orders.')}
        />
      ) : (
        <>
          <RowsTable
            title={words('抢修次序', 'Order of repairs')}
            rows={fix.steps.map((step, i) => ({ ...step, place: i + 1 }))}
            keyOf={({ id }) => id}
            empty={{ title: words('没有', 'None') }}
            columns={[
              { title: words('次序', 'Place'), amount: true, cell: ({ place }) => number(place) },
              {
                title: words('部件', 'Part'),
                cell: ({ id, name }) => (
                  <Go className="k-link" to={to(id)}>
                    {name}
                  </Go>
                ),
              },
              {
                title: words('为什么停用', 'Why it is down'),
                cell: ({ id }) =>
                  fix.supposed.includes(id) && !downNow.some((each) => each.part === id)
                    ? w(words('假设', 'supposed'))
                    : downNow
                        .filter(({ part }) => part === id)
                        .map(({ why, opens }) => (
                          <Go key={opens + why.zh} className="k-link" to={opens}>
                            {w(why)}
                          </Go>
                        )),
              },
              {
                title: words('修好后恢复', 'Comes back with it'),
                cell: ({ comesBack }) =>
                  comesBack.length === 0
                    ? '—'
                    : `${comesBack.slice(0, 4).join('、')}${comesBack.length > 4 ? w(words(` 等 ${number(comesBack.length)} 个`, ` and more: ${number(comesBack.length)}`)) : ''}`,
              },
              {
                title: words('累计工时', 'Hours until then'),
                amount: true,
                cell: ({ doneAfterHours, assumed }) =>
                  `${number(doneAfterHours, 1)}${assumed ? w(words('（按默认）', ' (assumed)')) : ''}`,
              },
            ]}
          />
          <p className="k-faint">
            {fix.lossFen !== null &&
              `${w(words(`按此次序，全部修好前预计损失 ${yuan(fix.lossFen)} 元。`, `In this order ${yuan(fix.lossFen)} yuan are lost until all is mended.`))} `}
            {!weighed &&
              w(
                words(
                  '没有登记停用损失，按停用部件的个数排次序。',
                  'No losses are recorded: ordered by how many parts are down.',
                ),
              )}{' '}
            {w(
              words(
                `没有登记修复工时的按 ${number(usualHours)} 小时计，一次修一个。`,
                `Where no hours are recorded ${number(usualHours)} are assumed; one repair after another.`,
              ),
            )}
          </p>
        </>
      )}
    </Section>
  );
}

/** Which single part takes most with it. */
function Weak({ known }: { readonly known: Known }) {
  const { w } = useWords();
  const { weak, weighed } = known;
  return (
    <Section title={words('薄弱点：一个停用就牵连其他', 'Weak points: one stops, others with it')}>
      <RowsTable
        title={words('薄弱点', 'Weak points')}
        rows={weak}
        keyOf={({ id }) => id}
        empty={{
          title: words('数据不足：没有可推算的依赖', 'Insufficient data: no dependencies to follow'),
          todo: words('按“登记依赖”，或在台账页导入。', 'Press “Enter a dependency”, or import in the ledger.'),
        }}
        columns={[
          {
            title: words('部件', 'Part'),
            cell: ({ id, name }) => (
              <Go className="k-link" to={to(id)}>
                {name}
              </Go>
            ),
          },
          { title: words('类别', 'Kind'), cell: ({ kind }) => w(partKindWords[kind]) },
          {
            title: words('牵连部件', 'Takes'),
            amount: true,
            cell: ({ id, takes }) => (
              <Go className="k-link" to={to(id)}>
                {number(takes)}
              </Go>
            ),
          },
          { title: words('最先受影响', 'First of them'), cell: ({ first }) => first.join('、') },
          {
            title: words('停用一次预计损失', 'Loss of one outage'),
            amount: true,
            cell: ({ outageFen, hours, assumed }) =>
              outageFen === null
                ? w(words('未登记损失', 'no loss recorded'))
                : `${yuan(outageFen)} 元（${number(hours, 1)} ${w(words('小时', 'h'))}${assumed ? w(words('，默认', ', assumed')) : ''}）`,
          },
        ]}
      />
      {!weighed && weak.length > 0 && (
        <p className="k-faint">
          {w(words('没有登记停用损失，按牵连的个数排列。', 'No losses are recorded: ordered by how many they take.'))}
        </p>
      )}
    </Section>
  );
}
