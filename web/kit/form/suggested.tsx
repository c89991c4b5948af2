import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Words } from '@opengoa/kernel/contract';
import { ask } from '../client/client.ts';
import type { Field } from '../room.ts';
import { useWords } from '../words/i18n.ts';

const QUIET_MS = 200;

interface Suggestions {
  readonly choices: readonly { readonly value: string; readonly label: Words }[];
}

export interface SuggestedProps {
  readonly field: Field;
  readonly id: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: string): void;
}

/** A text that may be chosen from what a read offers as one types; what is typed whole is taken as it is. */
export function Suggested({ field, id, value, invalid, describedBy, onChange }: SuggestedProps) {
  const { w } = useWords();
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQ(value.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const { data } = useQuery({
    queryKey: ['read', field.suggests, { q }],
    queryFn: ({ signal }) => ask<Suggestions>(field.suggests ?? '', { q }, signal),
    enabled: open && field.suggests !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <AutoComplete
      id={id}
      className="k-wide"
      value={value}
      {...(invalid ? { status: 'error' as const } : {})}
      aria-label={w(field.title)}
      options={(data?.choices ?? []).map((choice) => ({ value: choice.value, label: w(choice.label) }))}
      onOpenChange={setOpen}
      onChange={(typed) => onChange(String(typed ?? ''))}
    >
      <Input
        {...(field.maxLength ? { maxLength: field.maxLength } : {})}
        aria-required={field.required !== false}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
    </AutoComplete>
  );
}
