import '@fontsource-variable/inter/index.css';
import './styles/tokens.css';
import './styles/base.css';
import { MutationCache, notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { ClientProvider } from './client/client-context.ts';
import { pickClient } from './client/pick-client.ts';
import { useConnection } from './state/connection-state.ts';
import { useHashLocation } from './state/hash-location.ts';
import { loadFontsSoon } from './state/load-fonts.ts';
import { watchNavigation } from './state/navigation-state.ts';
import { openKeyHelp } from './state/overlay-state.ts';
import { followTheme } from './state/theme-state.ts';
import { Frame } from './views/frame/Frame.tsx';

// First: it takes the start token out of the address.
const client = pickClient();

const questions: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Answers hold until the map changes, and then all windows are told.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // The backend is on this machine: what failed once fails again, and the connection's notice tries by itself.
      retry: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
  mutationCache: new MutationCache({ onSuccess: () => questions.invalidateQueries() }),
});

// Answers are drawn with the next frame; by itself it waits for a timer first, and often misses that frame.
notifyManager.setScheduler(queueMicrotask);
client.onChanged(() => void questions.invalidateQueries());
client.onKeysAsked(openKeyHelp);
client.onConnection((connection) => useConnection.setState({ connection }));
followTheme();
loadFontsSoon();
watchNavigation();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ClientProvider value={client}>
      <QueryClientProvider client={questions}>
        <Router hook={useHashLocation}>
          <Frame />
        </Router>
      </QueryClientProvider>
    </ClientProvider>
  </StrictMode>,
);
