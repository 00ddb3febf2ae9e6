import type { WeftApi } from '../../shared/contract/api.ts';
import type { PersonRef } from '../../shared/contract/common.ts';

/** A file the user picked or dropped. The page never learns where it lies: `handle` is opaque and works once. */
export interface PickedFile {
  handle: string;
  name: string;
  size: number;
}

/**
 * `connected`: calls are answered. `lost`: the server does not answer; it may come back. `refused`: it answers, but does not
 * know this tab (Weft was started anew, or the address was opened without its start token).
 */
export type Connection = 'connected' | 'lost' | 'refused';

/** The contract plus the few things only a shell can do. */
export interface WeftClient {
  api: WeftApi;
  shell: 'desktop' | 'web';
  /** Called whenever the map changed, by this window, another one or the command. */
  onChanged(listener: () => void): void;
  /** Called when the menu of the window asks for the list of keys. */
  onKeysAsked(listener: () => void): void;
  /** Told each time the connection to the backend changes; it is taken as connected before the first time. */
  onConnection(listener: (connection: Connection) => void): void;
  /** Tries the connection at once; the outcome comes through `onConnection`. */
  reconnect(): Promise<void>;
  /** Lets the user pick files with the system's own dialog; empty when they think better of it. */
  chooseFiles(): Promise<PickedFile[]>;
  /** Takes files that were dropped or picked in the page. */
  acceptFiles(files: File[]): Promise<PickedFile[]>;
  /** Where an export goes; null when the user thinks better of it. */
  chooseSaveTarget(suggestedName: string): Promise<{ handle: string; name: string } | null>;
  /** Hands a written export over to the user; the desktop has written it where they said. */
  download(handle: string, name: string): Promise<void>;
  /** Opens the stored profile address outside; only LinkedIn pages open. */
  openProfile(person: PersonRef): Promise<void>;
}
