import { words } from '@opengoa/kernel/words';
import { Go, money, number, Pairs, percent, Section, useWords, type Answer } from '@opengoa/web-kit';

type Trial = Answer<'risk-centre.trial'>;
type Score = 'hit' | 'wrong' | 'unverified' | 'missed';

/** Where the rows of the trial stand on its page. */
export const trialRows = 'trial-rows';

/** 回测: what became of the alarms by verdicts that came later, and what it would have cost; each count opens its rows. */
export function TrialBackTest({ trial }: { readonly trial: Trial }) {
  const { w } = useWords();
  const { backTest: it, asKnown, sourceKnows } = trial;
  const rowsOf = (score: Score, n: number) =>
    n === 0 ? (
      number(n)
    ) : (
      <Go
        className="k-link"
        to={`/risk/trials/${trial.id}?f.score=${score}`}
        onClick={() => document.getElementById(trialRows)?.scrollIntoView({ block: 'start' })}
      >
        {number(n)}
      </Go>
    );
  const share = (found: typeof it.precision) =>
    found === null
      ? it.why.length > 0
        ? w(words('数据不足', 'insufficient data'))
        : w(
            words(
              `数据不足（结论少于 ${number(it.fewest)} 件）`,
              `insufficient data (fewer than ${number(it.fewest)} verdicts)`,
            ),
          )
      : w(
          words(
            `${percent(found.mean)}（90% 区间 ${percent(found.lower)}–${percent(found.upper)}，${number(found.reviewed)} 件）`,
            `${percent(found.mean)} (90 % interval ${percent(found.lower)}–${percent(found.upper)}, ${number(found.reviewed)})`,
          ),
        );
  /** What is not told in money is no 0. */
  const loss = (fen: number, of: number, untold: number) => {
    const left = w(words(`${number(untold)} 件未折算为金额`, `${number(untold)} not told in money`));
    if (untold === 0) return money(fen);
    return untold === of ? left : w(words(`${money(fen)}（另有 ${left}）`, `${money(fen)} (and ${left})`));
  };
  return (
    <Section title={words('回测', 'Back-test')}>
      <p className="k-faint">
        {w(
          asKnown && sourceKnows
            ? words(
                `每月按月末以前已知的数据测试：${sourceKnows.zh}`,
                `Each month on what was known by its end: ${sourceKnows.en}`,
              )
            : sourceKnows
              ? words(
                  '按发起人的选择，用现在已登记的数据（含事后补录和更正）测试，不代表当时所能看到的。',
                  'As asked, on the rows as they stand today, later entries and corrections included: not what could be seen then.',
                )
              : words(
                  '这条规则的来源不能按过去某日读取，用现在已登记的数据（含事后补录和更正）测试，不代表当时所能看到的。',
                  'The source of this kit cannot be read as of a past day: rows as they stand today, later entries and corrections included, not what could be seen then.',
                ),
        )}
      </p>
      {it.why.length > 0 && (
        <p>
          {w(words('数据不足', 'Insufficient data'))}
          {w(words('：', ': '))}
          {it.why.map((each) => w(each)).join(w(words('；', '; ')))}
          {w(words('。', '.'))}
        </p>
      )}
      <Pairs
        pairs={[
          {
            term: words('提示（对象或异常，各计一次）', 'Alarms (each subject or finding once)'),
            value: number(it.alarms),
          },
          { term: words('命中', 'Hits'), value: rowsOf('hit', it.hits) },
          { term: words('误报', 'False'), value: rowsOf('wrong', it.wrong) },
          { term: words('没有结论', 'Without a verdict'), value: rowsOf('unverified', it.unverified) },
          { term: words('漏报', 'Missed'), value: rowsOf('missed', it.missed) },
          { term: words('命中率', 'Precision'), value: share(it.precision) },
          { term: words('查全率（仅就已知属实的）', 'Recall (of what is known to be true)'), value: share(it.recall) },
          {
            term: words('命中涉及的损失', 'Loss found'),
            value: loss(it.lossFoundFen, it.hits, it.notInMoney.hits),
          },
          {
            term: words('漏报涉及的损失', 'Loss missed'),
            value: loss(it.lossMissedFen, it.missed, it.notInMoney.missed),
          },
          {
            term: words('误报占用的核查时间', 'Time spent on false ones'),
            value: w(
              words(
                `${number(it.minutesOnWrong)} 分钟，合 ${money(it.wrongFen)}`,
                `${number(it.minutesOnWrong)} minutes, ${money(it.wrongFen)}`,
              ),
            ),
          },
          {
            term: words('从开始到首次提示', 'From its beginning to the first alarm'),
            value:
              it.daysToDetection === null
                ? w(words('数据不足', 'insufficient data'))
                : w(
                    words(
                      `${number(it.daysToDetection, 1)} 天（中位数）`,
                      `${number(it.daysToDetection, 1)} days (median)`,
                    ),
                  ),
          },
        ]}
      />
    </Section>
  );
}
