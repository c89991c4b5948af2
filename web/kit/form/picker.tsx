import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ListName } from '../client/door-types.ts';
import { useName } from '../hooks/names.tsx';
import { useAnyList, useListMeta } from '../hooks/reads.ts';
import { useWords } from '../words/i18n.ts';
import type { Picked } from './values.ts';

const QUIET_MS = 200;
const FEW = 20;
const MANY = 200;
/** Columns that name a row, in the order they are looked for. */
const NAMING = ['name', 'title', 'plate', 'code', 'number'];

export interface PickerProps {
  readonly id?: string | undefined;
  readonly list: ListName;
  readonly where?: Readonly<Record<string, string>> | undefined;
  /** Columns that name a row. */
  readonly labelColumns?: readonly string[] | undefined;
  readonly value: Picked | undefined;
  readonly label?: string | undefined;
  readonly invalid?: boolean;
  readonly placeholder?: string;
  onChange(value: Picked | undefined): void;
}

/** What a row is called: the named columns, or the first that usually name things. */
export function labelOf(row: Readonly<Record<string, unknown>>, columns?: readonly string[]): string {
  const chosen = columns ?? NAMING.filter((name) => row[name] !== undefined && row[name] !== null).slice(0, 1);
  const label = chosen
    .map((name) => row[name])
    .filter((value) => value !== undefined && value !== null && value !== '')
    .map((value) => String(value as string | number))
    .join(' · ');
  return label || String(row['id'] ?? '');
}

/** A row chosen from a ledger by typing: name, pinyin initials, number, whatever that list searches. Shows only what this person may see. */
export function Picker({
  id,
  list,
  where = {},
  labelColumns,
  value,
  label,
  invalid,
  placeholder,
  onChange,
}: PickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [open, setOpen] = useState(false);
  // Only the id is known where the value came from an address.
  const named = useName(value?.label === value?.id ? value?.id : undefined);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const conditions = Object.fromEntries(Object.entries(where).map(([name, is]) => [name.replace(/^f\./, ''), { is }]));
  // A list that cannot be searched by the server is short enough to be searched here.
  const searches = useListMeta(list).answer?.search;
  const found = useAnyList(
    list,
    { where: conditions, ...(q && searches ? { q } : {}) },
    { size: searches ? FEW : MANY },
    { when: open && searches !== undefined },
  );
  return (
    <Select
      {...(id ? { id } : {})}
      className="k-wide"
      showSearch={{
        filterOption: searches ? false : (text, option) => String(option?.label ?? '').includes(text.trim()),
        onSearch: setTyped,
      }}
      allowClear
      {...(invalid ? { status: 'error' as const } : {})}
      aria-label={label}
      placeholder={placeholder ?? t('typeToFind')}
      value={value?.id ?? null}
      loading={found.renewing}
      notFoundContent={found.loading ? t('loading') : t('noMatch')}
      onOpenChange={setOpen}
      options={[
        ...(value && !found.answer?.rows.some((row) => row['id'] === value.id)
          ? [{ value: value.id, label: named ?? value.label }]
          : []),
        ...(found.answer?.rows.map((row) => ({ value: String(row['id']), label: labelOf(row, labelColumns) })) ?? []),
      ]}
      onChange={(chosen, option) => {
        const words = option && !Array.isArray(option) ? option.label : undefined;
        onChange(chosen ? { id: String(chosen), label: words ?? String(chosen) } : undefined);
      }}
    />
  );
}

type FixedPicker = Omit<PickerProps, 'list'>;
export const UnitPicker = (props: FixedPicker) => <Picker {...props} list="kernel.units" />;
export const PersonPicker = (props: FixedPicker) => <Picker {...props} list="kernel.persons" />;
