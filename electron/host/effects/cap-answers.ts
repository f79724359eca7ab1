import type { Socket } from 'node:net';

/** More came than any answer needs, of what is no body: a body has a cap of its own. */
export class AnswerTooLong extends Error {}

/** A full body in small chunks fits in easily. */
const wireCap = 32 * 1024 * 1024;

/** Ends a connection over which more comes, after something was said, than any answer may be long. */
export function capAnswers(socket: Socket): void {
  let said = 0;
  let heard = 0;
  socket.on('readable', () => {
    if (socket.bytesWritten !== said) [said, heard] = [socket.bytesWritten, socket.bytesRead];
    else if (socket.bytesRead - heard > wireCap) socket.destroy(new AnswerTooLong());
  });
}
