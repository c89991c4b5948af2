import { words } from '@opengoa/kernel/words';
import { Go, instant, number, percent, Section, Shown, StatusTag, useRead, useWords } from '@opengoa/web-kit';
import { MinedRules } from '../mining/screens/mined-rules.tsx';
import { kitStateWords, unitKindWords } from '../words.ts';
import { KitName } from './kit-names.tsx';
import { RowsTable } from './rows-table.tsx';

/** 分析: what each kit looked at in its last run; silence is a number too. */
export function Analysed() {
  const { w, language } = useWords();
  const known = useRead('risk-centre.kits', {});
  return (
    <Shown known={known} lines={10}>
      {({ kits }) => (
        <Section
          title={words('规则最近一次运行', 'Last run of each kit')}
          acts={
            <Go className="k-link" to="/risk/runs">
              {w(words('全部运行记录', 'All runs'))}
            </Go>
          }
        >
          <RowsTable
            title={words('规则最近一次运行', 'Last run of each kit')}
            rows={kits}
            keyOf={({ id }) => id}
            empty={{ title: words('没有规则', 'No kits') }}
            columns={[
              { title: words('规则', 'Kit'), cell: ({ id }) => <KitName kit={id} /> },
              {
                title: words('状态', 'State'),
                cell: ({ state }) => (
                  <StatusTag tone={state === 'live' ? 'done' : 'plain'}>
                    {w(kitStateWords[state] ?? words(state, state))}
                  </StatusTag>
                ),
              },
              {
                title: words('何时核查', 'When'),
                cell: ({ atOnce }) =>
                  w(atOnce ? words('即时＋每晚', 'at once, and nightly') : words('每晚', 'nightly')),
              },
              {
                title: words('检查', 'Looked at'),
                amount: true,
                cell: ({ id, lastRun }) => (
                  <Go className="k-link" to={`/risk/runs?f.kit=${encodeURIComponent(id)}`}>
                    {number(lastRun?.looked ?? 0)}
                  </Go>
                ),
              },
              { title: words('提示', 'Flagged'), amount: true, cell: ({ lastRun }) => number(lastRun?.flagged ?? 0) },
              { title: words('未见异常', 'Clear'), amount: true, cell: ({ lastRun }) => number(lastRun?.clear ?? 0) },
              {
                title: words('数据不足', 'Insufficient data'),
                amount: true,
                cell: ({ lastRun }) => number(lastRun?.insufficient ?? 0),
              },
              {
                title: words('不适用', 'Not applicable'),
                amount: true,
                cell: ({ lastRun }) => number(lastRun?.notApplicable ?? 0),
              },
              { title: words('运行时间', 'When'), cell: ({ lastRun }) => instant(lastRun?.at ?? null, language) },
            ]}
          />
        </Section>
      )}
    </Shown>
  );
}

/** 价值挖掘: pairs of kits that speak together oftener than chance. And the rules mined from verdicts. */
export function Mined() {
  const { w } = useWords();
  const known = useRead('risk-centre.mine', {});
  return (
    <Shown known={known} lines={6}>
      {(mine) => {
        const { pairs, limits } = mine;
        return (
          <>
            <MinedRules mine={mine} />
            <Section title={words('一起提示的规则', 'Kits that speak together')}>
              <p className="k-faint">
                {w(
                  words(
                    `同一单位、同一月份里一起提示至少 ${number(limits.together)} 次，且比各自独立时多 ${number(limits.lift)} 倍以上，记为共现组合。`,
                    `Of one unit in one month, at least ${number(limits.together)} times and more than ${number(limits.lift)} times as often as if they had nothing to do with each other.`,
                  ),
                )}
              </p>
              <RowsTable
                title={words('一起提示的规则', 'Kits that speak together')}
                rows={pairs}
                keyOf={({ one, other }) => `${one} ${other}`}
                empty={{
                  title: words('还没有一起提示的规则', 'No two kits have spoken together yet'),
                  todo: words('积累更多月份的运行后再看。', 'Look again after more months.'),
                }}
                columns={[
                  { title: words('规则一', 'One'), cell: ({ one }) => <KitName kit={one} /> },
                  { title: words('规则二', 'Other'), cell: ({ other }) => <KitName kit={other} /> },
                  { title: words('一起', 'Together'), amount: true, cell: ({ together }) => number(together) },
                  {
                    title: words('各自', 'Each'),
                    amount: true,
                    cell: ({ ofOne, ofOther }) => `${number(ofOne)} / ${number(ofOther)}`,
                  },
                  { title: words('单位月', 'Unit months'), amount: true, cell: ({ of }) => number(of) },
                  { title: words('提升度', 'Lift'), amount: true, cell: ({ lift }) => number(lift, 1) },
                  {
                    title: words('共现组合', 'Pattern'),
                    cell: ({ pattern, together }) => (
                      <StatusTag tone={pattern ? 'check' : 'plain'}>
                        {w(
                          pattern
                            ? words('是', 'yes')
                            : together < limits.together
                              ? words('数据不足', 'insufficient data')
                              : words('与偶然无异', 'no more than chance'),
                        )}
                      </StatusTag>
                    ),
                  },
                ]}
              />
            </Section>
          </>
        );
      }}
    </Shown>
  );
}

/** 绩效评估: precision of kits with interval, handling times by kind of unit. */
export function Evaluated() {
  const { w } = useWords();
  const kits = useRead('risk-centre.kits', {});
  const times = useRead('risk-centre.evaluate', {});
  const hoursText = (hours: number | null) =>
    hours === null
      ? w(words('数据不足', 'insufficient data'))
      : hours < 48
        ? w(words(`${number(hours, 1)} 小时`, `${number(hours, 1)} h`))
        : w(words(`${number(hours / 24, 1)} 天`, `${number(hours / 24, 1)} days`));
  return (
    <>
      <Shown known={kits} lines={8}>
        {(it) => (
          <Section title={words('规则命中率', 'Precision of kits')}>
            <RowsTable
              title={words('规则命中率', 'Precision of kits')}
              rows={it.kits}
              keyOf={({ id }) => id}
              empty={{ title: words('没有规则', 'No kits') }}
              columns={[
                { title: words('规则', 'Kit'), cell: ({ id }) => <KitName kit={id} /> },
                {
                  title: words('核实结论', 'Verdicts'),
                  amount: true,
                  cell: ({ id, verdicts }) => (
                    <Go className="k-link" to={`/risk/verdicts?f.kit=${encodeURIComponent(id)}`}>
                      {number(verdicts)}
                    </Go>
                  ),
                },
                {
                  title: words('命中率', 'Precision'),
                  amount: true,
                  cell: ({ precision }) =>
                    precision === null
                      ? w(
                          words(
                            `数据不足（少于 ${number(it.fewest)} 件）`,
                            `insufficient data (fewer than ${number(it.fewest)})`,
                          ),
                        )
                      : percent(precision.mean),
                },
                {
                  title: words('90% 区间', '90 % interval'),
                  cell: ({ precision }) =>
                    precision === null ? '—' : `${percent(precision.lower)}–${percent(precision.upper)}`,
                },
              ]}
            />
          </Section>
        )}
      </Shown>
      <Shown known={times} lines={5}>
        {(it) => (
          <Section title={words('各类单位办理用时（中位数）', 'Handling times by kind of unit (median)')}>
            <RowsTable
              title={words('各类单位办理用时', 'Handling times by kind of unit')}
              rows={it.kinds}
              keyOf={({ kind }) => kind}
              empty={{ title: words('还没有异常', 'No findings yet') }}
              columns={[
                {
                  title: words('单位类别', 'Kind of unit'),
                  cell: ({ kind }) => w(unitKindWords[kind] ?? words(kind, kind)),
                },
                { title: words('提出', 'Raised'), amount: true, cell: ({ raised }) => number(raised) },
                { title: words('到说明', 'To the answer'), amount: true, cell: ({ toAnswer }) => hoursText(toAnswer) },
                { title: words('到认定', 'To the verdict'), amount: true, cell: ({ toDecide }) => hoursText(toDecide) },
                { title: words('到办结', 'To the end'), amount: true, cell: ({ toEnd }) => hoursText(toEnd) },
                { title: words('办结', 'Ended'), amount: true, cell: ({ ended }) => number(ended) },
              ]}
            />
          </Section>
        )}
      </Shown>
    </>
  );
}
