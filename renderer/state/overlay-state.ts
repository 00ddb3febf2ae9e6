import { create } from 'zustand';

/** Which overlay of the frame is open; at most one. */
export const useOverlay = create<{ overlay: 'command-bar' | 'key-help' | null }>()(() => ({ overlay: null }));

export const openCommandBar = (): void => useOverlay.setState({ overlay: 'command-bar' });
export const openKeyHelp = (): void => useOverlay.setState({ overlay: 'key-help' });
export const closeOverlay = (): void => useOverlay.setState({ overlay: null });
