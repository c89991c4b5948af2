import type { Answer } from '@opengoa/web-kit';

type Peers = NonNullable<Answer<'risk-centre.finding'>['peers']>;

/** The others as one line: from the least to the most, half of them in the bar, the middle as a stroke, and this one as a dot. Drawn beside the same in words. */
export function PeerBox({ peers, value }: { readonly peers: Peers; readonly value: number }) {
  const [from, to] = [Math.min(peers.low, value), Math.max(peers.high, value)];
  const at = (amount: number) => (to === from ? 50 : 2 + (96 * (amount - from)) / (to - from));
  const percent = (amount: number) => `${String(at(amount))}%`;
  return (
    <svg className="rc-peers" aria-hidden="true">
      <line x1={percent(peers.low)} x2={percent(peers.high)} y1="14" y2="14" />
      <rect x={percent(peers.q1)} width={`${String(Math.max(0.5, at(peers.q3) - at(peers.q1)))}%`} y="7" height="14" />
      <line className="rc-peers-middle" x1={percent(peers.median)} x2={percent(peers.median)} y1="5" y2="23" />
      <circle cx={percent(value)} cy="14" r="5" />
    </svg>
  );
}
