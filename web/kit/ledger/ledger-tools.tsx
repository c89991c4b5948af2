import type { ListMeta, Problem } from '@opengoa/kernel/contract';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { searchOf, takeFile } from '../client/client.ts';
import { handFile } from '../client/hand-file.ts';
import { problemOf } from '../client/problem.ts';
import { toSearch, type ListQuery } from '../client/list-query.ts';
import { Icon } from '../frame/icon.tsx';
import { MenuButton } from '../frame/menu.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { Go } from '../frame/way.tsx';
import { usePhone } from '../look/look.ts';
import { RefusalNote } from '../states/refusal.tsx';
import { useWords } from '../words/i18n.ts';
import { LedgerViews } from './ledger-views.tsx';
import { drawable, shownColumns, type LedgerChoice } from './kept.ts';

interface ToolsProps {
  readonly meta: ListMeta;
  readonly query: ListQuery;
  readonly choice: LedgerChoice;
  onQuery(query: ListQuery): void;
}

/** Columns, views, export and import of a ledger. */
export function LedgerTools({ meta, query, choice, onQuery }: ToolsProps) {
  const { t } = useWords();
  const phone = usePhone();
  const [taken, setTaken] = useState<Taken>();
  const address = (ending: string, more: Readonly<Record<string, string>> = {}) =>
    `/api/reads/${meta.name}.${ending}${searchOf({ ...toSearch(query), ...more })}`;
  const take = (ending: Ending) =>
    void keepFile(address(ending)).then((problem) => problem && setTaken({ ending, problem }));
  return (
    <div className="k-tools">
      <MenuButton
        className="k-tool"
        name={t('views')}
        label={
          <>
            <Icon name="bookmark" size={16} /> {t('views')}
          </>
        }
      >
        <LedgerViews list={meta.name} query={query} choice={choice} onQuery={onQuery} />
      </MenuButton>
      {!phone && (
        <MenuButton
          className="k-tool"
          name={t('columns')}
          label={
            <>
              <Icon name="columns" size={16} /> {t('columns')}
            </>
          }
        >
          <Columns meta={meta} choice={choice} />
        </MenuButton>
      )}
      {meta.sheet && (
        <Go className="k-tool" to={`/import/${meta.sheet.replace('.', '/')}`}>
          <Icon name="upload" size={16} /> {t('import')}
        </Go>
      )}
      <MenuButton
        className="k-tool"
        name={t('export')}
        label={
          <>
            <Icon name="download" size={16} /> {t('export')}
          </>
        }
        {...(meta.asksReason
          ? { children: <ExportWhy address={address} /> }
          : {
              entries: [
                { key: 'xlsx', label: t('exportXlsx'), onChoose: () => take('xlsx') },
                { key: 'csv', label: t('exportCsv'), onChoose: () => take('csv') },
              ],
            })}
      />
      {taken && (
        <Sheet kind="middle" title={t('export')} onClose={() => setTaken(undefined)}>
          <RefusalNote problem={taken.problem} />
          {taken.problem.code === 'export-marked-text' && (
            <LookedAt address={address(taken.ending, lookedAt)} onTaken={() => setTaken(undefined)} />
          )}
        </Sheet>
      )}
    </div>
  );
}

type Ending = 'xlsx' | 'csv';
interface Taken {
  readonly ending: Ending;
  readonly problem: Problem;
}
const lookedAt = { marked: 'looked-at' } as const;

/** Takes a file and hands it to the browser. @returns why it did not come */
async function keepFile(from: string): Promise<Problem | undefined> {
  try {
    const { name, content } = await takeFile(from);
    handFile(content, name);
    return undefined;
  } catch (caught) {
    return problemOf(caught);
  }
}

/** Rows that speak of secrecy leave only when somebody says that they looked at each (SEC-DC-02). */
function LookedAt({ address, onTaken }: { readonly address: string; readonly onTaken: () => void }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  return (
    <div className="k-menu-foot">
      <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
        {t('exportLookedAt')}
      </Checkbox>
      <Button danger disabled={!sure} onClick={() => void keepFile(address).then((problem) => problem ?? onTaken())}>
        {t('exportAnyway')}
      </Button>
    </div>
  );
}

/** A ledger that tells of people asks why it is taken out; the reason stands on the file and on the Record. */
function ExportWhy({
  address,
}: {
  readonly address: (ending: string, more: Readonly<Record<string, string>>) => string;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [taking, setTaking] = useState<Ending>();
  const [last, setLast] = useState<Ending>('xlsx');
  const [problem, setProblem] = useState<Problem>();
  const said = reason.trim().length >= 2;
  const take = async (ending: Ending) => {
    setTaking(ending);
    setProblem(await keepFile(address(ending, { reason: reason.trim() })));
    setTaking(undefined);
    setLast(ending);
  };
  return (
    <>
      <label>
        <strong>{t('exportWhy')}</strong>
        <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="k-faint">{t('exportWhyNote')}</p>
      {problem && <RefusalNote problem={problem} />}
      {problem?.code === 'export-marked-text' && (
        <LookedAt
          address={address(last, { reason: reason.trim(), ...lookedAt })}
          onTaken={() => setProblem(undefined)}
        />
      )}
      <div className="k-menu-foot">
        {(['xlsx', 'csv'] as const).map((ending) => (
          <Button
            key={ending}
            disabled={!said}
            loading={taking === ending}
            onClick={() => {
              void take(ending);
            }}
          >
            {ending === 'xlsx' ? 'Excel' : 'CSV'}
          </Button>
        ))}
      </div>
    </>
  );
}

function Columns({ meta, choice }: { readonly meta: ListMeta; readonly choice: LedgerChoice }) {
  const { t, w } = useWords();
  const shown = shownColumns(meta, choice.kept);
  const all = [...shown, ...drawable(meta).filter((name) => !shown.includes(name))];
  const move = (name: string, by: number) => {
    const at = shown.indexOf(name);
    const to = at + by;
    if (at < 0 || to < 0 || to >= shown.length) return;
    const next = shown.filter((each) => each !== name);
    choice.keep({ columns: next.toSpliced(to, 0, name) });
  };
  return (
    <>
      <strong>{t('columnsTitle')}</strong>
      <ul className="k-columns">
        {all.map((name) => {
          const on = shown.includes(name);
          const title = w(meta.columns[name]?.title);
          return (
            <li key={name}>
              <Checkbox
                checked={on}
                disabled={on && shown.length === 1}
                onChange={() => choice.keep({ columns: on ? shown.filter((each) => each !== name) : [...shown, name] })}
              >
                {title}
              </Checkbox>
              {on && (
                <span>
                  <button
                    type="button"
                    className="k-icon-button"
                    aria-label={`${t('moveUp')} ${title}`}
                    onClick={() => move(name, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="k-icon-button"
                    aria-label={`${t('moveDown')} ${title}`}
                    onClick={() => move(name, 1)}
                  >
                    ↓
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="k-menu-foot">
        <Checkbox
          checked={choice.kept.dense === true}
          onChange={(event) => choice.keep({ dense: event.target.checked })}
        >
          {t('dense')}
        </Checkbox>
        <button type="button" className="k-link" onClick={() => choice.keep({ columns: [] })}>
          {t('resetColumns')}
        </button>
      </div>
    </>
  );
}
