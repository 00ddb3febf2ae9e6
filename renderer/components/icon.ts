import type { LucideIcon } from 'lucide-react';

/** Icons are drawn at one size and weight; pass the component itself: `icon={Plus}`. */
export type Icon = LucideIcon;

export const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
