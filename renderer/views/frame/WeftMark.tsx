/** The mark of Weft: two warp threads, and two wefts that pass over one and under the other. */
export function WeftMark({ size = 20 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M6.5 2v8.4M6.5 15.6v2.4M13.5 2v2.4M13.5 9.6v8.4" />
      <path d="M2 7h1.6M9.4 7h8.6M2 13h8.6M16.4 13h1.6" />
    </svg>
  );
}
