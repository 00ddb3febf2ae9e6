/**
 * The two coders that Node and every browser bring. `shared/` is checked with neither DOM nor Node types, so what the import
 * needs of them is declared here; projects that do have those types never see this file.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
