import type { Problem } from '@opengoa/kernel/contract';
import { useState } from 'react';
import { bringFile } from '../client/client.ts';
import { ProblemError } from '../client/problem.ts';
import { Icon } from '../frame/icon.tsx';
import { RefusalNote } from '../states/refusal.tsx';
import { useWords } from '../words/i18n.ts';
import type { Picked } from './values.ts';
import './files-field.css';

interface FilesFieldProps {
  readonly id: string;
  /** The upload point: `vehicles.paper`. */
  readonly point: string;
  /** At most so many. */
  readonly most?: number | undefined;
  readonly value: readonly Picked[];
  readonly describedBy?: string | undefined;
  /** Opens the camera of a phone at once. */
  readonly camera?: boolean;
  /** What the browser offers first; the server judges the bytes. Pictures and papers where nothing is said. */
  readonly accept?: string;
  onChange(value: readonly Picked[]): void;
}

const MOST = 6;

/**
 * Files brought one after the other, before the act that takes them is sent. What a browser says of a file's kind is not looked at:
 * the server judges the bytes, and its refusal stands under the field.
 */
export function FilesField({
  id,
  point,
  most = MOST,
  value,
  describedBy,
  camera,
  accept = 'image/jpeg,image/png,application/pdf,.ofd',
  onChange,
}: FilesFieldProps) {
  const { t } = useWords();
  const [bringing, setBringing] = useState('');
  const [problem, setProblem] = useState<Problem | undefined>();

  const bring = async (files: readonly File[]) => {
    setProblem(undefined);
    let held = value;
    try {
      for (const file of files.slice(0, most - value.length)) {
        setBringing(file.name);
        const brought = await bringFile(point, file);
        held = [...held, { id: brought.id, label: brought.name }];
        onChange(held);
      }
    } catch (caught) {
      if (!(caught instanceof ProblemError)) throw caught;
      setProblem(caught.problem);
    } finally {
      setBringing('');
    }
  };

  return (
    <div className="k-files">
      {value.length > 0 && (
        <ul>
          {value.map((file) => (
            <li key={file.id} className="k-chip">
              {file.label}
              <button
                type="button"
                className="k-icon-button"
                aria-label={t('fileDrop', { name: file.label })}
                onClick={() => onChange(value.filter((each) => each.id !== file.id))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {value.length < most && (
        <label className="k-files-add" data-busy={bringing === '' ? undefined : ''}>
          <Icon name="upload" size={16} />
          <span aria-live="polite">{bringing === '' ? t('fileAdd') : t('fileComing', { name: bringing })}</span>
          <input
            id={id}
            type="file"
            multiple={!camera && most > 1}
            accept={accept}
            {...(camera ? { capture: 'environment' as const } : {})}
            aria-describedby={describedBy}
            disabled={bringing !== ''}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              // The same file may be chosen again after it was dropped.
              event.target.value = '';
              void bring(chosen);
            }}
          />
        </label>
      )}
      <RefusalNote problem={problem} />
    </div>
  );
}
