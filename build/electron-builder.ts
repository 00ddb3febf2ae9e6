// biome-ignore-all lint/suspicious/noTemplateCurlyInString: electron-builder fills these in itself
/** Packages for three systems, made from `out/desktop` alone. No publishing, no updater, no file association, no scheme. */
import type { Configuration } from 'electron-builder';

const both = ['x64', 'arm64'] as const;

export default {
  appId: 'example.weft.desktop',
  productName: 'Weft',
  executableName: 'weft',
  artifactName: 'Weft-${version}-${os}-${arch}.${ext}',
  // No ^ or ~: the very runtime the tests were type-checked against.
  electronVersion: '45.4.1',
  directories: { app: 'out/desktop', buildResources: 'build/icons', output: 'dist' },
  // The addon of the system a package is for, not of all.
  files: ['**/*', '!**/node_modules/**', '!native/**', 'native/${platform}-${arch}.node'],
  asar: true,
  asarUnpack: ['native/*.node'],
  // The addon comes ready for every system and speaks Node's stable interface: nothing to compile.
  npmRebuild: false,
  buildDependenciesFromSource: false,
  nodeGypRebuild: false,
  publish: null,
  // Weft speaks English only so far; Chromium's own texts in 50 languages are 40 MB.
  electronLanguages: ['en', 'en-US'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    // Changing fuses breaks the signature a Mac with Apple's processor insists on.
    resetAdHocDarwinSignature: true,
  },
  linux: {
    target: [
      { target: 'AppImage', arch: [...both] },
      { target: 'deb', arch: [...both] },
    ],
    icon: 'png',
    category: 'Office',
    synopsis: 'A private map of your own professional network',
    maintainer: 'Weft <weft@weft.example>',
  },
  mac: {
    target: [{ target: 'dmg', arch: [...both] }],
    icon: 'icon.icns',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  win: {
    target: [{ target: 'nsis', arch: [...both] }],
    icon: 'icon.ico',
    // The installer and the program never ask for more rights than the user has.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: { oneClick: false, perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false },
} satisfies Configuration;
