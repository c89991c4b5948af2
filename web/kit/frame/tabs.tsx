import type { Words } from '@opengoa/kernel/contract';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../words/i18n.ts';

export interface Tab {
  readonly key: string;
  readonly title: Words | string;
  readonly count?: number | undefined;
  readonly content?: ReactNode;
}

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly open: string;
  readonly label?: string;
  onOpen(key: string): void;
}

/** Tabs with arrows between them; only the open one's content is drawn. */
export function Tabs({ tabs, open, label, onOpen }: TabsProps) {
  const { w } = useWords();
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.key === open) ?? tabs[0];
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const at = tabs.findIndex((tab) => tab.key === shown?.key);
    const next = (at + (event.key === 'ArrowRight' ? 1 : -1) + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (!tab) return;
    onOpen(tab.key);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  const hasContent = shown?.content !== undefined;
  return (
    <>
      <div className="k-tabs" role="tablist" aria-label={label} ref={row} onKeyDown={keys}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === shown?.key}
            aria-controls={hasContent ? `${id}-panel` : undefined}
            tabIndex={tab.key === shown?.key ? 0 : -1}
            onClick={() => onOpen(tab.key)}
          >
            {w(tab.title)}
            {tab.count !== undefined && <span className="k-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {hasContent && (
        <div
          id={`${id}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${shown.key}`}
          className="k-tab-panel"
          tabIndex={-1}
        >
          {shown.content}
        </div>
      )}
    </>
  );
}
