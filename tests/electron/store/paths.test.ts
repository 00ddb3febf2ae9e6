import { describe, expect, it } from 'vitest';
import { defaultStoreFolder } from '../../../electron/backend/store/paths.ts';
import { placeWarnings, requireSpace } from '../../../electron/backend/store/place.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the default folder', () => {
  it.each([
    ['linux', {}, '/home/noor', '/home/noor/.local/share/weft'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/noor', '/data/weft'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/noor', '/home/noor/.local/share/weft'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/noor', '/Users/noor/Library/Application Support/Weft'],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\noor', 'D:\\Local\\Weft'],
    ['win32', {}, 'C:\\Users\\noor', 'C:\\Users\\noor\\AppData\\Local\\Weft'],
    ['linux', { WEFT_STORE: '/my/map', XDG_DATA_HOME: '/data' }, '/home/noor', '/my/map'],
    ['win32', { WEFT_STORE: '' }, 'C:\\Users\\noor', 'C:\\Users\\noor\\AppData\\Local\\Weft'],
  ])('on %s with %j and home %s is %4$s', (platform, env, home, folder) => {
    expect(defaultStoreFolder({ platform, env, home })).toBe(folder);
  });
});

describe('unsafe places', () => {
  it.each([
    ['/home/noor/.local/share/weft', 0xef53, []],
    ['/home/noor/Dropbox/weft', 0xef53, ['synced-folder']],
    ['/home/noor/Dropbox (Work)/weft', 0xef53, ['synced-folder']],
    ['C:\\Users\\noor\\OneDrive - Company\\weft', null, ['synced-folder']],
    ['/Users/noor/Library/Mobile Documents/com~apple~CloudDocs/weft', null, ['synced-folder']],
    ['/Users/noor/Library/CloudStorage/GoogleDrive-noor/weft', null, ['synced-folder']],
    ['/home/noor/Nextcloud/weft', 0xef53, ['synced-folder']],
    ['/home/noor/boxes/dropbox-notes-of-mine/synced', 0xef53, ['synced-folder']],
    ['/home/noor/boxes/weft', 0xef53, []],
    ['/mnt/nas/weft', 0x6969, ['network-drive']],
    ['/mnt/nas/weft', 0xff534d42, ['network-drive']],
    ['/mnt/nas/weft', 0xff534d42 | 0, ['network-drive']],
    ['/mnt/nas/weft', 0xfe534d42, ['network-drive']],
    ['/mnt/host/weft', 0x01021997, ['network-drive']],
    ['/mnt/nas/Dropbox/weft', 0x6969, ['synced-folder', 'network-drive']],
    ['\\\\server\\share\\weft', null, ['network-drive']],
    ['\\\\?\\C:\\weft', null, []],
    ['/tmp/weft', 0x01021994, []],
  ])('D15: %s on file system %j is warned of as %j', (folder, fileSystem, codes) => {
    expect(placeWarnings(folder, fileSystem).map((warning) => warning.code)).toEqual(codes);
  });
});

it('D5: says how much space is needed and how much is there', () => {
  expect(() => requireSpace(temporaryFolder(), 1e18)).toThrow(
    /^Not enough space: about 1000000000000 MB needed, \d+ MB free\. Nothing changed\.$/,
  );
  requireSpace(temporaryFolder(), 1);
});
