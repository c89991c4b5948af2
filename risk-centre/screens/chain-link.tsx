import { EmptyState, Page, Shown, useRead, type ScreenProps } from '@opengoa/web-kit';
import type { ComponentType } from 'react';
import { chainLinks } from './chain-links.ts';
import { ChainStrip } from './chain-strip.tsx';
import { Collected, Shared } from './link-collect.tsx';
import { Analysed, Evaluated, Mined } from './link-analyse.tsx';
import { Assessed, Handled, Identified } from './link-handle.tsx';
import { FedBack, Predicted } from './link-feedback.tsx';

const parts: Readonly<Record<string, ComponentType>> = {
  collect: Collected,
  share: Shared,
  analyse: Analysed,
  mine: Mined,
  evaluate: Evaluated,
  identify: Identified,
  assess: Assessed,
  handle: Handled,
  feedback: FedBack,
  predict: Predicted,
};

/** One link of the chain: the strip above, and what really flows there. */
export default function ChainLinkPage({ params }: ScreenProps<'link'>) {
  const known = useRead('risk-centre.chain', {});
  const link = chainLinks.find(({ key }) => key === params.link);
  const Body = parts[params.link];
  if (!link || !Body)
    return (
      <Page title={{ zh: '风控链', en: 'The chain' }}>
        <EmptyState title={{ zh: '没有这一环', en: 'There is no such link' }} />
      </Page>
    );
  return (
    <Page title={link.title} about={link.about}>
      <Shown known={known} lines={3}>
        {(it) => <ChainStrip chain={it} at={link.key} />}
      </Shown>
      <Body />
    </Page>
  );
}
