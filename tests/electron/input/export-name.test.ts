import { describe, expect, it } from 'vitest';
import { dayFromExportName } from '../../../electron/backend/input/export-name.ts';
import { isoFromDay } from '../../../shared/model/dates.ts';

describe('the day in the name of an archive', () => {
  it.each([
    ['Basic_LinkedInDataExport_05-03-2026.zip', '2026-05-03'],
    ['Complete_LinkedInDataExport_12-31-2025.zip', '2025-12-31'],
    ['Initial_LinkedInDataExport_01-02-2017.zip', '2017-01-02'],
    ['Basic_LinkedInDataExport_05-03-2026 (1).zip', '2026-05-03'],
    ['Basic_LinkedInDataExport_05-03-2026.zip.zip', '2026-05-03'],
    ['backup of basic_linkedindataexport_05-03-2026.ZIP', '2026-05-03'],
  ])('is read month first from %s', (name, day) => {
    const found = dayFromExportName(name);
    expect(found === null ? null : isoFromDay(found)).toBe(day);
  });

  it.each([
    'Basic_LinkedInDataExport_31-12-2025.zip',
    'Basic_LinkedInDataExport_02-30-2026.zip',
    'Basic_LinkedInDataExport_05-03-20261.zip',
    'LinkedInDataExport_05-03-2026.zip',
    'Connections.csv',
  ])('is unknown for %s', (name) => {
    expect(dayFromExportName(name)).toBeNull();
  });
});
