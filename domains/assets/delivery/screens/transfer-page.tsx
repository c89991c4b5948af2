import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  Go,
  instant,
  type Pair,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { conditions } from '../../warehouse/words.zh.ts';
import { settlements, transferStates } from '../words.zh.ts';
import { CountLines } from './count-lines.tsx';
import { transferTones } from './tones.ts';

type Transfer = Answer<'assets.transfer'>;

/** 调拨单: what goes where at which values, who signed, how far it is; the receiver counts on this page, on a phone as well. */
export default function TransferPage({ params }: ScreenProps<'id'>) {
  const transfer = useRead('assets.transfer', { id: params.id });
  const { w } = useWords();
  return (
    <Shown known={transfer} lines={14}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.number}
          status={{ tone: transferTones[it.state], words: transferStates[it.state] }}
          summary={`${it.unitName} → ${it.toName} · ${it.why}`}
          may={it.may?.filter((verb) => verb !== 'assets.receive-transfer')}
          object={it}
          figures={[
            { title: words('原值', 'Value'), value: yuan(sum(it, 'valueFen'), true) },
            { title: words('累计折旧', 'Depreciated'), value: yuan(sum(it, 'accumulatedFen'), true) },
            { title: words('净值', 'Net'), value: yuan(sum(it, 'netFen'), true) },
          ]}
          tabs={[
            ...(it.may?.includes('assets.receive-transfer')
              ? [
                  {
                    key: 'count',
                    title: words('清点接收', 'Count'),
                    content: <CountLines of={it} reload={transfer.again} />,
                  },
                ]
              : []),
            { key: 'lines', title: words('物品', 'Things'), count: it.lines.length, content: <Lines of={it} /> },
            { key: 'way', title: words('进度和签字', 'Way and signatures'), content: <Way of={it} /> },
          ]}
          rail={
            <Go className="k-link" to="/labels?kind=assets.transfer">
              {w(words('打印包裹二维码', 'Print the label of the parcel'))}
            </Go>
          }
        />
      )}
    </Shown>
  );
}

const sum = ({ lines }: Transfer, of: 'valueFen' | 'accumulatedFen' | 'netFen') =>
  lines.reduce((all, line) => all + line[of], 0);
const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: words(zh, en), value });

function Lines({ of: it }: { readonly of: Transfer }) {
  const { w } = useWords();
  return (
    <>
      {it.lines.map((line) => (
        <Section key={line.id} title={`${line.name} ${line.model} ×${line.quantity} ${line.measure}`}>
          <Pairs
            pairs={[
              pair('资产编号', 'Number', line.number),
              pair('原值', 'Value', yuan(line.valueFen)),
              pair('累计折旧', 'Depreciated', yuan(line.accumulatedFen)),
              pair('净值', 'Net', yuan(line.netFen)),
              pair('发出时成色', 'Condition', w(conditions[line.condition as keyof typeof conditions])),
              ...(line.fitted === '' ? [] : [pair('随带配件', 'With components', line.fitted)]),
              ...(line.received === null
                ? []
                : [
                    pair('实收', 'Received', `${line.received} ${line.measure}`),
                    pair('接收时成色', 'Condition', w(conditions[line.receivedCondition as keyof typeof conditions])),
                    pair('说明', 'Said', line.said || '—'),
                  ]),
              ...(line.settled === null ? [] : [pair('差异处理', 'Difference', w(settlements[line.settled]))]),
            ]}
          />
        </Section>
      ))}
    </>
  );
}

function Way({ of: it }: { readonly of: Transfer }) {
  const { language } = useWords();
  const done = (name: string | null, at: string | null) =>
    at === null ? '—' : `${name ?? ''} ${instant(at, language)}`.trim();
  return (
    <Section>
      <Pairs
        pairs={[
          pair('开单', 'Drawn up', `${it.madeName} ${it.day}`),
          pair('依据', 'Paper', it.document || '—'),
          pair('调出方签字', 'The giver signed', done(it.giverName, it.giverAt)),
          pair('调入方签字', 'The receiver signed', done(it.receiverName, it.receiverAt)),
          pair('打包', 'Packed', done(null, it.packedAt)),
          pair('发出', 'Sent', done(it.carrier, it.sentAt)),
          pair('运输费（调出方承担）', 'Transport, borne by the giver', yuan(it.transportFen)),
          pair('到达', 'Arrived', done(it.arrivedName, it.arrivedAt)),
          pair('接收', 'Received', done(it.receivedName, it.receivedAt)),
          pair('说明', 'Said', it.said || '—'),
        ]}
      />
    </Section>
  );
}
