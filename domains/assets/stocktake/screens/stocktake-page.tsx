import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  Figure,
  Go,
  Ledger,
  number,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  type ThingFigure,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { scopes, stocktakeStates } from '../words.zh.ts';
import { Result, secondsOf } from './stocktake-result.tsx';
import { SettleOne } from './settle-one.tsx';

type Stocktake = Answer<'assets.stocktake'>;

/** 一次盘点: how far it is, what differs, what it came to, and who signed. */
export default function StocktakePage({ params }: ScreenProps<'id'>) {
  const known = useRead('assets.stocktake', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Stocktake }) {
  const { w } = useWords();
  return (
    <ThingPage
      id={it.id}
      title={it.title}
      status={{
        tone:
          it.state === 'counting' ? 'busy' : it.state === 'closed' ? 'done' : it.state === 'signed' ? 'check' : 'plain',
        words: stocktakeStates[it.state],
      }}
      summary={[it.number, it.unitName, w(scopes[it.scope]), it.scopeWords].filter(Boolean).join(' · ')}
      may={it.may.filter(
        (verb) => !['assets.sync-scans', 'assets.note-line', 'assets.settle-difference'].includes(verb),
      )}
      object={it}
      figures={figuresOf(it)}
      {...(it.state === 'signed' && it.signedFirst
        ? {
            rail: (
              <p className="k-note" role="status">
                {w(
                  words(
                    `您已签字，等待第二人签字：${secondsOf(it).zh}。`,
                    `You signed; it waits for the second signature: ${secondsOf(it).en}.`,
                  ),
                )}
              </p>
            ),
          }
        : {})}
      tabs={[
        { key: 'places', title: words('各处进度', 'Places'), content: <Places of={it} /> },
        {
          key: 'differences',
          title: words('差异', 'Differences'),
          count: it.open,
          content: <Differences of={it} />,
        },
        { key: 'result', title: words('结果与签字', 'Result'), content: <Result of={it} /> },
      ]}
    />
  );
}

const linesOf = (it: Stocktake, more = '') => `/assets/stocktake-lines?f.stocktake=${it.number}${more}`;

function figuresOf(it: Stocktake): ThingFigure[] {
  const { result } = it;
  const figure = (
    title: ThingFigure['title'],
    value: number,
    formula: { zh: string; en: string },
    rows: string,
  ): ThingFigure => ({
    title,
    value: <Figure source={{ value, unit: '张', period: it.day, formula, rows }}>{number(value, 0)}</Figure>,
  });
  return [
    figure(
      words('账面', 'On the book'),
      result.expected,
      words('开始盘点时范围内的卡片', 'cards of the scope when it was opened'),
      linesOf(it, '&f.expected=true'),
    ),
    figure(
      words('账实相符', 'Found'),
      result.found,
      words('在账面地点盘到', 'seen where the book has them'),
      linesOf(it, '&f.state=found'),
    ),
    figure(
      words('未盘到', 'Not seen'),
      result.missing,
      words('账面有、尚未盘到', 'on the book, not seen so far'),
      linesOf(it, '&f.state=waiting'),
    ),
    figure(
      words('待说明差异', 'To be explained'),
      it.open,
      words('签字前须逐项说明', 'explained before it is signed'),
      linesOf(it, '&f.open=true'),
    ),
  ];
}

function Places({ of: it }: { readonly of: Stocktake }) {
  const { w } = useWords();
  return (
    <Section title={words('各处进度', 'Places')}>
      {it.state === 'counting' && (
        <Go className="k-button k-button-primary" to={`/assets/stocktakes/${it.id}/take`}>
          {w(words('到现场盘点', 'Count on the spot'))}
        </Go>
      )}
      <TableBox title={w(words('各处进度', 'Places'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('地点', 'Place'))}</th>
              <th>{w(words('账面', 'Book'))}</th>
              <th>{w(words('盘到', 'Seen'))}</th>
              <th>{w(words('未盘到', 'Not seen'))}</th>
              <th>{w(words('多出', 'More'))}</th>
              <th>{w(words('盘完', 'Done'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.places
              .filter(({ expected, unexpected, done }) => expected + unexpected > 0 || done || it.places.length < 30)
              .map((place) => (
                <tr key={place.id}>
                  <td>
                    {it.state === 'counting' ? (
                      <Go className="k-link" to={`/assets/stocktakes/${it.id}/take?place=${place.id}`}>
                        {place.name}
                      </Go>
                    ) : (
                      place.name
                    )}
                  </td>
                  <td>{place.expected}</td>
                  <td>{place.seen}</td>
                  <td>{place.missing}</td>
                  <td>{place.unexpected}</td>
                  <td>{place.done ? '✓' : '—'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}

function Differences({ of: it }: { readonly of: Stocktake }) {
  const { w } = useWords();
  return (
    <Section title={words('差异', 'Differences')}>
      {it.conflicts > 0 && (
        <p className="k-note" role="status">
          {w(words(`其中冲突 ${it.conflicts} 处，请逐一决定。`, `${it.conflicts} of them are conflicts.`))}
        </p>
      )}
      {it.open > 0 && it.may.includes('assets.settle-difference') && (
        <p className="k-faint">{w(words('点开一行，选择怎样处理。', 'Open a row and say what becomes of it.'))}</p>
      )}
      <Ledger
        inside
        list="assets.stocktake-lines"
        fixed={{ stocktake_id: { is: it.id }, differs: { is: 'true' } }}
        searchBy={['open', 'state', 'how']}
        tones={{
          state: {
            found: 'done',
            waiting: 'plain',
            short: 'check',
            elsewhere: 'check',
            unexpected: 'check',
            surplus: 'check',
          },
        }}
        {...(it.may.includes('assets.settle-difference')
          ? { below: (row) => <SettleOne stocktake={it} row={row as never} /> }
          : {})}
        empty={{ title: words('没有差异，账实相符', 'No difference: book and things agree') }}
      />
    </Section>
  );
}
