/** Which bytes are trusted without being looked at row by row: those that were checked when the map was closed, and no others. */
import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../electron/backend/store/connection.ts';
import { isSealed, readMarker } from '../../../electron/backend/store/marker.ts';
import { openStore, openStoreAt } from '../../../electron/backend/store/open-store.ts';
import { restoreCopy } from '../../../electron/backend/store/restore.ts';
import { checkToSeal, sealChecked } from '../../../electron/backend/store/sealing.ts';
import { type StoreFiles, storeFiles } from '../../../electron/backend/store/store-files.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { fullExport, importInto, myExport } from './invented-exports.ts';
import { withNextStep } from './next-step.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = 4_096;

function aMap(): StoreFiles {
  const folder = temporaryFolder('memory');
  const store = openStore(folder, { mode: 'write' });
  importInto(store, fullExport());
  importInto(store, myExport(19_300, 3, 160));
  store.addStatement({ kind: 'note', person: 'ana-1-zt1', text: 'met at the harbour' }, 19_000, null);
  store.close();
  return storeFiles(folder);
}

/** In place, as a bad disk or a program that syncs folders does it. */
function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** Whether the next start takes the bytes on trust. */
function isTrusted(files: StoreFiles): boolean {
  const marker = readMarker(files);
  return marker !== null && marker !== 'unreadable' && isSealed(files, marker.seal);
}

const say = (files: StoreFiles) => {
  const store = openStore(files.folder, { mode: 'write' });
  store.addStatement({ kind: 'call', person: 'me' }, 1, null);
  return store;
};

describe('what is not trusted', () => {
  const words = ['met at the harbour', 'Engineer', 'Navigator'];
  it.each((['read', 'write'] as const).flatMap((mode) => words.map((word) => [word, mode] as const)))(
    'D6: a letter of "%s" that changes while the map is open to %s, and nobody writes, is noticed by the next start',
    (word, mode) => {
      const files = aMap();
      const store = openStore(files.folder, { mode });
      store.readNetwork();
      const bytes = readFileSync(files.database);
      const at = bytes.indexOf(word);
      expect(at).toBeGreaterThan(0);
      overwrite(files.database, at, Uint8Array.of(bytes.readUInt8(at) ^ 0x20));
      store.close();
      expect(() => openStore(files.folder, { mode: 'read' })).toThrow(WeftError);
    },
  );

  it('D6: a page that is lost while SQLite has it at hand is noticed by the next start, whatever was written since', () => {
    const files = aMap();
    const store = openStore(files.folder, { mode: 'write' });
    store.readBatches();
    const at = readFileSync(files.database).lastIndexOf('Navigator');
    overwrite(files.database, at - (at % PAGE), new Uint8Array(PAGE));
    store.addStatement({ kind: 'call', person: 'me' }, 1, null);
    store.close();
    expect(() => openStore(files.folder, { mode: 'read' })).toThrow(WeftError);
  });

  it('D6: what another program writes meanwhile, and wrongly', () => {
    const files = aMap();
    const store = openStore(files.folder, { mode: 'read' });
    const other = new Database(files.database);
    other.pragma('ignore_check_constraints = 1');
    other.exec("UPDATE statement SET value = 'no longer JSON'");
    other.close();
    store.close();
    expect(() => openStore(files.folder, { mode: 'read' })).toThrow(WeftError);
  });

  it('D6: what is written between the check and the seal', () => {
    const files = aMap();
    const { uuid } = readMarker(files) as { uuid: string };
    const db = connect(files.database, { busyTimeoutMs: 0, journal: 'wal' });
    const checked = checkToSeal(db, { files, identity: null });
    db.close();
    expect(checked).not.toBeNull();
    say(files).close();
    writeFileSync(files.marker, readFileSync(files.marker, 'utf8').replace(/"sha256":"\w+"/, '"sha256":"old"'));
    sealChecked(files, uuid, checked);
    expect(isTrusted(files)).toBe(false);
  });

  it('D6: a map while somebody writes into it', () => {
    const files = aMap();
    const writer = openStore(files.folder, { mode: 'write' });
    const reader = say(files);
    writer.transaction(() => {
      writer.addStatement({ kind: 'call', person: 'me' }, 2, null);
      reader.close();
      return null;
    });
    expect(isTrusted(files)).toBe(false);
    writer.close();
    expect(isTrusted(files)).toBe(true);
  });

  it('D6 D11: a copy that took the place of an open map is not sealed by whoever had that open', () => {
    const files = aMap();
    const store = say(files);
    const { file } = store.createCopy('asked');
    restoreCopy(files.folder, file, new Date('2026-05-03T10:00:00Z'));
    store.close();
    expect(isTrusted(files)).toBe(false);
    openStore(files.folder, { mode: 'read' }).close();
    expect(isTrusted(files)).toBe(true);
  });
});

describe('what is trusted, and so opened at once', () => {
  it('D6: a map that was written and closed, made or brought up to date', () => {
    const files = aMap();
    expect(isTrusted(files)).toBe(true);
    say(files).close();
    expect(isTrusted(files)).toBe(true);
    openStoreAt(files.folder, { mode: 'write' }, withNextStep(true)).close();
    expect(isTrusted(files)).toBe(true);
  });

  it('D6: a map that was only read keeps its seal, which is not written anew', () => {
    const files = aMap();
    // A marker that is written takes the place of the one before.
    const before = statSync(files.marker).ino;
    openStore(files.folder, { mode: 'read' }).close();
    openStore(files.folder, { mode: 'write' }).close();
    expect(statSync(files.marker).ino).toBe(before);
  });

  it('D6: a map that others have open but do not write to', () => {
    const files = aMap();
    const other = openStore(files.folder, { mode: 'read' });
    other.readNetwork();
    say(files).close();
    expect(isTrusted(files)).toBe(true);
    other.close();
    expect(isTrusted(files)).toBe(true);
  });

  it('D6: a map whose program was ended without a word, once it was looked at row by row', () => {
    const files = aMap();
    // Never closed: as after SIGKILL, the log stands beside the map.
    say(files);
    expect(isTrusted(files)).toBe(false);
    openStore(files.folder, { mode: 'read' }).close();
    expect(isTrusted(files)).toBe(true);
  });
});
