/** Two halves of a talk: what is said, and what is answered. */
export const ParleyMark = ({ size = 20 }: { size?: number }) => (
  <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden>
    <path d="M11 4H8.5a6.5 6.5 0 0 0 0 13H11z" fill="var(--user)" />
    <path d="M13 7h2.5a6.5 6.5 0 0 1 0 13H13z" fill="var(--app)" />
  </svg>
);
