import { WhomToCall, wordNow } from '@opengoa/web-kit/light';
import { Component, type ReactNode } from 'react';

interface FaultsProps {
  readonly children: ReactNode;
  /** Another place clears the fault. */
  readonly place?: string;
}
interface FaultsState {
  readonly broken: boolean;
  readonly place: string | undefined;
}

/** A fault of a page stays on that page: one calm sentence, and the way on. */
export class Faults extends Component<FaultsProps, FaultsState> {
  override state: FaultsState = { broken: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<FaultsState> {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: FaultsProps, state: FaultsState): FaultsState | null {
    return props.place === state.place ? null : { broken: false, place: props.place };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="k-state" role="alert">
        <h2>{wordNow({ zh: '这个页面出了差错', en: 'This page ran into a fault' })}</h2>
        <p>
          {wordNow({
            zh: '已提交的内容不受影响。请重新打开；仍然如此时，请联系系统管理员。',
            en: 'What was sent is safe. Open it again; if it stays, call the system officer.',
          })}
        </p>
        <WhomToCall />
        <button type="button" className="k-button" onClick={() => location.reload()}>
          {wordNow({ zh: '重新打开', en: 'Open again' })}
        </button>
      </div>
    );
  }
}
