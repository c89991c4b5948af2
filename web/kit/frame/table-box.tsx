import type { CSSProperties, ReactNode } from 'react';

/**
 * A table that may be wider than the page. It scrolls in its own box, which can be come to by keyboard and says its name: where only a mouse can scroll,
 * its columns do not exist for whoever has none (WCAG 2.1.1).
 */
export function TableBox({
  title,
  className,
  style,
  children,
}: {
  /** In the reader's language. */
  readonly title: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={className ? `k-table-box ${className}` : 'k-table-box'}
      style={style}
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      {children}
    </div>
  );
}
