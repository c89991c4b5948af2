import { lazy, Suspense } from 'react';
import { usePhone } from '../look/look.ts';
import type { DayPickerProps } from './day-picker.tsx';

const DayPicker = lazy(() => import('./day-picker.tsx'));

/** A day, or a day and a clock. On a phone the phone's own wheel, on the desk a calendar. */
export function DayField(props: DayPickerProps) {
  const phone = usePhone();
  if (phone) {
    return (
      <input
        className="k-input"
        id={props.id}
        type={props.clock ? 'datetime-local' : 'date'}
        value={props.value ?? ''}
        min={props.min}
        max={props.max}
        aria-label={props.label}
        aria-invalid={props.invalid}
        onChange={(event) => props.onChange(event.target.value || undefined)}
      />
    );
  }
  return (
    <Suspense fallback={<div className="k-input k-skeleton" />}>
      <DayPicker {...props} />
    </Suspense>
  );
}
