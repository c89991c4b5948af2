import { words } from '@opengoa/kernel/words';
import { Button } from 'antd';
import {
  type Answer,
  day,
  get,
  handFile,
  instant,
  money,
  number,
  Pairs,
  Section,
  toast,
  useWords,
} from '@opengoa/web-kit';

type Stocktake = Answer<'assets.stocktake'>;

/** Who may sign second. */
export const secondsOf = ({ seconds }: Stocktake) =>
  words(
    seconds.length === 0
      ? '第一人以外的资产管理员、经办人、处长或领导'
      : `${seconds.slice(0, 8).join('、')}${seconds.length > 8 ? '等' : ''}（资产管理员、经办人、处长或领导，其中一人）`,
    `${seconds.slice(0, 8).join(', ')} (one of: assets clerk, clerk, head, leader; not the first)`.trim(),
  );

/** What it came to, who signed, and the sealed paper. */
export function Result({ of: it }: { readonly of: Stocktake }) {
  const { w, language } = useWords();
  const { result } = it;
  const save = async () => {
    const paper = await get('assets.stocktake-paper', { id: it.id });
    const bytes = Uint8Array.from(atob(paper.base64), (sign) => sign.charCodeAt(0));
    handFile(new Blob([bytes], { type: 'application/pdf' }), paper.name);
    toast(w(words(`已下载 ${paper.name}`, `Saved ${paper.name}`)));
  };
  return (
    <Section title={words('结果与签字', 'Result')}>
      <Pairs
        pairs={[
          { term: words('账面日期', 'Day of the book'), value: day(it.day, language) },
          {
            term: words('盘点方式', 'How'),
            value: w(
              it.blind
                ? words('先盘实物，后对账', 'Counted without the list')
                : words('持清单盘点', 'Counted by the list'),
            ),
          },
          ...(it.people.length === 0 ? [] : [{ term: words('盘点人', 'Counted by'), value: it.people.join('、') }]),
          { term: words('在别处找到', 'Found elsewhere'), value: number(result.elsewhere, 0) },
          { term: words('数量不足', 'Fewer than booked'), value: number(result.short, 0) },
          { term: words('不在清单', 'Not expected'), value: number(result.unexpected, 0) },
          { term: words('账外实物', 'On no card'), value: number(result.surplus, 0) },
          { term: words('报失', 'Lost'), value: `${number(result.lost, 0)} · ${money(result.lostFen)}` },
          ...(result.sampled === 0
            ? []
            : [{ term: words('账到物抽查', 'Drawn by lot'), value: `${result.sampledSeen} / ${result.sampled}` }]),
          ...(result.estimate === null
            ? []
            : [
                {
                  term: words('估计实有（SA-08）', 'Estimate of what there is'),
                  wide: true,
                  value: `${result.estimate.lowerBound ? w(words('不少于 ', 'at least ')) : ''}${number(result.estimate.total, 1)} ± ${number(result.estimate.error, 1)}。${w(
                    result.estimate.lowerBound
                      ? words(
                          '持清单盘点时两份清单不独立，只能作下限。',
                          'Counted by the list the two lists lean on each other: a lower bound.',
                        )
                      : words(
                          '由账面和实物两份清单推算，两份都没有的也估在内。',
                          'From book and count; what is on neither is estimated too.',
                        ),
                  )}`,
                },
              ]),
          ...it.bursts.map((burst) => ({
            term: words('扫描节奏', 'Pace of scans'),
            wide: true,
            value: w(
              words(
                `${burst.place}：${instant(burst.from, 'zh')} 起 ${it.burstAsks.minutes} 分钟内 ${burst.scans} 次。标签集中张贴或同类成排存放时属正常；可到现场抽看几件。`,
                `${burst.place}: ${burst.scans} scans within ${it.burstAsks.minutes} minutes. Usual where labels hang together or alike things stand in rows; a few may be looked at.`,
              ),
            ),
          })),
          ...it.signatures.map(({ name, at }, n) => ({
            term: n === 0 ? words('第一人签字', 'First signature') : words('第二人签字', 'Second signature'),
            value: `${name} · ${instant(at, language)}`,
          })),
          ...(it.state === 'signed'
            ? [
                {
                  term: words('待第二人', 'Waits for a second'),
                  wide: true,
                  value: w(secondsOf(it)),
                },
              ]
            : []),
          ...(it.paperSha256 === null
            ? []
            : [{ term: words('报告校验值（SHA-256）', 'Hash of the paper'), value: it.paperSha256, wide: true }]),
          ...(it.why === ''
            ? []
            : [{ term: words('退回或取消原因', 'Why reopened or cancelled'), value: it.why, wide: true }]),
        ]}
      />
      {it.paperSha256 !== null && (
        <Button type="primary" onClick={() => void save()}>
          {w(words('下载封存报告（PDF）', 'Save the sealed paper (PDF)'))}
        </Button>
      )}
    </Section>
  );
}
