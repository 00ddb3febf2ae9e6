import { create } from 'zustand';
import type { Connection } from '../client/client.ts';

export const useConnection = create<{ connection: Connection }>()(() => ({ connection: 'connected' }));
