import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';

export interface DayPickerProps {
  readonly id?: string;
  /** `2026-03-05`, or `2026-03-05T08:00` with `clock`. */
  readonly value: string | undefined;
  readonly clock?: boolean;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly label?: string | undefined;
  readonly invalid?: boolean;
  readonly placeholder?: string;
  onChange(value: string | undefined): void;
}

/** The calendar of the desk; a phone uses its own. Loaded when the first day is asked for. */
export default function DayPicker({
  id,
  value,
  clock = false,
  min,
  max,
  label,
  invalid,
  placeholder,
  onChange,
}: DayPickerProps) {
  const pattern = clock ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD';
  // Without the day of the week: the picker could not read back what it shows, and Enter would not take it.
  const shown = clock ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD';
  const typed = clock ? ['YYYY-M-D H:mm', 'YYYY/M/D H:mm'] : ['YYYY-M-D', 'YYYY/M/D'];
  const at = value ? dayjs(value) : null;
  return (
    // Enter takes the day, in the picker's own handler below; it does not send the form around it.
    <div className="k-wide" onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
      <DatePicker
        {...(id ? { id } : {})}
        className="k-wide"
        value={at?.isValid() ? at : null}
        format={[shown, ...typed]}
        {...(placeholder ? { placeholder } : {})}
        {...(clock ? { showTime: { format: 'HH:mm', minuteStep: 5 as const } } : {})}
        {...(min ? { minDate: dayjs(min) } : {})}
        {...(max ? { maxDate: dayjs(max) } : {})}
        {...(invalid ? { status: 'error' as const } : {})}
        aria-label={label}
        needConfirm={false}
        onChange={(day) => onChange(day ? day.format(pattern) : undefined)}
      />
    </div>
  );
}
