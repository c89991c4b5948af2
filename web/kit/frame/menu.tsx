import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface MenuEntry {
  readonly key: string;
  readonly label: ReactNode;
  readonly danger?: boolean;
  /** Said when it cannot be chosen now. */
  readonly disabled?: boolean;
  readonly selected?: boolean;
  /** A link instead of an act: downloads. */
  readonly href?: string;
  onChoose?(): void;
}

interface MenuProps {
  readonly label: ReactNode;
  /** Name for readers when the label is only an icon. */
  readonly name?: string;
  /** The label is words that name the button themselves. */
  readonly labelled?: boolean;
  readonly className?: string;
  readonly entries?: readonly MenuEntry[];
  /** Free content instead of entries (a column chooser). */
  readonly children?: ReactNode;
  readonly align?: 'start' | 'end';
}

/** A button that opens a list of acts: arrows move, Enter chooses, Esc gives the focus back. */
export function MenuButton({
  label,
  name,
  className = 'k-button',
  entries,
  children,
  align = 'end',
  labelled = false,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    const items = box.current?.querySelector<HTMLElement>(
      '[role="menu"] [role^="menuitem"], .k-menu-free input, .k-menu-free button',
    );
    items?.focus();
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };

  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      shut();
      return;
    }
    if (children || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const items = [
      ...(box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? []),
    ];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]?.focus();
  };

  return (
    <div className="k-menu-box" ref={box} onKeyDown={keys}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup={children ? 'dialog' : 'menu'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={labelled ? undefined : name}
        title={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open &&
        (children ? (
          <div id={id} className={`k-menu k-menu-free k-menu-${align}`} role="dialog" aria-label={name}>
            {children}
          </div>
        ) : (
          <div id={id} className={`k-menu k-menu-${align}`} role="menu" aria-label={name}>
            {entries?.map((entry) =>
              entry.href ? (
                <a
                  key={entry.key}
                  className="k-menu-entry"
                  role="menuitem"
                  tabIndex={-1}
                  href={entry.href}
                  download
                  onClick={() => setOpen(false)}
                >
                  {entry.label}
                </a>
              ) : (
                <button
                  key={entry.key}
                  type="button"
                  role={entry.selected === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={entry.selected}
                  aria-disabled={entry.disabled}
                  tabIndex={-1}
                  className={`k-menu-entry${entry.danger ? ' k-danger' : ''}`}
                  onClick={() => {
                    if (entry.disabled) return;
                    shut();
                    entry.onChoose?.();
                  }}
                >
                  {entry.label}
                </button>
              ),
            )}
          </div>
        ))}
    </div>
  );
}
