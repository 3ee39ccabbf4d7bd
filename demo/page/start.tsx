import { createRoot } from 'react-dom/client';
import { registerServices } from '../host/services';
import { App } from './App';
import { followLinks } from './linkClicks';

/** Sets the host up and shows the page. */
export async function start(): Promise<void> {
  const root = document.getElementById('reactRoot');
  if (!root) {
    throw new Error('index.html has no #reactRoot');
  }
  await registerServices();
  followLinks(document);
  createRoot(root).render(<App />);
}
