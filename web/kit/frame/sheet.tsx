import { useEffect, useRef, type ReactNode } from 'react';
import { usePhone } from '../look/look.ts';
import { useWords } from '../words/i18n.ts';
import { Icon } from './icon.tsx';

interface SheetProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** `side` keeps the page in view and in use; `middle` asks for an answer first. */
  readonly kind?: 'side' | 'middle';
  readonly wide?: boolean;
}

/** A panel over the page, on the browser's own `dialog`: focus goes in, Esc closes, focus goes back. */
export function Sheet({ title, onClose, children, foot, kind = 'side', wide = false }: SheetProps) {
  const { t } = useWords();
  const phone = usePhone();
  const box = useRef<HTMLDialogElement>(null);
  const modal = kind === 'middle' || phone;

  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return undefined;
    const before = document.activeElement;
    if (modal) dialog.showModal();
    else dialog.show();
    // Into the body, not onto the cross: what must be filled, else the button that answers, else what can be done first.
    if (modal) {
      const body = dialog.querySelector('.k-sheet-body');
      const first =
        body?.querySelector<HTMLElement>('[aria-required="true"], input[required]') ??
        body?.querySelector<HTMLElement>('[type="submit"]') ??
        body?.querySelector<HTMLElement>('button, a, input');
      first?.focus();
    }
    return () => {
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [modal]);

  return (
    <dialog
      ref={box}
      className={`k-sheet k-sheet-${kind}${wide ? ' k-sheet-wide' : ''}`}
      aria-labelledby="k-sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
      }}
      onClick={(event) => {
        // A press on the ground beside a dialog lands on the dialog element itself.
        if (modal && event.target === box.current) onClose();
      }}
    >
      <div className="k-sheet-inner">
        <header className="k-sheet-head">
          <h2 id="k-sheet-title">{title}</h2>
          <button type="button" className="k-icon-button" aria-label={t('close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="k-sheet-body" tabIndex={-1}>
          {children}
        </div>
        {foot && <footer className="k-sheet-foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
