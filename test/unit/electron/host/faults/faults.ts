import type { Fault } from './fault.ts';
import { sizeFaults } from './size-faults.ts';
import { slowFaults } from './slow-faults.ts';
import { textFaults } from './text-faults.ts';
import { wayFaults } from './way-faults.ts';

/** Every way we know in which a service goes wrong; a fault is called by its place in here. */
export const faults: readonly Fault[] = [...slowFaults, ...sizeFaults, ...textFaults, ...wayFaults];
