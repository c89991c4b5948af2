import {
  ago,
  EmptyState,
  instant,
  number,
  Page,
  RefusalNote,
  Shown,
  toast,
  type Row,
  useList,
  useRead,
  useKeptActs,
  useKeptVerb,
  useWords,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
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
  const { acts } = useKeptActs();
  const waiting = acts.filter(({ verb, input }) => verb === 'energy.read-meter' && input['meter'] === row.id);
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
      {waiting.map((act) => (
        <p key={act.key} className="k-note" role="status">
          {number(Number(act.input['value']))} {measures[row.measure].en}，{instant(act.at, language)}：
          {w({ zh: '已记下，联网后发送。', en: 'kept; sent when there is a network.' })}
        </p>
      ))}
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
  const act = useKeptVerb('energy.read-meter');
  const [text, setText] = useState('');
  const value = Number(text);
  const last = meter.answer?.lastRegister;
  const [photo, setPhoto] = useState<File>();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async () => {
    setRunning(true);
    setProblem(undefined);
    const said = `${row.building} ${row.name} ${number(value)} ${measures[row.measure].en}`;
    const photos = { point: 'energy.meter-photo', field: 'photos', files: photo ? [photo] : [] };
    // The instant of the press is when it was read, however late it is sent.
    const input = { meter: row.id, value, photos: [] };
    let outcome = await act({ ...input, at: new Date().toISOString() }, said, photos);
    // The phone's clock is ahead of the office's: then the office's counts.
    if (outcome.is === 'refused' && outcome.problem.code === 'time-not-yet') outcome = await act(input, said, photos);
    setRunning(false);
    if (outcome.is === 'refused') return setProblem(outcome.problem);
    toast(
      outcome.is === 'kept'
        ? w({ zh: `${said}：已记下，联网后发送`, en: `${said}: kept, sent when there is a network` })
        : w({ zh: `已记录 ${said}`, en: `Kept ${said}` }),
    );
    return onDone();
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
        {photo === undefined
          ? w({ zh: '拍照留存（可不拍）', en: 'Take a photo (optional)' })
          : w({ zh: `已附照片 ${photo.name}`, en: `With the photo ${photo.name}` })}
        <input
          id={`photo-${row.id}`}
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={(event) => setPhoto(event.target.files?.[0])}
        />
      </label>
      <RefusalNote problem={problem} />
      <Button
        type="primary"
        htmlType="submit"
        loading={running}
        disabled={text.trim() === '' || !Number.isFinite(value)}
      >
        {w({ zh: '记下', en: 'Keep' })}
      </Button>
    </form>
  );
}
