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

/** The rows that answer what is typed; a list that the server cannot search is short enough to be searched here. */
function useOffered(list: ListName, where: Readonly<Record<string, string>>) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const conditions = Object.fromEntries(Object.entries(where).map(([name, is]) => [name.replace(/^f\./, ''), { is }]));
  const searches = useListMeta(list).answer?.search;
  const found = useAnyList(
    list,
    { where: conditions, ...(q && searches ? { q } : {}) },
    { size: searches ? FEW : MANY },
    { when: open && searches !== undefined },
  );
  return { found, searches, setTyped, setOpen };
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
  const { found, searches, setTyped, setOpen } = useOffered(list, where);
  // Only the id is known where the value came from an address.
  const named = useName(value?.label === value?.id ? value?.id : undefined);
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

interface ManyPickerProps extends Omit<PickerProps, 'value' | 'onChange'> {
  readonly value: readonly Picked[];
  onChange(value: readonly Picked[]): void;
}

/** Several rows of a ledger, each chosen as by {@link Picker} and shown by its name. */
export function ManyPicker({
  id,
  list,
  where = {},
  labelColumns,
  value,
  label,
  invalid,
  placeholder,
  onChange,
}: ManyPickerProps) {
  const { t } = useWords();
  const { found, searches, setTyped, setOpen } = useOffered(list, where);
  const offered = found.answer?.rows.map((row) => ({ value: String(row['id']), label: labelOf(row, labelColumns) }));
  const chosenBefore = value.map((each) => ({ value: each.id, label: each.label }));
  return (
    <Select
      mode="multiple"
      {...(id ? { id } : {})}
      className="k-wide"
      showSearch={{
        filterOption: searches ? false : (text, option) => String(option?.label ?? '').includes(text.trim()),
        onSearch: setTyped,
        autoClearSearchValue: false,
      }}
      allowClear
      {...(invalid ? { status: 'error' as const } : {})}
      aria-label={label}
      placeholder={placeholder ?? t('typeToFind')}
      value={value.map((each) => each.id)}
      loading={found.renewing}
      notFoundContent={found.loading ? t('loading') : t('noMatch')}
      onOpenChange={setOpen}
      options={[...chosenBefore, ...(offered ?? []).filter((each) => !value.some(({ id: had }) => had === each.value))]}
      onChange={(chosen: string[]) => {
        const known = [...chosenBefore, ...(offered ?? [])];
        onChange(chosen.map((each) => ({ id: each, label: known.find((it) => it.value === each)?.label ?? each })));
      }}
    />
  );
}

type FixedPicker = Omit<PickerProps, 'list'>;
export const UnitPicker = (props: FixedPicker) => <Picker {...props} list="kernel.units" />;
export const PersonPicker = (props: FixedPicker) => <Picker {...props} list="kernel.persons" />;
