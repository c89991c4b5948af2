import {
  ActButtons,
  type Answer,
  EmptyState,
  Go,
  Ledger,
  money,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  StatusTag,
  TableBox,
  ThingPage,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { cardConditions, cardStates } from '../../cards/words.zh.ts';
import { transferStates } from '../../delivery/words.zh.ts';
import { matchStates } from '../../matches/words.zh.ts';
import { declineReasons, modes, purchaseStates } from '../words.zh.ts';
import { purchaseTones } from './purchase-tones.ts';

type Purchase = Answer<'assets.purchase'> & { readonly may: readonly string[] };
type Line = Purchase['lines'][number];
const fact = (zh: string, en: string) => ({ zh, en });
const again = ({ answer, followed }: Line['matches'][number]) => answer === 'declined' && followed === 'look-again';
const perLine = ['assets.take-idle', 'assets.decline-idle', 'assets.accept-delivery'];

/** 购置计划: its lines, what lies idle instead, and what came. */
export default function PurchasePage({ params }: ScreenProps<'id'>) {
  const known = useRead('assets.purchase', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Purchase }) {
  const saved = it.lines.reduce((sum, { taken, priceFen }) => sum + taken * priceFen, 0);
  return (
    <ThingPage
      id={it.id}
      title={`${it.number} ${it.title}`}
      status={{ tone: purchaseTones[it.state], words: purchaseStates[it.state] }}
      summary={`${it.unitName} · ${it.year}`}
      may={it.may.filter((verb) => !perLine.includes(verb))}
      object={it}
      figures={[
        { title: fact('预算', 'Estimate'), value: yuan(it.totalFen, true) },
        { title: fact('选用闲置少购', 'Not spent'), value: yuan(saved, true) },
        { title: fact('成交金额', 'Agreed'), value: yuan(it.agreedFen, true) },
      ]}
      tabs={[
        {
          key: 'lines',
          title: fact('明细与闲置资产', 'Lines and idle things'),
          content: <Lines of={it} />,
        },
        { key: 'deliveries', title: fact('验收', 'Deliveries'), content: <Deliveries of={it} /> },
        { key: 'about', title: fact('概况', 'About'), content: <About of={it} /> },
      ]}
    />
  );
}

function Lines({ of: it }: { readonly of: Purchase }) {
  const { w } = useWords();
  return (
    <>
      {it.notes.map((note) => (
        <p className="k-note" key={`${note.standard} ${note.observed}`}>
          {w(note.explained)}
        </p>
      ))}
      {it.waiting > 0 && (
        <p className="k-note">
          {w(
            fact(
              `还有 ${it.waiting} 件闲置资产等待选用或说明，全部答复后才能提交审批。`,
              `${it.waiting} idle things wait for an answer before the plan can go on.`,
            ),
          )}
        </p>
      )}
      {it.state === 'planned' && it.lines.every((line) => line.open === 0) && (
        <p className="k-note">
          {w(
            fact(
              '所需资产已全部由闲置资产解决，不必再购置；收到后撤回本计划即可。',
              'Everything was found among idle things and nothing is to be bought: withdraw the plan once it has come.',
            ),
          )}
        </p>
      )}
      {it.lines.map((line) => (
        <OneLine key={line.id} line={line} of={it} />
      ))}
      {it.taken.length > 0 && <Taken of={it} />}
    </>
  );
}

function OneLine({ line, of: it }: { readonly line: Line; readonly of: Purchase }) {
  const { w } = useWords();
  const object = { id: it.id, purchase: it.id, line: line.id, ...open(line), supplier: it.supplier };
  return (
    <Section
      title={line.name}
      acts={
        line.open > 0 &&
        !line.matches.some(again) && (
          <ActButtons may={it.may.filter((verb) => verb === 'assets.accept-delivery')} object={object} />
        )
      }
    >
      <Pairs
        pairs={[
          { term: fact('方式', 'Way'), value: w(modes[line.mode]) },
          { term: fact('数量', 'Quantity'), value: `${number(line.quantity)} ${line.measure}` },
          { term: fact('预计单价', 'Price of one'), value: money(line.priceFen) },
          { term: fact('选用闲置', 'From idle'), value: number(line.taken) },
          { term: fact('已到货', 'Received'), value: number(line.received) },
          { term: fact('尚需', 'Still wanted'), value: number(line.open) },
        ]}
      />
      {line.matches.some(again) && (
        <p className="k-note">
          {w(
            fact(
              '上级请再核对未选用的闲置资产：重新选用或重新说明原因之前，这一项不能验收到货。',
              'An idle thing is to be looked at again: nothing of this line is accepted until it is taken or declined anew.',
            ),
          )}
        </p>
      )}
      {line.matches.length === 0 && line.open === 0 ? null : line.matches.length === 0 ? (
        <p className="k-faint">
          {w(fact('本地区和各地公物仓都没有同类闲置资产。', 'Nothing of the kind lies idle here or in any warehouse.'))}
        </p>
      ) : (
        <TableBox title={w(fact('可选用的闲置资产', 'What lies idle'))}>
          <table className="k-table k-table-wrap">
            <thead>
              <tr>
                <th>{w(fact('闲置资产', 'Idle thing'))}</th>
                <th>{w(fact('所在单位', 'Unit'))}</th>
                <th>{w(fact('数量', 'How many'))}</th>
                <th>{w(fact('成色', 'Condition'))}</th>
                <th>{w(fact('推荐理由', 'Why'))}</th>
                <th>{w(fact('处理', 'Answer'))}</th>
              </tr>
            </thead>
            <tbody>
              {line.matches.map((match) => (
                <tr key={match.card}>
                  <td>
                    {match.number} {match.name} {match.model}
                  </td>
                  <td>
                    {match.unitName} ·{' '}
                    {w(cardStates[match.state as keyof typeof cardStates] ?? fact('已另行使用', 'In use elsewhere'))}
                  </td>
                  <td>{number(match.quantity)}</td>
                  <td>{w(cardConditions[match.condition as keyof typeof cardConditions] ?? fact('—', '—'))}</td>
                  <td style={{ whiteSpace: 'normal' }}>{match.why.map((each) => w(each)).join('；')}</td>
                  <td>
                    {match.answer !== null && (
                      <>
                        <StatusTag tone={match.answer === 'taken' ? 'done' : 'plain'}>
                          {w(match.answer === 'taken' ? fact('已选用', 'Taken') : fact('不选用', 'Declined'))}
                        </StatusTag>
                        {match.reason !== null && (
                          <p className="k-faint" style={{ whiteSpace: 'normal' }}>
                            {w(declineReasons[match.reason])}
                            {match.said && `：${match.said}`}
                          </p>
                        )}
                        {again(match) && (
                          <p style={{ whiteSpace: 'normal' }}>
                            {w(fact('上级请再核对', 'To be looked at again'))}：{match.followWords}
                          </p>
                        )}
                      </>
                    )}
                    {(again(match) || (match.answer === null && it.state === 'planned')) &&
                      (line.open > 0 || again(match)) && (
                        <ActButtons
                          may={it.may.filter((verb) => verb.endsWith('-idle'))}
                          object={{ ...object, card: match.card }}
                        />
                      )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Section>
  );
}

/** What comes instead of something new, and how far it is. */
function Taken({ of: it }: { readonly of: Purchase }) {
  const { w } = useWords();
  return (
    <Section title={fact('已选用的闲置资产', 'Taken from what lay idle')}>
      <TableBox title={w(fact('已选用的闲置资产', 'Taken from what lay idle'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(fact('资产', 'Thing'))}</th>
              <th>{w(fact('调出单位', 'Given by'))}</th>
              <th>{w(fact('数量', 'How many'))}</th>
              <th>{w(fact('少购金额', 'Not spent'))}</th>
              <th>{w(fact('进度', 'How far'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.taken.map((each) => (
              <tr key={each.card}>
                <td>
                  {each.number} {each.name}
                </td>
                <td>{each.unitName}</td>
                <td>{number(each.quantity)}</td>
                <td>{money(each.savedFen)}</td>
                <td>
                  {each.transfer !== null ? (
                    <Go className="k-link" to={`/assets/transfers/${each.transfer.id}`}>
                      {w(transferStates[each.transfer.state])}
                    </Go>
                  ) : each.match === null || each.state === null ? (
                    w(fact('已通知对方资产管理员办理移交', 'Its keeper was told to hand it over'))
                  ) : (
                    <Go className="k-link" to={`/assets/matches/${each.match}`}>
                      {w(matchStates[each.state])}
                    </Go>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}

const open = ({ open: left, priceFen }: Line) => ({ open: left, priceFen });

function Deliveries({ of: it }: { readonly of: Purchase }) {
  if (it.state === 'planned' || it.state === 'asked')
    return (
      <EmptyState
        icon="box"
        title={fact('尚未批准', 'Not approved yet')}
        todo={fact('批准并到货后，在明细中逐项验收。', 'Once approved, accept each line when it comes.')}
      />
    );
  return (
    <Ledger
      list="assets.delivery-notes"
      inside
      fixed={{ purchase_id: { is: it.id } }}
      empty={{
        title: fact('还没有验收', 'Nothing was accepted yet'),
        todo: fact('到货后在明细中点“验收到货”。', 'Press “Accept the delivery” beside the line.'),
      }}
    />
  );
}

function About({ of: it }: { readonly of: Purchase }) {
  return (
    <Section>
      <Pairs
        pairs={[
          { term: fact('理由', 'Why'), value: it.reason, wide: true },
          { term: fact('预算项目', 'Budget item'), value: it.budgetItem || '—' },
          { term: fact('经费来源', 'Funds'), value: it.funds || '—' },
          { term: fact('拟定人', 'Planned by'), value: it.plannedName },
          { term: fact('审批人', 'Decided by'), value: it.decidedName ?? '—' },
          { term: fact('意见', 'Opinion'), value: it.opinion || '—' },
          {
            term: fact('询价', 'Inquiry'),
            value: it.inquiryId ? (
              <Go className="k-link" to={`/procurement/inquiries/${it.inquiryId}`}>
                {it.inquiryNumber}
              </Go>
            ) : (
              '—'
            ),
          },
          { term: fact('供应商', 'Supplier'), value: it.supplier || '—' },
        ]}
      />
    </Section>
  );
}
