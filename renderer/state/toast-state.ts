import { create } from 'zustand';
import type { Toast } from '../components/ToastRegion.tsx';

/** Older ones give way: more than these would hide the page. */
const MOST = 3;

interface ToastState {
  toasts: readonly Toast[];
  dismiss(id: number): void;
}

export const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

let lastId = 0;

/** Says what was just done. `showToast('Ask to Petra logged', { label: 'Undo', run: () => withdraw(id) })`. */
export function showToast(text: string, undo?: Toast['undo']): void {
  const toast: Toast = { id: ++lastId, text, ...(undo === undefined ? {} : { undo }) };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-MOST) }));
}
