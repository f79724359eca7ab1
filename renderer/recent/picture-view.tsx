import { MessagesSquare } from 'lucide-react';
import { shapeKinds, sheet, type SmallPicture } from '../../shared/bridge/contract/recent-contract.ts';

/** A scenario the size of a stamp, in the colours of the theme. */
export function PictureView({ picture }: { readonly picture: SmallPicture | null }) {
  if (picture === null)
    return (
      <span className="small-picture" aria-hidden>
        <MessagesSquare size={22} strokeWidth={1.25} />
      </span>
    );
  const [width, height] = picture.ratio >= 1 ? [sheet, sheet / picture.ratio] : [sheet * picture.ratio, sheet];
  return (
    <svg className="small-picture" viewBox={`-20 -20 ${width + 40} ${height + 40}`} aria-hidden>
      {shapesOf(picture).map(({ kind, x, y, wide, high }, at) => (
        <rect
          // A shape has no identity but its place.
          key={at}
          data-shape={kind}
          x={(x / sheet) * width}
          y={(y / sheet) * height}
          width={(wide / sheet) * width}
          height={(high / sheet) * height}
          rx={kind === 'conversation' || kind === 'scene' ? 10 : 4}
        />
      ))}
    </svg>
  );
}

function shapesOf({ shapes }: SmallPicture) {
  return Array.from({ length: shapes.length / 5 }, (_, at) => {
    const [kind = 0, x = 0, y = 0, wide = 0, high = 0] = shapes.slice(at * 5, at * 5 + 5);
    return { kind: shapeKinds[kind] ?? 'turn', x, y, wide, high };
  });
}
