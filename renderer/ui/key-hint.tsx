import './key-hint.css';

/** A key as it is printed on the keyboard. */
export const KeyHint = ({ children }: { children: string }) => <kbd className="key-hint">{children}</kbd>;
