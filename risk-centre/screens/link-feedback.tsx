import { words } from '@opengoa/kernel/words';
import { Go, instant, NameOf, number, percent, Section, Shown, StatusTag, useRead, useWords } from '@opengoa/web-kit';
import { levelWords, stateWords } from '../words.ts';
import { levelTones } from './finding-tones.ts';
import { NextMonths } from '../foretelling/screens/next-months-section.tsx';
import { KitName } from './kit-names.tsx';
import { RowsTable } from './rows-table.tsx';

/** 反馈: what verdicts changed: weights, settings, and why kits were wrong. */
export function FedBack() {
  const { w, language } = useWords();
  const known = useRead('risk-centre.feedback', {});
  return (
    <Shown known={known} lines={10}>
      {(it) => (
        <Section title={words('核实结论改变了什么', 'What verdicts changed')}>
          <p className="k-faint">
            {w(
              words(
                `核实满 ${number(it.fewest)} 件后，规则的权重改由实测命中率得出；之前按规则自身说明。灵敏度由人在规则登记册调整，每次调整都有记录，可以改回。`,
                `From ${number(it.fewest)} verdicts on, a kit weighs by its measured precision; before that, by its own account. Sensitivity is changed by people in the register; every change is on record and can be undone.`,
              ),
            )}
          </p>
          <RowsTable
            title={words('核实结论改变了什么', 'What verdicts changed')}
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
                title: words('权重（对数几率）', 'Weight (log odds)'),
                cell: ({ ownWeight, measuredWeight }) =>
                  measuredWeight === null
                    ? w(
                        words(
                          `${number(ownWeight, 2)}（自身说明，核实数不足）`,
                          `${number(ownWeight, 2)} (own account; too few verdicts)`,
                        ),
                      )
                    : w(words(`${number(measuredWeight, 2)}（实测）`, `${number(measuredWeight, 2)} (measured)`)),
              },
              {
                title: words('灵敏度', 'Settings'),
                cell: ({ settings, own, since }) => {
                  const changed = Object.entries(settings).filter(([name, value]) => own[name] !== value);
                  return changed.length === 0
                    ? w(words('自带', 'as it came'))
                    : `${changed.map(([name, value]) => `${name} ${String(own[name])}→${String(value)}`).join('，')}（${instant(since, language)}）`;
                },
              },
              {
                title: words('误报原因', 'Why it was wrong'),
                cell: ({ id, reasons }) =>
                  reasons.length === 0
                    ? '—'
                    : reasons.map(({ code, title, n }) => (
                        <Go
                          key={code}
                          className="k-chip k-chip-press"
                          to={`/risk/verdicts?f.kit=${encodeURIComponent(id)}&f.cause=${code}`}
                        >
                          {w(title)} {number(n)}
                        </Go>
                      )),
              },
            ]}
          />
        </Section>
      )}
    </Shown>
  );
}

/** 预测: base rates with their interval, and the open findings whose time runs out soon. */
export function Predicted() {
  const { w, language } = useWords();
  const known = useRead('risk-centre.predict', {});
  const unknown = w(words('数据不足', 'insufficient data'));
  return (
    <Shown known={known} lines={8}>
      {(it) => (
        <>
          <NextMonths />
          <Section title={words(`未来 ${number(it.daysAhead)} 天到期`, `Due within ${number(it.daysAhead)} days`)}>
            <RowsTable
              title={words('即将到期', 'Due soon')}
              rows={it.soon}
              keyOf={({ id }) => id}
              empty={{ title: words('没有即将到期的异常', 'Nothing is due soon') }}
              columns={[
                {
                  title: words('编号', 'Number'),
                  cell: ({ id, number: of }) => (
                    <Go className="k-link" to={`/risk/findings/${id}`}>
                      {of}
                    </Go>
                  ),
                },
                { title: words('单位', 'Unit'), cell: ({ unit }) => <NameOf id={unit} /> },
                { title: words('对象', 'Subject'), cell: ({ subject }) => subject },
                {
                  title: words('级别', 'Level'),
                  cell: ({ level }) => <StatusTag tone={levelTones[level]}>{w(levelWords[level])}</StatusTag>,
                },
                { title: words('状态', 'State'), cell: ({ state }) => w(stateWords[state as keyof typeof stateWords]) },
                { title: words('期限', 'Due'), cell: ({ due }) => instant(due, language) },
                {
                  title: words('逾期概率', 'Likely to go over'),
                  amount: true,
                  cell: ({ probability }) => (probability === null ? unknown : percent(probability)),
                },
              ]}
            />
          </Section>
          <Section title={words('依据：以往逾期的比例', 'From: how often it happened before')}>
            <RowsTable
              title={words('以往逾期的比例', 'How often it happened before')}
              rows={it.rates}
              keyOf={({ level }) => level}
              empty={{ title: words('没有数据', 'No data') }}
              columns={[
                {
                  title: words('级别', 'Level'),
                  cell: ({ level }) => <StatusTag tone={levelTones[level]}>{w(levelWords[level])}</StatusTag>,
                },
                { title: words('已结', 'Ended'), amount: true, cell: ({ ended }) => number(ended) },
                { title: words('曾逾期', 'Went over'), amount: true, cell: ({ overdue }) => number(overdue) },
                {
                  title: words('比例（90% 区间）', 'Rate (90 % interval)'),
                  cell: ({ rate }) =>
                    rate === null
                      ? w(
                          words(
                            `数据不足（已结少于 ${number(it.fewest)} 件）`,
                            `insufficient data (fewer than ${number(it.fewest)} ended)`,
                          ),
                        )
                      : `${percent(rate.mean)}（${percent(rate.lower)}–${percent(rate.upper)}）`,
                },
              ]}
            />
            <p className="k-faint">
              {w(words('这是同级别的历史比例，不是模型。', 'This is a base rate of the level, not a model.'))}
            </p>
          </Section>
        </>
      )}
    </Shown>
  );
}
