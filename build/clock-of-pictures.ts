/**
 * Loaded before the web shell when pictures are taken: its clock begins at the day of the sample, as that of the page does, so that
 * both speak of one day. For nothing else.
 */
const RealDate = Date;
const ahead = RealDate.now() - RealDate.parse(process.env['WEFT_PICTURES_AT'] ?? new RealDate().toISOString());

globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number]) {
    if (given.length === 0) super(RealDate.now() - ahead);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() - ahead;
  }
} as DateConstructor;
