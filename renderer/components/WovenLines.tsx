import { useId } from 'react';

/** The one ornament: warp and weft, drawn faintly. Decorative; takes the colour of the text around it. */
export function WovenLines({ width = 168, height = 96 }: { width?: number; height?: number }) {
  const id = useId();
  return (
    <svg width={width} height={height} aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.25">
      <defs>
        <pattern id={`${id}-cloth`} width="24" height="24" patternUnits="userSpaceOnUse">
          {/* Warp: each thread passes over one weft and under the next, half a repeat apart. */}
          <path d="M4 0v3.5M4 8.5v7M4 20.5v3.5M16 0v15.5M16 20.5v3.5" strokeOpacity="0.55" />
          <path d="M0 6h13.5M18.5 6h5.5M0 18h1.5M6.5 18h17.5" />
          <path d="M10 0v24M22 0v24" strokeOpacity="0.16" />
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
