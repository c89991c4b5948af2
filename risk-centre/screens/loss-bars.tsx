import { Go, NameOf, percent, StatusTag, useWords, yuan, type Row } from '@opengoa/web-kit';
import { levelWords, stateWords } from '../words.ts';
import { findingCells } from './finding-cells.tsx';
import { levelTones } from './finding-tones.ts';
import './chain.css';

type Finding = Row<'risk-centre.findings'>;

/** From this probability one may be fairly sure, from that one half sure: three dots, no fourth. */
const sure = (probability: number): 'high' | 'middle' | 'low' =>
  probability >= 0.75 ? 'high' : probability >= 0.4 ? 'middle' : 'low';
const sureWords = {
  high: { zh: '把握较高', en: 'fairly sure' },
  middle: { zh: '中等把握', en: 'half sure' },
  low: { zh: '把握较低', en: 'not sure' },
} as const;

/** Open findings by expected loss: the bar is loss times probability, the dot how sure it is. Those without a price stand behind, in their own unit. */
export function LossBars({ rows }: { readonly rows: readonly Finding[] }) {
  const { w } = useWords();
  const most = Math.max(1, ...rows.map((row) => Number(row.expected_loss_fen ?? 0)));
  return (
    <ol className="rc-bars">
      {rows.map((row) => {
        const fen = row.expected_loss_fen === null ? null : Number(row.expected_loss_fen);
        const confidence = sure(Number(row.probability));
        return (
          <li key={row.id}>
            <Go to={`/risk/findings/${row.id}`}>
              <span className="rc-bar-name">
                <StatusTag tone={levelTones[row.level as keyof typeof levelTones]}>
                  {w(levelWords[row.level as keyof typeof levelWords])}
                </StatusTag>{' '}
                {row.subject_name}
                <small>
                  {row.unit_name ?? <NameOf id={row.unit_id} />} ·{' '}
                  {w({ zh: row.kit_title ?? '', en: row.kit_title_en ?? '' })} ·{' '}
                  {w(stateWords[row.state as keyof typeof stateWords])}
                </small>
              </span>
              <span className="rc-bar" aria-hidden="true">
                <i style={{ width: `${fen === null ? 0 : Math.max(1, (fen / most) * 100)}%` }} />
              </span>
              <span className="rc-bar-sum">
                {fen === null ? findingCells['expected_loss']?.(row) : `${yuan(fen)} 元`}
              </span>
              <span className={`rc-dot rc-dot-${confidence}`}>
                {percent(Number(row.probability))} <small>{w(sureWords[confidence])}</small>
              </span>
            </Go>
          </li>
        );
      })}
    </ol>
  );
}
