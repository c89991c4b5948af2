import {
  ago,
  cellText,
  factWords,
  instant,
  LedgerPage,
  NameOf,
  number,
  Pairs,
  pathOf,
  Go,
  Shown,
  useListMeta,
  useMay,
  useRead,
  useWords,
  type LedgerRow,
} from '@opengoa/web-kit';
import type { Column } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { VerifySheet } from './verify-sheet.tsx';
import './record.css';

/** 操作记录: how far it is sealed, and every fact. */
export default function RecordPage() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="kernel.facts"
      searchBy={['happened_at', 'person_name', 'type']}
      above={<SealBar />}
      tones={{ outcome: { done: 'done', refused: 'refused' } }}
      cells={{ object_kind: (row) => w(factWords(String(row['object_kind'])) ?? String(row['object_kind'] ?? '—')) }}
      opens={factSheet}
      empty={{
        title: { zh: '还没有操作记录', en: 'Nothing is on the Record yet' },
        todo: { zh: '第一件办理完成后，这里会有它的记录。', en: 'The first act that is done stands here.' },
      }}
    />
  );
}

const factSheet = (row: LedgerRow) => <FactSheet row={row} />;

function SealBar() {
  const { w, language } = useWords();
  const open = useMay('kernel.record-standing');
  const mayVerify = useMay('kernel.verify-record');
  const known = useRead('kernel.record-standing', {}, { when: open, everyMs: 30_000 });
  const [verifying, setVerifying] = useState(false);
  // One look at the clock for each answer, so that drawing again changes nothing.
  const [now] = useState(() => new Date());
  if (!open && !mayVerify) return null;
  return (
    <div className="r-seal">
      {open && (
        <Shown known={known} lines={1}>
          {(standing) => (
            <p>
              {w({ zh: '已封存至', en: 'Sealed up to' })} <strong>#{number(standing.sealed)}</strong>
              {standing.root && (
                <>
                  {' · '}
                  {w({ zh: '根', en: 'root' })} <code>{standing.root.slice(0, 8)}…</code>
                </>
              )}
              {standing.signedAt && (
                <>
                  {' · '}
                  {w({ zh: '签名', en: 'signed' })} {ago(standing.signedAt, now, language)}
                </>
              )}
              {standing.unsealed > 0 && ` · ${w({ zh: '待封存', en: 'waiting' })} ${number(standing.unsealed)}`}
            </p>
          )}
        </Shown>
      )}
      <span className="o-row">
        {mayVerify && <Button onClick={() => setVerifying(true)}>{w({ zh: '验证', en: 'Verify' })}</Button>}
        {open && (
          <a className="k-button" href="/api/reads/kernel.checkpoint" download="checkpoint.json">
            {w({ zh: '导出检查点', en: 'Export a checkpoint' })}
          </a>
        )}
      </span>
      {verifying && <VerifySheet onClose={() => setVerifying(false)} />}
    </div>
  );
}

/** A fact as a sentence, then its fields. */
function FactSheet({ row }: { readonly row: LedgerRow }) {
  const { w, language } = useWords();
  const text = (name: string) => (row[name] === null || row[name] === undefined ? '—' : String(row[name]));
  const kind = text('object_kind');
  const { type, verb } = useListMeta('kernel.facts').answer?.columns ?? {};
  const titled = (column: Column | undefined, name: string) =>
    column ? cellText(column, row[name], language) : text(name);
  const named = w(factWords(kind) ?? kind);
  const path = pathOf(kind, text('object_id'));
  const known = useRead('kernel.timeline', {
    object: String(row['object_id']),
  });
  const entry = known.answer?.entries.find((each) => each.id === row['id']);
  return (
    <>
      <p className="k-summary">
        {instant(text('happened_at'), language)}
        {language === 'zh' ? '，' : ', '}
        {[row['person_name'], row['post_title']].filter(Boolean).join(' · ') ||
          w({ zh: '系统', en: 'the program' })}{' '}
        {titled(type, 'type')}
        {row['outcome'] === 'refused' && w({ zh: '，被拒绝', en: ', refused' })}
        {language === 'zh' ? '。' : '.'}
      </p>
      <Pairs
        pairs={[
          {
            term: w({ zh: '封存号', en: 'Sealed as' }),
            value: row['seq'] === null ? w({ zh: '待封存', en: 'waiting' }) : `#${number(row['seq'] as number)}`,
            wide: true,
          },
          { term: w({ zh: '单位', en: 'Unit' }), value: <NameOf id={text('unit_id')} />, wide: true },
          { term: w({ zh: '动作', en: 'Verb' }), value: titled(verb, 'verb'), wide: true },
          {
            term: w({ zh: '对象', en: 'Object' }),
            value: (
              <>
                {path ? <Go to={path}>{named}</Go> : named} <code className="k-faint">{text('object_id')}</code>
              </>
            ),
            wide: true,
          },
          ...(row['refusal']
            ? [{ term: w({ zh: '拒绝原因', en: 'Refusal' }), value: text('refusal'), wide: true }]
            : []),
          ...(entry?.why ? [{ term: w({ zh: '说明', en: 'Reason' }), value: entry.why, wide: true }] : []),
          { term: w({ zh: '来自', en: 'From' }), value: text('address'), wide: true },
          { term: w({ zh: '请求', en: 'Request' }), value: <code>{text('request_id')}</code>, wide: true },
        ]}
      />
      {entry?.body !== null && entry?.body !== undefined && (
        <pre className="r-body">{JSON.stringify(entry.body, null, 2)}</pre>
      )}
    </>
  );
}
