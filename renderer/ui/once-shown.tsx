import { Activity, useState, type ReactNode } from 'react';

/**
 * What is drawn from the moment it is first looked at, and kept from then on with what was typed into it. While nobody
 * looks it hears of nothing, so that a talk beside it costs nothing here.
 */
export function OnceShown({ isShown, children }: { readonly isShown: boolean; readonly children: ReactNode }) {
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  return wasShown || isShown ? <Activity mode={isShown ? 'visible' : 'hidden'}>{children}</Activity> : null;
}
