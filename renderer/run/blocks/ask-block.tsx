import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { askedBy, type Asked } from '../../../shared/answers/asked-by.ts';
import { answerFault, isAnswered, type Answer, type Question } from '../../../shared/answers/question.ts';
import type { BlockOutput } from '../../../shared/engine/output.ts';
import { useStudio } from '../../state/studio.ts';
import { MessageText } from '../message-text.tsx';
import { QuestionField } from './question-field.tsx';

type AskBlockProps = { readonly block: BlockOutput; readonly isOpen: boolean };

/** Anything that is answered otherwise than by saying something: its words, its questions, and a way to send them. */
export function AskBlock({ block, isOpen }: AskBlockProps) {
  // As it was when the block appeared: "today" does not move while somebody answers.
  const [asked] = useState(() => askedBy(block, today()));
  const id = useId();
  if (asked === null) return null;
  const { title, text } = wordsOf(block);
  return (
    // Whoever fills in a form does not choose the bubble around it.
    <div className="ask-block" data-large={block.kind === 'fullPageForm' || undefined} onClick={stay}>
      <div id={id}>
        {title !== '' && <h4 dir="auto">{title}</h4>}
        {text !== '' && <MessageText text={text} />}
      </div>
      <Questions asked={asked} isOpen={isOpen} labelledBy={id} />
    </div>
  );
}

const stay = (event: { stopPropagation: () => void }): void => event.stopPropagation();

function Questions({ asked, isOpen, labelledBy }: { asked: Asked; isOpen: boolean; labelledBy: string }) {
  const { run } = useStudio();
  const [answers, setAnswers] = useState<readonly Answer[]>(() => asked.questions.map(({ initial }) => initial));
  const [areFaultsShown, showFaults] = useState(false);
  const isSending = useRef(false);
  const [wasSent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const send = async (given: readonly Answer[]): Promise<void> => {
    if (isSending.current || !isOpen) return;
    isSending.current = true;
    setSent(true);
    await run.say(asked.answer(given));
    isSending.current = false;
  };
  const submit = (): void => {
    const isFaulty = asked.questions.map((one, index) => answerFault(one, answers[index] ?? '') !== null);
    if (!isFaulty.includes(true)) return void send(answers);
    showFaults(true);
    form.current?.querySelector<HTMLElement>(`[data-question="${isFaulty.indexOf(true)}"] :enabled`)?.focus();
  };
  const settle = (given: readonly Answer[]): void => {
    if (asked.autoSubmit && asked.questions.every((one, index) => isSettled(one, given[index] ?? ''))) void send(given);
  };

  return (
    <form
      ref={form}
      className="ask-form"
      aria-labelledby={labelledBy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset disabled={!isOpen}>
        {asked.questions.map((one, index) => (
          // Questions of a message that was sent neither move nor change.
          <div key={index} data-question={index}>
            <QuestionField
              asked={one}
              answer={answers[index] ?? ''}
              fault={areFaultsShown ? answerFault(one, answers[index] ?? '') : null}
              onAnswer={(answer, isWhole) => {
                const given = answers.with(index, answer);
                setAnswers(given);
                if (isWhole) settle(given);
              }}
              onLeave={() => settle(answers)}
            />
          </div>
        ))}
        <div className="message-buttons">
          <Button type="submit" disabled={!isOpen}>
            {asked.submitText}
          </Button>
          {asked.cancel !== null && <Cancel cancel={asked.cancel} isOpen={isOpen} />}
        </div>
      </fieldset>
      {wasSent && asked.confirmation !== '' && (
        <p className="block-note" role="status">
          {asked.confirmation}
        </p>
      )}
    </form>
  );
}

function Cancel({ cancel: { text, callback }, isOpen }: { cancel: NonNullable<Asked['cancel']>; isOpen: boolean }) {
  const { run } = useStudio();
  return (
    <Button
      variant="default"
      disabled={!isOpen}
      onClick={() => void run.say({ kind: 'callback', callback, value: '', text })}
    >
      {text}
    </Button>
  );
}

const isSettled = (asked: Question, answer: Answer): boolean =>
  isAnswered(answer) && answerFault(asked, answer) === null;

function wordsOf(block: BlockOutput): { readonly title: string; readonly text: string } {
  if (block.kind === 'eSign') return { title: block.documentTitle, text: block.documentText };
  return { title: 'title' in block ? block.title : '', text: 'text' in block ? block.text : '' };
}

/** The day it is here, as `2027-01-31`. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
