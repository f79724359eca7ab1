import type { Executed, ServiceAnswer } from './action-executor.ts';

type Told = Pick<Executed, 'status' | 'request' | 'response'>;
export type AcceptedAnswer = Extract<ServiceAnswer, { ok: true }>;

/** What people may read of a request and its answer, and nothing else of it. */
export const toldOf = ({ status, request, response }: Told): Told => ({
  ...(status === undefined ? {} : { status }),
  ...(request === undefined ? {} : { request }),
  ...(response === undefined ? {} : { response }),
});

/** The service answered, and did not say no. */
export const isAccepted = (answer: ServiceAnswer): answer is AcceptedAnswer => answer.ok && answer.status < 400;

/** What came of a request that was not accepted; `sentence` is about the status. */
export function notAccepted(name: string, answer: ServiceAnswer, sentence: (status: number) => string): Executed {
  if (!answer.ok) return { ...toldOf(answer), ok: false, failure: answer.failure, detail: `${name}: ${answer.detail}` };
  return { ...toldOf(answer), ok: false, failure: 'badStatus', detail: `${name}: ${sentence(answer.status)}` };
}
