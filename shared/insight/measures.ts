/** Every measure of §7, in the order in which a list of columns or modes offers them. */
import { betweennessMeasure } from './betweenness.ts';
import { communityMeasure } from './communities.ts';
import { connectorIndexMeasure } from './connector-index.ts';
import { constraintMeasure } from './constraint.ts';
import { effectiveSizeMeasure, efficiencyMeasure } from './effective-size.ts';
import { expectedNewPeopleMeasure } from './expected-new-people.ts';
import { gouldFernandezMeasure } from './gould-fernandez.ts';
import { overlapMeasure } from './local-bridges.ts';
import type { Measure } from './measure.ts';
import { participationMeasure } from './participation.ts';
import { provenIntroductionsMeasure } from './proven-introductions.ts';
import { withinModuleZMeasure } from './within-module-z.ts';

export const MEASURES = [
  connectorIndexMeasure,
  constraintMeasure,
  effectiveSizeMeasure,
  efficiencyMeasure,
  betweennessMeasure,
  participationMeasure,
  withinModuleZMeasure,
  communityMeasure,
  gouldFernandezMeasure,
  provenIntroductionsMeasure,
  expectedNewPeopleMeasure,
  overlapMeasure,
] as const satisfies readonly Measure[];
