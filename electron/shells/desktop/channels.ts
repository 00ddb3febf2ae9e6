/** Names of the messages between page and main process. The page cannot say them itself: preload does. */
export const CHANNELS = {
  call: 'weft:call',
  cancel: 'weft:cancel',
  chooseFiles: 'weft:choose-files',
  acceptDropped: 'weft:accept-dropped',
  chooseSaveTarget: 'weft:choose-save-target',
  openProfile: 'weft:open-profile',
} as const;

/** What the main process says by itself. */
export const NOTICES = { progress: 'weft:progress', changed: 'weft:changed', keys: 'weft:keys' } as const;
