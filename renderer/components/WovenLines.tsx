import { useId } from 'react';

/** The one ornament: warp and weft, drawn faintly. Decorative; takes the colour of the text around it. */
export function WovenLines({ width = 224, height = 96 }: { width?: number; height?: number }) {
  const id = useId();
  return (
    <svg width={width} height={height} aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
      <defs>
        <pattern id={`${id}-cloth`} width="32" height="32" patternUnits="userSpaceOnUse">
          {/* Warp: each thread passes over one weft and under the next, half a repeat apart. */}
          <path d="M8 0v4.5M8 11.5V32M24 0v20.5M24 27.5V32" />
          <path d="M0 8h20.5M27.5 8H32M0 24h4.5M11.5 24H32" strokeOpacity="0.6" />
        </pattern>
        <radialGradient id={`${id}-fade`}>
          <stop offset="0.2" stopColor="#fff" stopOpacity="0.9" />
          <stop offset="1" stopColor="#fff" stopOpacity="0" />
        </radialGradient>
        <mask id={`${id}-mask`}>
          <rect width={width} height={height} fill={`url(#${id}-fade)`} stroke="none" />
        </mask>
      </defs>
      <rect width={width} height={height} fill={`url(#${id}-cloth)`} mask={`url(#${id}-mask)`} stroke="none" />
    </svg>
  );
}
