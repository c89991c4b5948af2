import encodeQR from 'qr';
import { useMemo } from 'react';
import { pathOfSquares } from './path-of-squares.ts';

/** A two-dimensional code, drawn in the page: what it holds goes to no picture service. @param label what readers are told it is */
export function DrawnCode({
  text,
  label,
  px,
}: {
  readonly text: string;
  readonly label: string;
  readonly px?: number;
}) {
  const squares = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 2 }), [text]);
  const size = px === undefined ? {} : { width: px, height: px };
  return (
    <svg
      {...size}
      viewBox={`0 0 ${squares.length} ${squares.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={squares.length} height={squares.length} fill="#fff" />
      <path d={pathOfSquares(squares)} fill="#000" />
    </svg>
  );
}
