import type { Column } from '@opengoa/kernel/contract';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Condition } from '../client/list-query.ts';
import { DayField } from '../form/day-field.tsx';
import { PersonPicker, UnitPicker } from '../form/picker.tsx';
import { fenFromYuan, yuanToEdit } from '../formatters.ts';
import { useWords } from '../words/i18n.ts';

interface FilterProps {
  readonly column: Column;
  readonly condition: Condition | undefined;
  onChange(condition: Condition | undefined): void;
}

const QUIET_MS = 400;
/** More choices than are found at a glance are searched by typing. */
const MANY = 12;

/** Text that is asked for once the typing rests, or at Enter. */
export function RestingInput({
  value,
  label,
  placeholder,
  numeric = false,
  onRest,
}: {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  onRest(value: string): void;
}) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  if (asked !== value) {
    // Cleared or changed from outside (a chip's cross, a view).
    setAsked(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onRest(typed.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      value={typed}
      aria-label={label}
      {...(placeholder ? { placeholder } : {})}
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      allowClear
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onRest(typed.trim())}
    />
  );
}

const ends = (condition: Condition | undefined): { from?: string; to?: string } =>
  condition && !('is' in condition) ? condition : {};

/** The control that asks for one column's condition: a choice, a range, a name. */
export function FilterControl({ column, condition, onChange }: FilterProps) {
  const { w, t } = useWords();
  const title = w(column.title);
  const is = condition && 'is' in condition ? condition.is : undefined;
  const range = ends(condition);
  const end = (which: 'from' | 'to', value: string | undefined) => {
    const { [which]: _old, ...rest } = range;
    onChange(value ? { ...rest, [which]: value } : rest);
  };
  switch (column.kind) {
    case 'choice':
    case 'yes-no': {
      const choices: [string, string][] =
        column.kind === 'yes-no'
          ? [
              ['true', t('yes')],
              ['false', t('no')],
            ]
          : Object.entries(column.choices ?? {}).map(([key, words]) => [key, w(words)]);
      return (
        <Select
          className="k-wide"
          aria-label={title}
          allowClear
          showSearch={choices.length > MANY ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={choices.length <= MANY}
          placeholder={t('any')}
          value={is ?? null}
          options={choices.map(([value, label]) => ({ value, label }))}
          onChange={(value) => onChange(value ? { is: value } : undefined)}
        />
      );
    }
    case 'day':
    case 'instant':
      return (
        <div className="k-range">
          <DayField
            placeholder={t('from')}
            value={range.from}
            max={range.to}
            label={`${title} ${t('from')}`}
            onChange={(value) => end('from', value)}
          />
          <span aria-hidden="true">–</span>
          <DayField
            placeholder={t('to')}
            value={range.to}
            min={range.from}
            label={`${title} ${t('to')}`}
            onChange={(value) => end('to', value)}
          />
        </div>
      );
    case 'integer':
    case 'decimal':
    case 'money-fen': {
      const money = column.kind === 'money-fen';
      const show = (value: string | undefined) =>
        value === undefined ? '' : money ? yuanToEdit(Number(value)) : value;
      const take = (typed: string) =>
        typed === ''
          ? undefined
          : money
            ? fenFromYuan(typed)?.toString()
            : Number.isFinite(Number(typed))
              ? typed
              : undefined;
      return (
        <div className="k-range">
          <RestingInput
            numeric
            value={show(range.from)}
            label={`${title} ${t('from')}`}
            placeholder={t('from')}
            onRest={(typed) => end('from', take(typed))}
          />
          <span aria-hidden="true">–</span>
          <RestingInput
            numeric
            value={show(range.to)}
            label={`${title} ${t('to')}`}
            placeholder={t('to')}
            onRest={(typed) => end('to', take(typed))}
          />
        </div>
      );
    }
    case 'unit':
    case 'person': {
      const Who = column.kind === 'unit' ? UnitPicker : PersonPicker;
      return (
        <Who
          placeholder={t('any')}
          label={title}
          value={is ? { id: is, label: is } : undefined}
          onChange={(picked) => onChange(picked ? { is: picked.id } : undefined)}
        />
      );
    }
    default:
      return (
        <RestingInput value={is ?? ''} label={title} onRest={(typed) => onChange(typed ? { is: typed } : undefined)} />
      );
  }
}
