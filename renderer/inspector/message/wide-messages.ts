import { createStore } from 'zustand/vanilla';

/** The intent whose messages are written in full size, with room for form and picture side by side; mostly none. */
export const wideMessages = createStore<{ readonly intent: string | null }>(() => ({ intent: null }));
