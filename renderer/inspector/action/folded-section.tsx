import type { ReactNode } from 'react';
import { Section } from '../fields/section.tsx';
import './folded-section.css';

type FoldedSectionProps = {
  readonly title: string;
  readonly name: string;
  /** What is set in there, in a few words; empty while nothing is. */
  readonly summary: string;
  /** The fields of the record that are in it, in one text. */
  readonly fields?: string;
  readonly children: ReactNode;
};

/** A part of a form that is seldom wanted: closed, and saying in its header what is set in it. */
export const FoldedSection = ({ title, name, summary, fields = '', children }: FoldedSectionProps) => (
  <Section
    title={title}
    name={name}
    startsOpen={false}
    fields={fields}
    end={
      summary !== '' && (
        <span className="section-summary" title={summary}>
          {summary}
        </span>
      )
    }
  >
    {children}
  </Section>
);
