import { startLook, startWords } from '@opengoa/web-kit/light';
import '@opengoa/web-kit/kit.css';
import { createRoot } from 'react-dom/client';
import { addWhatIsMissing } from './older-browsers.ts';
import { Start } from './start.tsx';

async function begin(): Promise<void> {
  addWhatIsMissing();
  startLook();
  await startWords();
  const place = document.getElementById('root');
  if (place) createRoot(place).render(<Start />);
}

void begin();
