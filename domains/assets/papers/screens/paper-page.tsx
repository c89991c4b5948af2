import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  day,
  Go,
  instant,
  money,
  type Pair,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { grounds, manners } from '../../disposal/words.zh.ts';
import { paperKinds, paperStates, repairResults } from '../words.zh.ts';
import { paperTones } from './paper-tones.ts';

export type Paper = Answer<'assets.paper'>;
const codeOf = <Code extends string>(known: Readonly<Record<Code, { zh: string; en: string }>>, code: string) =>
  known[code as Code] ?? words(code, code);

/** 单据: as it is signed and printed. */
export default function PaperPage({ params }: ScreenProps<'id'>) {
  const known = useRead('assets.paper', { id: params.id });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Paper }) {
  const { w } = useWords();
  const kind = codeOf(paperKinds, it.kind);
  return (
    <ThingPage
      id={it.id}
      title={`${w(kind)} ${it.number}`}
      status={{ tone: paperTones[it.state] ?? 'plain', words: codeOf(paperStates, it.state) }}
      summary={[it.unitName, it.about.personName, it.about.otherUnitName, it.about.borrower]
        .filter(Boolean)
        .join(' → ')}
      may={it.may}
      object={it}
      figures={[
        { title: words('项数', 'Cards'), value: it.cards },
        { title: words('原值合计', 'Value'), value: money(it.valueFen) },
        ...(it.costFen === null ? [] : [{ title: words('费用', 'Cost'), value: money(it.costFen) }]),
        ...(it.proceedsFen
          ? [
              {
                title: words('待上缴', 'Owed to the treasury'),
                value: money(it.proceedsFen - it.paidFen),
                ...(it.payBy === null ? {} : { note: words(`${it.payBy} 前`, `by ${it.payBy}`).zh }),
              },
            ]
          : []),
      ]}
    >
      <About of={it} />
      <Lines of={it} />
    </ThingPage>
  );
}

const pair = (zh: string, en: string, value: Pair['value'] | null | undefined): Pair[] =>
  value === null || value === undefined || value === '' ? [] : [{ term: words(zh, en), value }];

function About({ of: it }: { readonly of: Paper }) {
  const { w, language } = useWords();
  const { about } = it;
  return (
    <Section
      title={words('单据', 'Paper')}
      acts={
        <Button className="k-page-acts" onClick={() => window.print()}>
          {w(words('打印', 'Print'))}
        </Button>
      }
    >
      <Pairs
        pairs={[
          ...pair('日期', 'Day', day(it.day, language)),
          ...pair('接收人', 'Receiver', about.personName),
          ...pair('对方单位', 'Other unit', about.otherUnitName),
          ...pair('借用单位', 'Borrower', about.borrower),
          ...pair('应还', 'Due back', it.dueOn === null ? '' : day(it.dueOn, language)),
          ...pair('部门', 'Department', about.departmentName),
          ...pair('存放地点', 'Place', about.place || it.roomName),
          ...pair('依据', 'By which paper', about.document),
          ...pair('故障或要求', 'What is wrong', about.what),
          ...pair('维修单位', 'Repaired by', about.vendor),
          ...pair('结果', 'Result', about.result === undefined ? '' : w(repairResults[about.result])),
          ...pair('发票号', 'Invoice', about.invoice),
          ...pair('处置方式', 'Manner', about.manner === undefined ? '' : w(codeOf(manners, about.manner))),
          ...pair(
            '报废情形',
            'Grounds',
            about.grounds?.map((each) => w(codeOf(grounds, each))).join(w(words('；', '; '))),
          ),
          ...pair('技术鉴定', 'Certificate', about.certificate),
          ...pair('评估', 'Appraisal', about.appraisal),
          ...pair('评估值', 'Appraised', about.appraisalFen ? money(about.appraisalFen) : ''),
          ...pair('接收单位', 'Recipient', about.recipient),
          ...pair('处置收入', 'Proceeds', it.proceedsFen === null ? '' : money(it.proceedsFen)),
          ...pair(
            '已上缴',
            'Paid in',
            it.receipts.map(({ amountFen, paidOn, receipt }) => `${money(amountFen)} ${paidOn} ${receipt}`).join('；'),
          ),
          ...pair(
            '须经同意',
            'Consent of',
            about.consents
              ?.map(({ holder, cards }) => w(words(`${holder}（${cards} 项）`, `${holder} (${cards})`)))
              .join('；'),
          ),
          ...pair('提示', 'Notices', about.warnings?.map((each) => w(each)).join(' ')),
          ...pair('审批意见', 'Opinion', about.opinion),
          ...pair('说明', 'Note', about.note),
          ...pair('原因', 'Why', about.why),
          ...pair(
            '来自盘点',
            'By a stocktake',
            about.stocktake && (
              <Go className="k-link" to={`/assets/stocktakes/${about.stocktake}`}>
                {w(words('查看盘点', 'Open it'))}
              </Go>
            ),
          ),
          ...pair('经办', 'Made by', `${it.madeName} ${instant(it.madeAt, language)}`),
          ...pair(
            '办结',
            'Ended by',
            it.endedAt === null ? '' : `${it.endedName ?? ''} ${instant(it.endedAt, language)}`,
          ),
        ]}
      />
    </Section>
  );
}

/** Components that go along in a card. */
const fittedIn = ({ about }: Paper, card: string): string =>
  (about.fitted ?? [])
    .filter((each) => each.card === card)
    .map(({ name, model, quantity, measure }) => `${[name, model].filter(Boolean).join(' ')} ${quantity} ${measure}`)
    .join('；');

function Lines({ of: it }: { readonly of: Paper }) {
  const { w } = useWords();
  return (
    <Section title={words('资产', 'Assets')}>
      <TableBox title={w(words('资产', 'Assets'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('资产编号', 'Number'))}</th>
              <th>{w(words('名称', 'Name'))}</th>
              <th>{w(words('规格型号', 'Model'))}</th>
              <th>{w(words('数量', 'Quantity'))}</th>
              <th>{w(words('原值（元）', 'Value (CNY)'))}</th>
              <th>{w(words('备注', 'Note'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.lines.map((line) => (
              <tr key={line.card}>
                <td>
                  <Go className="k-link" to={`/assets/cards/${line.card}`}>
                    {line.number}
                  </Go>
                </td>
                <td>{line.name}</td>
                <td>{[line.model, line.serial].filter(Boolean).join(' ')}</td>
                <td>
                  {line.quantity} {line.measure}
                </td>
                <td>{money(line.valueFen)}</td>
                <td>
                  {line.refused === null ? '' : `${w(words('拒收：', 'Refused: '))}${line.refused}`}
                  {fittedIn(it, line.card) !== '' && `${w(words('随带配件：', 'With: '))}${fittedIn(it, line.card)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
