import { words } from '@opengoa/kernel/words';
import {
  type ActDialogProps,
  type Answer,
  bringFile,
  EmptyState,
  number,
  ProblemError,
  RefusalNote,
  Shown,
  TableBox,
  useRead,
  useVerb,
  useWords,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { type Drawing, lengthUnits, type LengthUnit, NotADrawing } from '../drawing.ts';
import { matchPlan } from '../match-plan.ts';
import { readDxf } from '../read-dxf.ts';
import { readGeojson } from '../read-geojson.ts';
import { type Shape, shapesOf } from '../shapes-of.ts';
import { drawingProblems } from '../words.zh.ts';
import './floor-plan.css';

type Floor = Answer<'space.floor-plan'>;
interface Read {
  readonly file: File;
  readonly source: 'dxf' | 'geojson';
  readonly drawing: Drawing;
}

/** 导入平面图: the file is read here and held against the rooms before anything is sent. */
export default function TakePlanDialog({ object, onDone, onCancel }: ActDialogProps) {
  const known = useRead('space.floor-plan', { id: object.id ?? '' }, { when: object.id !== undefined });
  return (
    <Shown known={known} lines={6}>
      {(floor) => <TakePlan floor={floor} onDone={onDone} onCancel={onCancel} />}
    </Shown>
  );
}

function TakePlan({ floor, onDone, onCancel }: { readonly floor: Floor; onDone(): void; onCancel(): void }) {
  const { w } = useWords();
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<keyof typeof drawingProblems>();
  const [unit, setUnit] = useState<LengthUnit>();
  const [layers, setLayers] = useState<readonly string[]>([]);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setRead(undefined);
    try {
      const text = await file.text();
      const source = /^\s*\{/.test(text) ? ('geojson' as const) : ('dxf' as const);
      const drawing = source === 'geojson' ? readGeojson(text) : readDxf(text);
      const said = drawing.metres ?? guessedMetres(drawing);
      setRead({ file, source, drawing });
      setUnit((Object.keys(lengthUnits) as LengthUnit[]).find((each) => lengthUnits[each] === said) ?? 'mm');
      setLayers(bestLayers(drawing, said, floor));
    } catch (error) {
      if (!(error instanceof NotADrawing)) throw error;
      setProblem(error.problem);
    }
  };

  return (
    <div className="s-take-plan">
      <p className="k-about">
        {w(
          words(
            '选择本楼层的 DXF（ASCII）或 GeoJSON 文件。先在本机试读并与房间台账核对，确认后才写入；登记面积不会被改动。',
            'Choose the DXF (ASCII) or GeoJSON of this floor. It is read and held against the rooms first; declared areas are not changed.',
          ),
        )}
      </p>
      <p>
        <input
          type="file"
          aria-label={w(words('平面图文件', 'Drawing'))}
          accept=".dxf,.geojson,.json"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </p>
      {problem && <p role="alert">{w(drawingProblems[problem])}</p>}
      {read && unit && (
        <Trial
          floor={floor}
          read={read}
          unit={unit}
          layers={layers}
          onUnit={setUnit}
          onLayers={setLayers}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </div>
  );
}

interface TrialProps {
  readonly floor: Floor;
  readonly read: Read;
  readonly unit: LengthUnit;
  readonly layers: readonly string[];
  onUnit(unit: LengthUnit): void;
  onLayers(layers: readonly string[]): void;
  onDone(): void;
  onCancel(): void;
}

/** What would be taken: which outline is which room, and by how much the areas differ. */
function Trial({
  floor,
  read: { file, source, drawing },
  unit,
  layers,
  onUnit,
  onLayers,
  onDone,
  onCancel,
}: TrialProps) {
  const { w } = useWords();
  const take = useVerb('space.take-plan');
  const [brought, setBrought] = useState<Problem>();
  const shapes = shapesOf(drawing, lengthUnits[unit], layers);
  const match = matchPlan(shapes, floor.rooms, floor.tolerance);
  const numberOf = new Map(floor.rooms.map((room) => [room.id, room]));
  const matched = match.shapes.filter(({ room }) => room !== null);
  const send = async () => {
    setBrought(undefined);
    try {
      const { id } = await bringFile('space.plan-file', file);
      const outcome = await take.run({
        floor: floor.id,
        source,
        fileName: file.name.slice(0, 200),
        file: id,
        shapes: shapes.map(({ layer, label, outline }) => ({
          layer,
          label,
          outline: outline.map((ring) => ring.map((corner) => [...corner] as never)),
        })),
      });
      if (outcome.ok) onDone();
    } catch (caught) {
      if (!(caught instanceof ProblemError)) throw caught;
      setBrought(caught.problem);
    }
  };
  const unused = Object.entries(drawing.unused);
  return (
    <>
      <p>
        {w(words('图纸单位', 'Unit of the drawing'))}{' '}
        <Select
          aria-label={w(words('图纸单位', 'Unit'))}
          value={unit}
          onChange={onUnit}
          options={(Object.keys(lengthUnits) as LengthUnit[]).map((value) => ({ value, label: value }))}
        />
        {drawing.metres === null && (
          <span className="k-faint"> {w(words('文件没有说明，请核对', 'not told by the file: check it'))}</span>
        )}
      </p>
      <fieldset className="s-take-layers">
        <legend>{w(words('房间轮廓所在图层', 'Layers of the rooms'))}</legend>
        {layersOf(drawing).map(([layer, count]) => (
          <Checkbox
            key={layer}
            checked={layers.includes(layer)}
            onChange={({ target }) =>
              onLayers(target.checked ? [...layers, layer] : layers.filter((each) => each !== layer))
            }
          >
            {layer || w(words('（未命名）', '(unnamed)'))} ({count})
          </Checkbox>
        ))}
      </fieldset>
      {shapes.length === 0 ? (
        <EmptyState title={words('所选图层没有闭合轮廓', 'No closed outline on these layers')} />
      ) : (
        <>
          <p role="status">
            {w(
              words(
                `对应房间 ${matched.length} 间，面积超出限差 ${matched.filter(({ within }) => within === false).length} 间，图上没有的房间 ${match.roomsWithout.length} 间，没有对应的轮廓 ${match.shapes.length - matched.length} 个`,
                `${matched.length} rooms matched, ${matched.filter(({ within }) => within === false).length} beyond the tolerance, ${match.roomsWithout.length} not drawn, ${match.shapes.length - matched.length} outlines left`,
              ),
            )}
          </p>
          <TableBox title={w(words('对应的房间', 'Rooms matched'))}>
            <table className="k-table">
              <thead>
                <tr>
                  <th>{w(words('图上文字', 'Label'))}</th>
                  <th>{w(words('房间', 'Room'))}</th>
                  <th>{w(words('图上 ㎡', 'Drawn m²'))}</th>
                  <th>{w(words('登记 ㎡', 'Declared m²'))}</th>
                  <th>{w(words('相差', 'Difference'))}</th>
                </tr>
              </thead>
              <tbody>
                {match.shapes.map((each) => (
                  <Row
                    key={each.shape}
                    shape={shapes[each.shape]!}
                    of={each}
                    room={each.room === null ? undefined : numberOf.get(each.room)}
                    crossing={match.crossing.includes(each.shape)}
                  />
                ))}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
      {match.roomsWithout.length > 0 && (
        <p className="k-faint">
          {w(words('图上没有的房间：', 'Not drawn: '))}
          {match.roomsWithout.map((id) => numberOf.get(id)?.number).join('、')}
        </p>
      )}
      {unused.length > 0 && (
        <p className="k-faint">
          {w(words('没有采用的图元：', 'Not used: '))}
          {unused.map(([name, count]) => `${name} ${count}`).join('、')}
        </p>
      )}
      <RefusalNote problem={brought ?? take.problem} />
      <p>
        <Button type="primary" loading={take.running} disabled={matched.length === 0} onClick={() => void send()}>
          {w(words('导入', 'Take'))}
        </Button>{' '}
        <Button onClick={onCancel}>{w(words('取消', 'Cancel'))}</Button>
      </p>
    </>
  );
}

function Row({
  shape,
  of: each,
  room,
  crossing,
}: {
  readonly shape: Shape;
  readonly of: ReturnType<typeof matchPlan>['shapes'][number];
  readonly room: Floor['rooms'][number] | undefined;
  readonly crossing: boolean;
}) {
  const { w } = useWords();
  return (
    <tr>
      <td>{shape.label || '—'}</td>
      <td>{room?.number ?? (crossing ? w(words('轮廓自相交', 'crosses itself')) : '—')}</td>
      <td>{number(each.areaM2, 2)}</td>
      <td>{number(room?.areaM2, 2)}</td>
      <td className={each.within === false ? 'k-late' : undefined}>
        {each.differenceM2 === null
          ? '—'
          : `${each.differenceM2 > 0 ? '+' : ''}${number(each.differenceM2, 2)}（±${number(each.toleranceM2, 2)}）`}
      </td>
    </tr>
  );
}

/** A building is some tens of metres wide: a drawing of thousands of units is in millimetres. */
function guessedMetres(drawing: Drawing): number {
  const xs = drawing.rings.flatMap(({ ring }) => ring.map(([x]) => x));
  const wide = xs.length === 0 ? 0 : xs.reduce((a, b) => Math.max(a, b)) - xs.reduce((a, b) => Math.min(a, b));
  return wide > 1_000 ? 0.001 : 1;
}

const layersOf = (drawing: Drawing): [string, number][] =>
  [...Map.groupBy(drawing.rings, ({ layer }) => layer)]
    .map(([layer, rings]): [string, number] => [layer, rings.length])
    .toSorted(([a], [b]) => a.localeCompare(b));

/** The layer on which most rooms are found; nothing where none is. */
function bestLayers(drawing: Drawing, metres: number, floor: Floor): string[] {
  const counted = layersOf(drawing).map(([layer]) => ({
    layer,
    found: matchPlan(shapesOf(drawing, metres, [layer]), floor.rooms, floor.tolerance).shapes.filter(
      ({ room }) => room !== null,
    ).length,
  }));
  const most = Math.max(0, ...counted.map(({ found }) => found));
  return counted
    .filter(({ found }) => found === most && (most > 0 || counted.length === 1))
    .slice(0, 1)
    .map(({ layer }) => layer);
}
