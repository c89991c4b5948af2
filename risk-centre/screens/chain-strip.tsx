import { Go, number, useWords, type Answer } from '@opengoa/web-kit';
import { chainLinks } from './chain-links.ts';
import './chain.css';

/** The ten links as one thin strip with live counts, each opening its page. @param at the link whose page this is */
export function ChainStrip({ chain, at }: { readonly chain: Answer<'risk-centre.chain'>; readonly at?: string }) {
  const { w } = useWords();
  return (
    <nav className="rc-chain" aria-label={w({ zh: '风控链', en: 'The chain' })}>
      {chainLinks.map(({ key, title, unit, count }) => {
        const n = count(chain);
        return (
          <Go
            key={key}
            to={`/risk/chain/${key}`}
            data-none={n === 0 ? '' : undefined}
            aria-current={key === at ? 'page' : undefined}
          >
            <span className="rc-chain-part">{w(title)}</span>
            <strong>{number(n)}</strong>
            <span>{w(unit)}</span>
          </Go>
        );
      })}
    </nav>
  );
}
