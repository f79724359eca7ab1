import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { listOf, type Edit } from '../../edit.ts';
import { NamedValues } from '../../fields/named-values.tsx';
import { Section } from '../../fields/section.tsx';
import { ChoiceOf, TemplateOf } from '../bound-fields.tsx';
import { IntegrationChoice } from '../integration-choice.tsx';
import { TextList } from '../text-list.tsx';

type Serviced = ActionOf<'email' | 'ticket' | 'handOff' | 'spreadsheet'>;

/** The service of an action that can do without one. */
export const ServiceChoice = ({ edit, meaning }: { readonly edit: Edit<Serviced>; readonly meaning: string }) => (
  <IntegrationChoice
    meaning={meaning}
    none="Choose one"
    value={edit.value.integration}
    troubles={edit.troubles('integration')}
    onChoose={(integration) => edit.set({ integration })}
  />
);

const mailers = [
  { value: 'outbox', label: 'Outbox on this machine' },
  { value: 'smtp', label: 'Mail server (SMTP)' },
] as const;

export const EmailFields = ({ edit }: { readonly edit: Edit<ActionOf<'email'>> }) => (
  <Section title="E-mail" name="actions.email">
    <ChoiceOf
      edit={edit}
      of="provider"
      label="Goes to"
      meaning="The outbox keeps a file, and sends nothing"
      choices={mailers}
    />
    {edit.value.provider === 'smtp' && (
      <ServiceChoice edit={edit as unknown as Edit<Serviced>} meaning="Its base URL: smtp://host:port" />
    )}
    <TemplateOf edit={edit} of="from" label="From" meaning="Who it is from" placeholder="shop@example.com" />
    <TemplateOf edit={edit} of="to" label="To" meaning="Commas between several" placeholder="{user.email}" />
    <TemplateOf edit={edit} of="copy" label="Copy" meaning="Who gets a copy" />
    <TemplateOf edit={edit} of="subject" label="Subject" meaning="One line" />
    <TemplateOf edit={edit} of="body" label="Text" meaning="$argument and {reference} are filled in" lines />
  </Section>
);

const ticketDesks = [
  { value: 'desk', label: 'Desk on this machine' },
  { value: 'freshdesk', label: 'Freshdesk' },
] as const;
const asChoices = <Value extends string>(...values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }));
const types = asChoices('Question', 'Incident', 'Problem', 'Feature Request', 'Refund');
const priorities = asChoices('Low', 'Medium', 'High', 'Urgent');
const states = asChoices('Open', 'Pending', 'Resolved', 'Closed');

export const TicketFields = ({ edit }: { readonly edit: Edit<ActionOf<'ticket'>> }) => (
  <Section title="Ticket" name="actions.ticket">
    <ChoiceOf edit={edit} of="provider" label="Goes to" meaning="Who gets it" choices={ticketDesks} />
    {edit.value.provider === 'freshdesk' && (
      <ServiceChoice edit={edit as unknown as Edit<Serviced>} meaning="Its base URL: https://name.freshdesk.com" />
    )}
    <TemplateOf edit={edit} of="subject" label="Subject" meaning="One line" />
    <TemplateOf edit={edit} of="text" label="Text" meaning="What the team reads" lines />
    <TemplateOf edit={edit} of="email" label="E-mail" meaning="Of who asks" placeholder="{user.email}" />
    <div className="form-pair">
      <ChoiceOf edit={edit} of="type" label="Type" meaning="Of the request" choices={types} />
      <ChoiceOf edit={edit} of="priority" label="Priority" meaning="How urgent it is" choices={priorities} />
    </div>
    <ChoiceOf edit={edit} of="status" label="Status" meaning="To begin with" choices={states} />
    <TextList
      label="Tags"
      meaning="To find it by"
      word="tag"
      items={edit.value.tags}
      place={edit.place('tags')}
      write={(tags, burst) => edit.set({ tags }, burst === null ? null : `tags.${burst}`)}
    />
  </Section>
);

const handOffDesks = [
  { value: 'desk', label: 'Desk in this app' },
  { value: 'chatwoot', label: 'Chatwoot' },
] as const;

export const HandOffFields = ({ edit }: { readonly edit: Edit<ActionOf<'handOff'>> }) => (
  <Section title="Hand-off" name="actions.handOff">
    <ChoiceOf
      edit={edit}
      of="provider"
      label="Goes to"
      meaning="At the desk, you play the person"
      choices={handOffDesks}
    />
    {edit.value.provider === 'chatwoot' && (
      <>
        <ServiceChoice edit={edit as unknown as Edit<Serviced>} meaning="Its base URL: where Chatwoot is" />
        <div className="form-pair">
          <TemplateOf edit={edit} of="account" label="Account" meaning="Its id" mono />
          <TemplateOf edit={edit} of="inbox" label="Inbox" meaning="Its id" mono />
        </div>
      </>
    )}
    <TemplateOf edit={edit} of="note" label="Note" meaning="What the person reads first" lines />
    <TemplateOf edit={edit} of="text" label="Said when it is given" meaning="To the person who talks" lines />
    <TemplateOf edit={edit} of="returnText" label="Said when it comes back" meaning="To the person who talks" lines />
  </Section>
);

const sheets = [
  { value: 'csv', label: 'CSV beside the scenario' },
  { value: 'google', label: 'Google Sheets' },
] as const;

export const SpreadsheetFields = ({ edit }: { readonly edit: Edit<ActionOf<'spreadsheet'>> }) => (
  <Section title="Row" name="actions.spreadsheet">
    <ChoiceOf edit={edit} of="provider" label="Goes to" meaning="Where the row is added" choices={sheets} />
    {edit.value.provider === 'google' && (
      <ServiceChoice edit={edit as unknown as Edit<Serviced>} meaning="How Google knows you" />
    )}
    <TemplateOf
      edit={edit}
      of="sheet"
      label="Sheet"
      meaning={edit.value.provider === 'csv' ? 'The name of the file' : 'The id of the sheet'}
      mono
      placeholder="orders"
    />
    <NamedValues title="Cells" meaning="A column each" word="cell" list={listOf(edit, 'cells')} />
  </Section>
);

export const HolidayFields = ({ edit }: { readonly edit: Edit<ActionOf<'holiday'>> }) => (
  <Section title="Day" name="actions.holiday">
    <div className="form-pair">
      <TemplateOf edit={edit} of="country" label="Country" meaning="Two letters" mono placeholder="GR" />
      <TemplateOf edit={edit} of="region" label="Region" meaning="Within it" mono placeholder="all of it" />
    </div>
    <TemplateOf edit={edit} of="date" label="Day" meaning="As 2027-01-31" mono placeholder="today" />
  </Section>
);
