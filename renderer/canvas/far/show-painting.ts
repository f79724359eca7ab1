/**
 * Paints what seldom changes, and shows it as a finished image. Every canvas element in a page is a surface of its own,
 * and each time anything is drawn anew the browser compares all there is with every one of them.
 */
export function showPainting(image: HTMLImageElement, paint: (pen: CanvasRenderingContext2D) => void): () => void {
  let [url, isOver] = ['', false];
  // A frame later the page knows which theme it has, and has its letters at hand.
  const frame = requestAnimationFrame(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) return;
    paint(pen);
    pen.canvas.toBlob((picture) => {
      if (picture === null || isOver) return;
      url = URL.createObjectURL(picture);
      image.src = url;
    });
  });
  return () => {
    isOver = true;
    cancelAnimationFrame(frame);
    URL.revokeObjectURL(url);
  };
}
