import { type Answer, distance, EmptyState, Section, span, useWords } from '@opengoa/web-kit';

interface TrayProps {
  readonly waiting: Answer<'vehicles.board'>['tray'];
  readonly chosen: string | undefined;
  onChoose(trip: string | undefined): void;
  onDrag(trip: string | undefined): void;
}

/** 待派: approved requests. A card is dragged, or chosen with Enter. */
export function Tray({ waiting, chosen, onChoose, onDrag }: TrayProps) {
  const { w, language } = useWords();
  return (
    <Section title={{ zh: `待派 ${waiting.length}`, en: `To dispatch ${waiting.length}` }}>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={{ zh: '没有待派的申请', en: 'Nothing waits' }} />
      ) : (
        <ol className="v-tray">
          {waiting.map(({ trip, number, unitName, askerName, plan }) => (
            <li key={trip}>
              <button
                type="button"
                className="v-card"
                draggable
                aria-pressed={trip === chosen}
                onClick={() => onChoose(trip === chosen ? undefined : trip)}
                onDragStart={(event) => {
                  event.dataTransfer.setData('text/plain', number);
                  event.dataTransfer.effectAllowed = 'move';
                  onDrag(trip);
                }}
                onDragEnd={() => onDrag(undefined)}
              >
                <strong>{plan.to}</strong>
                <span>{span(plan.startsAt, plan.endsAt, language)}</span>
                <span>
                  {w({ zh: `${plan.people} 人`, en: `${plan.people} people` })} · {distance(plan.distanceKm)} ·{' '}
                  {plan.purpose}
                </span>
                <span className="k-faint">
                  {number} · {unitName} {askerName}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
