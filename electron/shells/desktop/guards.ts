/** What no page may do, whoever wrote it: leave, be granted anything, reach the network, embed, download. */
import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN } from './origin.ts';

/** The page writes text for the user's clipboard (the ask to send); it never reads it. */
const GRANTED = 'clipboard-sanitized-write';

/** Before the app is ready: names of other machines mean nothing to it, and nothing runs in the background (safety.md P1). */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('no-pings');
}

/** Permissions, devices, downloads and requests of everything in a session (safety.md E4, P1). */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    callback(permission === GRANTED && details.isMainFrame && isOurOrigin(details.requestingUrl) && contents !== null);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === GRANTED && isOurOrigin(origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !url.startsWith(`${APP_ORIGIN}/`) });
  });
}

/** Every page that ever comes to be, also one we did not make, stays where it is (safety.md E5). */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function isOurOrigin(address: string): boolean {
  return address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`);
}
