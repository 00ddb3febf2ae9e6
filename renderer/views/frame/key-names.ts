const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that opens the command bar together with K, as it is written on the keyboard. */
export const commandKeyName = isApple ? '⌘' : 'Ctrl';

/** Back and forward, as the browser has them. */
export const backKeys = isApple ? '⌘ [' : 'Alt ←';
export const forwardKeys = isApple ? '⌘ ]' : 'Alt →';
