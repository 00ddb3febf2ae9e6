/** The page's colours as a canvas needs them: resolved for the theme that is on. */
export interface MapColors {
  ground: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  hairline: string;
  accent: string;
  danger: string;
  /** Of circles, by number. */
  regions: readonly string[];
  /** Of circles without a colour of their own. */
  plain: string;
  /** Weak to strong. */
  strength: readonly string[];
}

/** @param element stands inside the map, where its colours hold */
export function readMapColors(element: HTMLElement): MapColors {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colors: MapColors = {
    ground: read('ground'),
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    inkFaint: read('ink-faint'),
    hairline: read('hairline-strong'),
    accent: read('accent'),
    danger: read('danger'),
    regions: [0, 1, 2, 3, 4, 5, 6, 7].map((number) => read(`circle-${number}`)),
    plain: read('circle-plain'),
    strength: [1, 2, 3, 4].map((bars) => read(`strength-${bars}`)),
  };
  probe.remove();
  return colors;
}

export function regionColor(colors: MapColors, color: number | null | undefined): string {
  return color === null || color === undefined ? colors.plain : (colors.regions[color] ?? colors.plain);
}

export function strengthColor(colors: MapColors, s: number): string {
  return colors.strength[Math.min(3, Math.floor(s * 4))] ?? colors.plain;
}
