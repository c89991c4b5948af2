import type { ListMeta } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { chipsOf, emptyQuery, withCondition, withoutChip, type ListQuery } from '../client/list-query.ts';
import { Icon } from '../frame/icon.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { NameOf } from '../hooks/names.tsx';
import { usePhone } from '../look/look.ts';
import { useWords } from '../words/i18n.ts';
import { cellText } from './cell.tsx';
import { FilterControl, RestingInput } from './filter-control.tsx';

interface FiltersProps {
  readonly meta: ListMeta;
  readonly query: ListQuery;
  /** Columns asked in the folded form; the first three that filter when left out. */
  readonly used?: readonly string[] | undefined;
  /** Columns whose condition is fixed here. */
  readonly without?: readonly string[];
  onQuery(query: ListQuery): void;
}

const FOLDED = 3;

/** The search form: folded to what is used most, unfolded to everything that filters. On a phone it is a panel of its own. */
export function LedgerFilters({ meta, query, used, without = [], onQuery }: FiltersProps) {
  const { t, w } = useWords();
  const phone = usePhone();
  const [unfolded, setUnfolded] = useState(false);
  const filtering = Object.entries(meta.columns)
    .filter(([name, column]) => column.filter && !column.hidden && !without.includes(name))
    .map(([name]) => name);
  const first = (used ?? filtering).filter((name) => filtering.includes(name)).slice(0, FOLDED);
  const rest = filtering.filter((name) => !first.includes(name));
  const shown = unfolded ? [...first, ...rest] : first;

  const controls = (names: readonly string[]) =>
    names.map((name) => {
      const column = meta.columns[name];
      if (!column) return null;
      return (
        <div key={name} className="k-filter">
          <span className="k-filter-title">{w(column.title)}</span>
          <FilterControl
            column={column}
            condition={query.where[name]}
            onChange={(condition) => onQuery(withCondition(query, name, condition))}
          />
        </div>
      );
    });
  const keyword = meta.search && (
    <div className="k-filter k-filter-keyword">
      <RestingInput
        value={query.q ?? ''}
        label={t('searchHere')}
        placeholder={t('searchHere')}
        onRest={(q) => {
          const { q: _old, ...others } = query;
          onQuery(q ? { ...others, q } : others);
        }}
      />
    </div>
  );

  if (phone) {
    const active = Object.keys(query.where).length;
    return (
      <div className="k-filters">
        {keyword}
        {filtering.length > 0 && (
          <Button onClick={() => setUnfolded(true)} icon={<Icon name="filter" size={16} />}>
            {t('filters')}
            {active > 0 && ` ${active}`}
          </Button>
        )}
        {unfolded && (
          <Sheet kind="middle" title={t('filters')} onClose={() => setUnfolded(false)}>
            <div className="k-filters-stack">{controls(filtering)}</div>
          </Sheet>
        )}
      </div>
    );
  }
  if (!keyword && filtering.length === 0) return null;
  return (
    <div className="k-filters" role="search">
      {keyword}
      {controls(shown)}
      {rest.length > 0 && (
        <button
          type="button"
          className="k-link k-filter-fold"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? t('fold') : `${t('allFilters')} (${filtering.length})`}
        </button>
      )}
    </div>
  );
}

/** The active filters, each with its own cross, and 清除全部. */
export function LedgerChips({ meta, query, onQuery }: Omit<FiltersProps, 'used' | 'without'>) {
  const { t, w, language } = useWords();
  const chips = chipsOf(query, meta, (column, value) => cellText(column, value, language));
  if (chips.length === 0) return null;
  return (
    <div className="k-chips">
      {chips.map((chip) => {
        const kind = meta.columns[chip.key]?.kind;
        return (
          <span key={chip.key} className="k-chip">
            <span className="k-faint">{w(chip.title)}</span>{' '}
            {kind === 'unit' || kind === 'person' ? <NameOf id={chip.value} /> : chip.value}
            <button
              type="button"
              className="k-chip-cross"
              aria-label={t('removeFilter', { title: w(chip.title) })}
              onClick={() => onQuery(withoutChip(query, chip.key))}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        );
      })}
      <button
        type="button"
        className="k-link"
        onClick={() => onQuery({ ...emptyQuery, ...(query.sort ? { sort: query.sort } : {}) })}
      >
        {t('clearAll')}
      </button>
    </div>
  );
}
