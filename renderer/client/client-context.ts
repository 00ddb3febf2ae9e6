import { createContext, useContext } from 'react';
import type { WeftClient } from './client.ts';

const ClientContext = createContext<WeftClient | null>(null);

export const ClientProvider = ClientContext.Provider;

/** The way to the backend: `useClient().api.say({...})`, `useClient().chooseFiles()`. */
export function useClient(): WeftClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient outside of ClientProvider');
  return client;
}
