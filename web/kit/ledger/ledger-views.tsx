import { Button, Input } from 'antd';
import { useState } from 'react';
import { fromSearch, toSearch, type ListQuery } from '../client/list-query.ts';
import { Icon } from '../frame/icon.tsx';
import { useRead } from '../hooks/reads.ts';
import { useMay } from '../hooks/session.ts';
import { useVerb } from '../hooks/verbs.ts';
import { RefusalNote } from '../states/refusal.tsx';
import { useWords } from '../words/i18n.ts';
import type { LedgerChoice } from './kept.ts';

interface ViewsProps {
  /** `vehicles.trips` */
  readonly list: string;
  readonly query: ListQuery;
  readonly choice: LedgerChoice;
  onQuery(query: ListQuery): void;
}

/** Views one keeps, and those that people of one's unit share. */
export function LedgerViews({ list, query, choice, onQuery }: ViewsProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const mayShare = useMay('kernel.share-view');
  const shared = useRead('kernel.shared-views', { list }, { when: mayShare });
  const share = useVerb('kernel.share-view');
  const remove = useVerb('kernel.remove-shared-view');
  const views = choice.kept.views ?? [];
  const others = shared.answer?.views ?? [];
  const called = name.trim();
  const search = toSearch(query);
  const keep = () => {
    if (!called) return;
    choice.keep({ views: [...views.filter((view) => view.name !== called), { name: called, search }] });
    setName('');
  };
  const lend = async () => {
    const outcome = await share.run({ list, title: called, search, columns: [...(choice.kept.columns ?? [])] });
    if (!outcome.ok) return;
    setName('');
    shared.again();
  };
  const apply = (view: { readonly search: Readonly<Record<string, string>>; readonly columns: readonly string[] }) => {
    if (view.columns.length > 0) choice.keep({ columns: view.columns });
    onQuery(fromSearch(view.search));
  };
  return (
    <>
      <strong>{t('keptViews')}</strong>
      {views.length === 0 && <p className="k-faint">{t('noViews')}</p>}
      <ul className="k-columns">
        {views.map((view) => (
          <li key={view.name}>
            <button type="button" className="k-link" onClick={() => onQuery(fromSearch(view.search))}>
              {view.name}
            </button>
            <button
              type="button"
              className="k-icon-button"
              aria-label={t('removeView', { name: view.name })}
              onClick={() => choice.keep({ views: views.filter((each) => each.name !== view.name) })}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <strong>{t('sharedViews')}</strong>
          <ul className="k-columns">
            {others.map((view) => (
              <li key={view.id}>
                <button type="button" className="k-link" onClick={() => apply(view)}>
                  {view.title} <span className="k-faint">{view.mine ? t('sharedByMe') : view.by}</span>
                </button>
                {view.mine && (
                  <button
                    type="button"
                    className="k-icon-button"
                    aria-label={t('unshareView', { name: view.title })}
                    onClick={() => void remove.run({ view: view.id }).then(() => shared.again())}
                  >
                    <Icon name="close" size={12} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <RefusalNote problem={share.problem ?? remove.problem} />
      <div className="k-menu-foot">
        <Input
          value={name}
          maxLength={30}
          placeholder={t('viewName')}
          aria-label={t('viewName')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={keep}
        />
        <Button onClick={keep} disabled={!called}>
          {t('keepView')}
        </Button>
        {mayShare && (
          <Button onClick={() => void lend()} disabled={!called} loading={share.running}>
            {t('shareView')}
          </Button>
        )}
      </div>
      {mayShare && <p className="k-faint">{t('shareViewAbout')}</p>}
    </>
  );
}
