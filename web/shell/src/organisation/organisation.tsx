import {
  EmptyState,
  getList,
  Page,
  RefusedState,
  problemOf,
  Skeleton,
  usePhone,
  useWay,
  useWords,
  type ScreenProps,
} from '@opengoa/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import './organisation.css';
import { linesOf, pathTo, treeOf, type UnitRow } from './unit-tree.ts';
import { UnitPane } from './unit-pane.tsx';

const SIZE = 200;
const PAGES = 25;
const BEGIN_OPEN = 3;

/** All units, page after page: a bureau has hundreds, a province some thousands. */
async function allUnits(signal: AbortSignal): Promise<readonly UnitRow[]> {
  const rows: UnitRow[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await getList('kernel.units', { size: SIZE, after }, signal);
    rows.push(...answer.rows);
    after = answer.next;
    if (after === undefined) break;
  }
  return rows;
}

/** The tree of units on the left, the chosen one on the right. */
export default function Organisation({ params, query }: ScreenProps<'id'>) {
  const { w } = useWords();
  const way = useWay();
  const phone = usePhone();
  const {
    data: units,
    error,
    refetch,
  } = useQuery({
    queryKey: ['read', 'kernel.units', 'all'],
    queryFn: ({ signal }) => allUnits(signal),
    staleTime: 60_000,
  });
  const id = (params.id as string | undefined) ?? query['unit'];
  const chosen = units?.find((unit) => unit.id === id) ?? (phone || id ? undefined : treeOf(units ?? [])[0]?.unit);
  if (phone && chosen) return <UnitPane unit={chosen} onBack={() => way.go('/organisation')} />;
  return (
    <Page title={{ zh: '机构与人员', en: 'Organisation' }}>
      {error && <RefusedState problem={problemOf(error)} onAgain={() => void refetch()} />}
      {!units && !error && <Skeleton lines={12} height={36} />}
      {units && units.length === 0 && (
        <EmptyState
          icon="tree"
          title={{ zh: '还没有机构', en: 'No units yet' }}
          todo={{ zh: '由系统管理员设立第一个机构。', en: 'The system officer founds the first.' }}
        />
      )}
      {units && units.length > 0 && (
        <div className="g-two">
          <UnitTree
            units={units}
            chosen={chosen?.id}
            label={w({ zh: '机构树', en: 'Units' })}
            onChoose={(unit) => way.go(`/organisation/${unit}`)}
          />
          {!phone && <section className="g-pane">{chosen && <UnitPane key={chosen.id} unit={chosen} />}</section>}
        </div>
      )}
    </Page>
  );
}

interface TreeProps {
  readonly units: readonly UnitRow[];
  readonly chosen: string | undefined;
  readonly label: string;
  onChoose(id: string): void;
}

/** The tree with arrows: right opens, left closes, up and down walk, Enter chooses. */
function UnitTree({ units, chosen, label, onChoose }: TreeProps) {
  const tree = treeOf(units);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set([
        ...linesOf(tree, new Set(units.map((unit) => unit.id)))
          .filter((line) => line.depth < BEGIN_OPEN)
          .map((line) => line.unit.id),
        ...pathTo(units, chosen),
      ]),
  );
  const [at, setAt] = useState(chosen ?? tree[0]?.unit.id);
  const lines = linesOf(tree, open);
  const toggle = (id: string, to: boolean) =>
    setOpen((before) => (to ? new Set([...before, id]) : new Set([...before].filter((each) => each !== id))));
  const walk = (event: KeyboardEvent<HTMLElement>, place: number) => {
    const line = lines[place];
    if (!line) return;
    const goTo = (to: number) => {
      const next = lines[to];
      if (!next) return;
      setAt(next.unit.id);
      document.getElementById(`unit-${next.unit.id}`)?.focus();
    };
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(place + 1),
      ArrowUp: () => goTo(place - 1),
      ArrowRight: () => (line.opens && !line.open ? toggle(line.unit.id, true) : goTo(place + 1)),
      ArrowLeft: () =>
        line.open
          ? toggle(line.unit.id, false)
          : goTo(lines.findLastIndex((each, index) => index < place && each.depth < line.depth)),
      Home: () => goTo(0),
      End: () => goTo(lines.length - 1),
      Enter: () => onChoose(line.unit.id),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <ul className="g-tree" role="tree" aria-label={label}>
      {lines.map((line, place) => (
        <li
          key={line.unit.id}
          id={`unit-${line.unit.id}`}
          role="treeitem"
          aria-level={line.depth}
          aria-expanded={line.opens ? line.open : undefined}
          aria-selected={line.unit.id === chosen}
          tabIndex={line.unit.id === at || (place === 0 && !lines.some((each) => each.unit.id === at)) ? 0 : -1}
          style={{ paddingLeft: (line.depth - 1) * 18 + 8 }}
          onKeyDown={(event) => walk(event, place)}
          onClick={() => {
            setAt(line.unit.id);
            if (line.opens && line.unit.id === chosen) toggle(line.unit.id, !line.open);
            else if (line.opens) toggle(line.unit.id, true);
            onChoose(line.unit.id);
          }}
        >
          <span className="g-twist" aria-hidden="true">
            {line.opens ? (line.open ? '▾' : '▸') : ''}
          </span>
          <span className="g-name">{line.unit.name}</span>
          {line.unit.people ? <span className="k-faint">{line.unit.people}</span> : null}
        </li>
      ))}
    </ul>
  );
}
