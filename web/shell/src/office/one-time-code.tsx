import { instant, toast, useWords } from '@opengoa/web-kit';
import { Button } from 'antd';

interface CodeProps {
  readonly code: string;
  readonly expiresAt?: string | null | undefined;
  readonly about: string;
  onClose(): void;
}

/** Something shown once and never again: a reset code, a key. */
export function ShownOnce({ code, expiresAt, about, onClose }: CodeProps) {
  const { w, language } = useWords();
  return (
    <div>
      <p>{about}</p>
      <p className="o-code">{code}</p>
      {expiresAt && (
        <p className="k-faint">
          {w({ zh: '有效至', en: 'Valid until' })} {instant(expiresAt, language)}
        </p>
      )}
      <div className="k-form-foot">
        <Button
          onClick={() => {
            // The clipboard is missing on plain http; the code can still be selected.
            void navigator.clipboard?.writeText(code).then(() => toast(w({ zh: '已复制', en: 'Copied' })));
          }}
        >
          {w({ zh: '复制', en: 'Copy' })}
        </Button>
        <Button type="primary" onClick={onClose}>
          {w({ zh: '已交给本人', en: 'Handed over' })}
        </Button>
      </div>
    </div>
  );
}
