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
  useList,
  useVerb,
  useWords,
} from '@opengoa/web-kit';
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
  const out = drive.state === 'departed';
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
      {out && (
        <p className="k-note">
          {w({
            zh: `${clock(drive.departed_at)} 出车，里程 ${distance(drive.odometer_out_km)}`,
            en: `left ${instant(drive.departed_at, language)} at ${distance(drive.odometer_out_km)}`,
          })}
        </p>
      )}
      {drive.may?.includes(verb) && <ReadOdometer drive={drive} verb={verb} out={out} />}
    </article>
  );
}

/** One number and one button. When the server asks why, there is one more line. */
function ReadOdometer({ drive, verb, out }: { readonly drive: Drive; readonly verb: Reading; readonly out: boolean }) {
  const { w } = useWords();
  const act = useVerb(verb);
  const [km, setKm] = useState(out ? '' : String(drive.odometer_km ?? ''));
  const [why, setWhy] = useState('');
  const [photos, setPhotos] = useState<readonly Picked[]>([]);
  const asksWhy = act.problem?.code === 'far-from-plan';
  const title = out ? w({ zh: '返回', en: 'Return' }) : w({ zh: '出车', en: 'Depart' });
  const id = `odometer-${drive.id}`;

  const send = async () => {
    const outcome = await act.run({
      trip: drive.id,
      odometerKm: Number(km),
      files: photos.map((photo) => photo.id),
      ...(why === '' ? {} : { why }),
    });
    if (outcome.ok) toast(`${drive.number} ${title}`);
  };
  return (
    <form
      className="v-odometer"
      onSubmit={(event) => {
        event.preventDefault();
        if (/^\d+$/.test(km)) void send();
      }}
    >
      <RefusalNote problem={act.problem} />
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
      <Button type="primary" size="large" block htmlType="submit" loading={act.running} disabled={km === ''}>
        {title}
      </Button>
    </form>
  );
}
