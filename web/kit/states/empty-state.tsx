import type { Words } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';
import { Icon } from '../frame/icon.tsx';
import type { IconName } from '../room.ts';
import { useWords } from '../words/i18n.ts';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: Words | string;
  /** What to do so that something comes here. */
  readonly todo?: Words | string;
  readonly children?: ReactNode;
}

/** Nothing here yet: says so, and what to do. */
export function EmptyState({ icon = 'list', title, todo, children }: EmptyStateProps) {
  const { w } = useWords();
  return (
    <div className="k-state">
      <Icon name={icon} size={28} />
      <h2>{w(title)}</h2>
      {todo && <p>{w(todo)}</p>}
      {children && <div className="k-state-acts">{children}</div>}
    </div>
  );
}
