import { createSpotlight } from '@mantine/spotlight';

const [store, controls] = createSpotlight();

/** Whether the command palette is open. */
export const commandPaletteStore = { store, ...controls };
