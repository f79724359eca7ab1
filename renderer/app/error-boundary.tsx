import { Component, type ErrorInfo, type ReactNode } from 'react';
import './error-boundary.css';

type ErrorBoundaryProps = {
  /** What stopped: "The inspector", or the whole window. */
  readonly of: string;
  readonly whole?: boolean;
  /** Told at once, so that nothing typed before the fault is lost. */
  readonly onFault?: () => void;
  readonly children: ReactNode;
};

type Caught = { readonly fault: unknown; readonly stack: string };

/** A fault in drawing stops one part of the window, says so, and never leaves a blank. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly caught: Caught | null }> {
  override state = { caught: null as Caught | null };

  static getDerivedStateFromError(fault: unknown): { caught: Caught } {
    return { caught: { fault, stack: '' } };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    this.setState({ caught: { fault, stack: info.componentStack ?? '' } });
    this.props.onFault?.();
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (caught === null) return this.props.children;
    const again = (): void => (this.props.whole === true ? window.location.reload() : this.setState({ caught: null }));
    return (
      <div className="fault" data-whole={this.props.whole} role="alert">
        <h2>{this.props.of} stopped because of a fault in Parley</h2>
        <p>Your work is safe: every edit is remembered until it is saved. Please tell us what happened.</p>
        <div className="fault-buttons">
          <button type="button" onClick={again}>
            {this.props.whole === true ? 'Reload window' : 'Show it again'}
          </button>
          <button type="button" onClick={() => void navigator.clipboard.writeText(detailsOf(caught))}>
            Copy details
          </button>
        </div>
      </div>
    );
  }
}

const detailsOf = ({ fault, stack }: Caught): string =>
  [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), stack].join('\n');
