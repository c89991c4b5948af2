import {
  ago,
  bringFile,
  EmptyState,
  instant,
  number,
  Page,
  ProblemError,
  RefusalNote,
  Shown,
  toast,
  type Row,
  useList,
  useRead,
  useVerb,
  useWords,
} from '@opengoa/web-kit';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { carriers, measures } from '../../words.zh.ts';
import './read-meters.css';

/** 抄表, standing before the meter with a phone: longest unread first, one number, one button. */
export default function ReadMeters() {
  const [word, setWord] = useState('');
  const { w } = useWords();
  const known = useList(
    'energy.meters',
    { where: { reads: { is: 'register' } }, ...(word.trim() === '' ? {} : { q: word.trim() }), sort: 'last_at' },
    { size: 30 },
  );
  return (
    <Page title={{ zh: '抄表', en: 'Read meters' }} wide={false}>
      <Input
        allowClear
        size="large"
        type="search"
        aria-label={w({ zh: '表号、名称', en: 'Number or name' })}
        placeholder={w({ zh: '表号、名称', en: 'Number or name' })}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <Shown known={known} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon="ruler"
              title={{ zh: '没有要抄的表', en: 'No meter to read' }}
              todo={{
                zh: '自动报送的表不需要人工抄表。',
                en: 'Meters that report by themselves are not read by hand.',
              }}
            />
          ) : (
            <ol className="e-reads">
              {rows.map((row) => (
                <li key={row.id}>
                  <Card row={row} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </Page>
  );
}

function Card({ row }: { readonly row: Row<'energy.meters'> }) {
  const { w, language } = useWords();
  const [open, setOpen] = useState(false);
  const [now] = useState(() => new Date());
  return (
    <article className="e-read">
      <h2>
        {row.building} {row.name}
      </h2>
      <p className="k-faint">
        {w(carriers[row.carrier])}
        {row.key === null ? '' : ` · ${row.key}`} ·{' '}
        {row.last_at === null ? w({ zh: '从未抄表', en: 'never read' }) : ago(row.last_at, now, language)}
      </p>
      {row.may?.includes('energy.read-meter') &&
        (open ? (
          <Entry row={row} onDone={() => setOpen(false)} />
        ) : (
          <Button size="large" onClick={() => setOpen(true)}>
            {w({ zh: '抄这块表', en: 'Read it' })}
          </Button>
        ))}
    </article>
  );
}

/** The last number stands beside the field; the server says when the new one cannot be. */
function Entry({ row, onDone }: { readonly row: Row<'energy.meters'>; readonly onDone: () => void }) {
  const { w, language } = useWords();
  const meter = useRead('energy.meter', { id: row.id });
  const act = useVerb('energy.read-meter');
  const [text, setText] = useState('');
  const value = Number(text);
  const last = meter.answer?.lastRegister;
  const [photo, setPhoto] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [bringing, setBringing] = useState(false);
  const [problem, setProblem] = useState<ProblemError['problem'] | null>(null);
  const bring = async (file: File | undefined) => {
    if (!file) return;
    setBringing(true);
    setProblem(null);
    try {
      setPhoto(await bringFile('energy.meter-photo', file));
    } catch (caught) {
      if (!(caught instanceof ProblemError)) throw caught;
      setProblem(caught.problem);
    } finally {
      setBringing(false);
    }
  };
  const send = async () => {
    const outcome = await act.run({ meter: row.id, value, photos: photo === null ? [] : [photo.id] });
    if (!outcome.ok) return;
    toast(
      w({
        zh: `已记录 ${number(value)} ${measures[row.measure].en}`,
        en: `Kept ${number(value)} ${measures[row.measure].en}`,
      }),
    );
    onDone();
  };
  return (
    <form
      className="e-entry"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor={`read-${row.id}`}>
        {w({ zh: '表底数', en: 'Register' })} ({measures[row.measure].en}){' '}
        <span className="k-faint">
          {last
            ? w({
                zh: `上次 ${number(last.value)},${instant(last.at, language)}`,
                en: `last ${number(last.value)}`,
              })
            : ''}
        </span>
      </label>
      <Input
        id={`read-${row.id}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label className="e-photo" htmlFor={`photo-${row.id}`}>
        {bringing
          ? w({ zh: '照片上传中…', en: 'Bringing the photo …' })
          : photo === null
            ? w({ zh: '拍照留存（可不拍）', en: 'Take a photo (optional)' })
            : w({ zh: `已附照片 ${photo.name}`, en: `With the photo ${photo.name}` })}
        <input
          id={`photo-${row.id}`}
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          disabled={bringing}
          onChange={(event) => void bring(event.target.files?.[0])}
        />
      </label>
      {problem && <RefusalNote problem={problem} />}
      {act.problem && <RefusalNote problem={act.problem} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={act.running}
        disabled={bringing || text.trim() === '' || !Number.isFinite(value)}
      >
        {w({ zh: '记下', en: 'Keep' })}
      </Button>
    </form>
  );
}
