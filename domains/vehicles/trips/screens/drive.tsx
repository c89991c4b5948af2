import {
  clock,
  distance,
  EmptyState,
  FilesField,
  instant,
  Page,
  type Picked,
  RefusalNote,
  Shown,
  span,
  toast,
  type Row,
  useKeptActs,
  useKeptVerb,
  useList,
  useWords,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import './drive.css';

type Drive = Row<'vehicles.drives'>;
/** The two acts that read the odometer. */
type Reading = 'vehicles.depart-trip' | 'vehicles.return-trip';

/** 我的出车, for a phone in the sun: the next trip large, one number to read, one button to press. */
export default function DriveScreen() {
  const drives = useList(
    'vehicles.drives',
    { where: { state: { is: 'dispatched,departed' } } },
    {},
    { everyMs: 60_000 },
  );
  return (
    <Page title={{ zh: '我的出车', en: 'My drives' }} wide={false}>
      <Shown known={drives} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon="car"
              title={{ zh: '现在没有出车任务', en: 'Nothing to drive now' }}
              todo={{ zh: '派车后会出现在这里。', en: 'It appears here once dispatched.' }}
            />
          ) : (
            <ol className="v-drives">
              {rows
                .toSorted((a, b) => Number(b.state === 'departed') - Number(a.state === 'departed'))
                .map((drive) => (
                  <li key={drive.id}>
                    <DriveCard drive={drive} />
                  </li>
                ))}
            </ol>
          )
        }
      </Shown>
    </Page>
  );
}

function DriveCard({ drive }: { readonly drive: Drive }) {
  const { w, language } = useWords();
  const { acts } = useKeptActs();
  // What was pressed without a network counts here at once: the next thing to do is the one after it.
  const waiting = acts.filter(({ input }) => input['trip'] === drive.id);
  const left = waiting.find(({ verb: kept }) => kept === 'vehicles.depart-trip');
  const back = waiting.some(({ verb: kept }) => kept === 'vehicles.return-trip');
  const out = drive.state === 'departed' || left !== undefined;
  const verb = out ? 'vehicles.return-trip' : 'vehicles.depart-trip';
  return (
    <article className="v-drive" data-out={out ? '' : undefined}>
      <p className="v-drive-when">
        {span(drive.starts_at, drive.ends_at, language)} <strong>{drive.plate}</strong>
      </p>
      <h2>
        {drive.from_place} → {drive.to_place}
      </h2>
      <p>
        {w({
          zh: `${drive.people} 人，往返 ${distance(drive.distance_km)}，联系人 ${drive.asker_name}`,
          en: `${drive.people} people, ${distance(drive.distance_km)}, contact ${drive.asker_name}`,
        })}
      </p>
      <p className="k-faint">
        {drive.number} · {drive.purpose}
        {drive.note ? ` · ${drive.note}` : ''}
      </p>
      {waiting.length > 0 && (
        <p className="k-note" role="status">
          {waiting.map(({ title, at }) => `${title} ${clock(at)}`).join('，')}：
          {w({ zh: '已记下，联网后发送。', en: 'kept; sent when there is a network.' })}
        </p>
      )}
      {out && left === undefined && (
        <p className="k-note">
          {w({
            zh: `${clock(drive.departed_at)} 出车，里程 ${distance(drive.odometer_out_km)}`,
            en: `left ${instant(drive.departed_at, language)} at ${distance(drive.odometer_out_km)}`,
          })}
        </p>
      )}
      {!back && (left !== undefined || drive.may?.includes(verb)) && (
        <ReadOdometer key={verb} drive={drive} verb={verb} out={out} />
      )}
    </article>
  );
}

/** One number and one button. When the server asks why, there is one more line. */
function ReadOdometer({ drive, verb, out }: { readonly drive: Drive; readonly verb: Reading; readonly out: boolean }) {
  const { w } = useWords();
  const act = useKeptVerb(verb);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [km, setKm] = useState(out ? '' : String(drive.odometer_km ?? ''));
  const [why, setWhy] = useState('');
  const [photos, setPhotos] = useState<readonly Picked[]>([]);
  const asksWhy = problem?.code === 'far-from-plan';
  const title = out ? w({ zh: '返回', en: 'Return' }) : w({ zh: '出车', en: 'Depart' });
  const id = `odometer-${drive.id}`;

  const send = async () => {
    setRunning(true);
    setProblem(undefined);
    // The instant of the press is when it happened, however late it is sent.
    const files = photos.map((photo) => photo.id);
    const input = { trip: drive.id, odometerKm: Number(km), files, ...(why === '' ? {} : { why }) };
    const said = `${drive.number} ${title}`;
    let outcome = await act({ ...input, at: new Date().toISOString() }, said);
    // The phone's clock is ahead of the office's: then the office's counts.
    if (outcome.is === 'refused' && outcome.problem.code === 'time-not-yet') outcome = await act(input, said);
    setRunning(false);
    if (outcome.is === 'refused') setProblem(outcome.problem);
    else toast(said);
  };
  return (
    <form
      className="v-odometer"
      onSubmit={(event) => {
        event.preventDefault();
        if (/^\d+$/.test(km)) void send();
      }}
    >
      <RefusalNote problem={problem} />
      <label htmlFor={id}>{w({ zh: '里程表读数', en: 'Odometer' })}</label>
      <Input
        id={id}
        size="large"
        inputMode="numeric"
        suffix="km"
        value={km}
        autoComplete="off"
        onChange={(event) => setKm(event.target.value.replaceAll(/\D/g, ''))}
      />
      <label htmlFor={`${id}-photo`}>{w({ zh: '里程表照片（可不拍）', en: 'Photo of it (optional)' })}</label>
      <FilesField id={`${id}-photo`} point="vehicles.paper" most={2} camera value={photos} onChange={setPhotos} />
      {(asksWhy || why !== '') && (
        <>
          <label htmlFor={`${id}-why`}>{w({ zh: '原因', en: 'Why' })}</label>
          <Input
            id={`${id}-why`}
            size="large"
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </>
      )}
      <Button type="primary" size="large" block htmlType="submit" loading={running} disabled={km === ''}>
        {title}
      </Button>
    </form>
  );
}
