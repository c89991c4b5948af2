import { useState } from 'react';
import type { ListName } from '../client/door-types.ts';
import { instant, number } from '../formatters.ts';
import { Sheet } from '../frame/sheet.tsx';
import { useAnyList } from '../hooks/reads.ts';
import { NameOf } from '../hooks/names.tsx';
import { useWords } from '../words/i18n.ts';
import { versionsOf } from './paper-versions.ts';
import './papers.css';

interface PapersProps {
  /** A ledger of files with `name, media_type, bytes, sha256, scan, stored_at, person_id, object_id`: `vehicles.papers`. */
  readonly list: ListName;
  /** The thing they belong to. */
  readonly of: string;
  /** Said where there are none; without it nothing is drawn then. */
  readonly none?: string;
}

export interface Paper {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly scan: string;
  readonly stored_at: string;
  readonly person_id: string | null;
}

/** Where a file is fetched; `search` names what opens it, where that is not the reader's role. */
const address = (id: string, search: string, preview = false) =>
  `/api/files/${id}${preview ? '/preview' : ''}${search}`;
const isPicture = ({ media_type: type }: Paper) => type === 'image/jpeg' || type === 'image/png';
/** Browsers without a reader of their own, those of most phones, are given the file instead. */
const showsPdf = ({ media_type: type }: Paper) => type === 'application/pdf' && navigator.pdfViewerEnabled;
const kilobytes = (bytes: number) => `${number(Math.max(1, Math.round(bytes / 1024)))} KB`;

/** 票据与照片 of one thing: preview, versions, and the hash of the content by which a copy is compared with what was kept. */
export function Papers({ list, of, none }: PapersProps) {
  const known = useAnyList(list, { where: { object_id: { is: of } } }, { size: 100 });
  if (!known.answer) return null;
  const papers = known.answer.rows as unknown as readonly Paper[];
  if (papers.length === 0) return none === undefined ? null : <p className="k-faint">{none}</p>;
  return <PaperRow papers={papers} />;
}

interface PaperRowProps {
  readonly papers: readonly Paper[];
  /** `?talk=…&of=…`, for files that are opened by the thing they stand beside. */
  readonly search?: string;
}

/** Files one beside the other, each opened by a press. */
export function PaperRow({ papers, search = '' }: PaperRowProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<Paper | null>(null);
  const groups = versionsOf(papers);
  return (
    <>
      <ul className="k-papers" aria-label={t('papers')}>
        {groups.map(([newest, ...earlier]) =>
          newest === undefined ? null : (
            <li key={newest.id}>
              <button type="button" className="k-paper" onClick={() => setOpen(newest)}>
                {isPicture(newest) ? (
                  <Thumb paper={newest} search={search} />
                ) : (
                  <span className="k-paper-kind">{kindOf(newest)}</span>
                )}
                <span className="k-paper-name">{newest.name}</span>
                <span className="k-faint">
                  {kilobytes(newest.bytes)}
                  {earlier.length > 0 && ` · ${t('paperVersion', { n: earlier.length + 1 })}`}
                </span>
              </button>
            </li>
          ),
        )}
      </ul>
      {open && (
        <PaperSheet
          paper={open}
          search={search}
          versions={groups.find((group) => group.some(({ id }) => id === open.id)) ?? [open]}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const kindOf = ({ media_type: type }: Paper) => (type.split('/').at(-1) ?? '').toUpperCase().slice(0, 4);

/** A picture that may not be shown yet (nobody has scanned it) stands as its kind. */
function Thumb({ paper, search }: { readonly paper: Paper; readonly search: string }) {
  const [failed, setFailed] = useState(false);
  if (failed) return <span className="k-paper-kind">{kindOf(paper)}</span>;
  return <img src={address(paper.id, search)} alt="" loading="lazy" onError={() => setFailed(true)} />;
}

function PaperSheet({
  paper,
  search,
  versions,
  onOpen,
  onClose,
}: {
  readonly paper: Paper;
  readonly search: string;
  readonly versions: readonly Paper[];
  onOpen(paper: Paper): void;
  onClose(): void;
}) {
  const { t, language } = useWords();
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <Sheet kind="middle" title={paper.name} onClose={onClose}>
      {isPicture(paper) && failed !== paper.id ? (
        <img
          className="k-paper-whole"
          src={address(paper.id, search)}
          alt={paper.name}
          onError={() => setFailed(paper.id)}
        />
      ) : showsPdf(paper) ? (
        <iframe className="k-paper-pdf" src={address(paper.id, search, true)} title={paper.name} />
      ) : (
        <p className="k-note">{isPicture(paper) ? t('paperNotYet') : t('paperByDownload')}</p>
      )}
      <dl className="k-paper-facts">
        <dt>{t('paperBrought')}</dt>
        <dd>
          {instant(paper.stored_at, language)} {paper.person_id && <NameOf id={paper.person_id} />}
        </dd>
        <dt>{t('paperHash')}</dt>
        <dd>
          <code>{paper.sha256}</code>
        </dd>
      </dl>
      {versions.length > 1 && (
        <ol className="k-paper-versions" reversed>
          {versions.map((version, at) => (
            <li key={version.id}>
              <button
                type="button"
                className="k-link"
                aria-current={version.id === paper.id}
                onClick={() => onOpen(version)}
              >
                {t('paperVersion', { n: versions.length - at })} · {instant(version.stored_at, language)}
              </button>
            </li>
          ))}
        </ol>
      )}
      <a className="k-link" href={address(paper.id, search)} download={paper.name}>
        {t('paperDownload')}
      </a>
    </Sheet>
  );
}
