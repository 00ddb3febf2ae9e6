/** Where the page lives: a scheme of our own, since `file:` pages may read the disk (safety.md E2). */
export const APP_SCHEME = 'weft';

/** The one origin that may ask anything. */
export const APP_ORIGIN = `${APP_SCHEME}://app`;

export const APP_PAGE = `${APP_ORIGIN}/`;
