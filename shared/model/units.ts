/** Tie strength, 0 < s <= 1; larger is closer. No tie means no value, not 0. */
export type Strength = number & { readonly __unit: 'strength' };

/** Path cost in whole micro-units (1e-6 nats), >= 0; smaller is closer. Adds up along a path. */
export type Cost = number & { readonly __unit: 'cost' };

/** Probability in [0, 1]. `q` is the probability that a tie exists; it is never mixed with its strength. */
export type Probability = number & { readonly __unit: 'probability' };

/** A calendar day as whole days since 1970-01-01. It has no zone: a date-only value stays the day that was written. */
export type Day = number;

/** Seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = number;
