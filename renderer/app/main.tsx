import './without-eval.ts';
import './styles.ts';
import { createRoot } from 'react-dom/client';
import { invariant } from '../../shared/base/invariant.ts';
import { connectHost } from '../host/connect-host.ts';
import { App } from './app.tsx';
import { StartFault } from './start-fault.tsx';
import { startHoldingKeys } from '../ui/held-keys.ts';
import { startStudio } from './start-studio.ts';

const place = document.getElementById('root');
invariant(place !== null, 'index.html has a root');
const root = createRoot(place);
startHoldingKeys();

try {
  root.render(<App studio={await startStudio(connectHost())} />);
} catch (fault) {
  root.render(<StartFault fault={fault} />);
}
