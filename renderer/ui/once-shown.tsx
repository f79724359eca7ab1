import { useState, type ReactNode } from 'react';

/** What is drawn from the moment it is first looked at, and kept from then on: its scroll and its typing stay. */
export function OnceShown({ isShown, children }: { readonly isShown: boolean; readonly children: ReactNode }) {
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  return wasShown || isShown ? children : null;
}
