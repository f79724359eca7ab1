import { assertNever } from '../../../../../shared/base/assert-never.ts';
import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import type { BlockOutput, ButtonOutput } from '../../../../../shared/engine/output.ts';
import { unescapeMarkdown } from '../../../../../shared/reference/escape-markdown.ts';

/** A block as the chat page of OpenDialog is told of it: the same facts in its words. */
export function webchatData(block: BlockOutput): JsonObject {
  switch (block.kind) {
    case 'text':
    case 'cta':
      return { text: withAnchors(block.text) };
    case 'button':
      return {
        text: withAnchors(block.text),
        external: block.external === true,
        clear_after_interaction: block.clearAfterInteraction === true,
        buttons: block.buttons.map(buttonData),
      };
    case 'image':
      return { img_src: block.source, img_link: block.link, link_new_tab: block.newTab };
    case 'rich':
    case 'fullPageRich':
      return {
        title: block.title,
        subtitle: block.subtitle,
        text: unescapeMarkdown(block.text),
        callback: block.callback,
        callback_value: block.callbackValue,
        link: block.link,
        buttons: block.buttons.map(buttonData),
        ...(block.image === null
          ? {}
          : { image: { src: block.image.source, url: block.image.link, link_new_tab: block.image.newTab } }),
      };
    case 'form':
    case 'fullPageForm':
      return {
        text: unescapeMarkdown(block.text),
        submit_text: block.submitText,
        callback_id: block.callback,
        auto_submit: block.autoSubmit,
        cancel_text: block.cancelText,
        cancel_callback: block.cancelCallback,
        elements: block.elements.map(elementData),
      };
    case 'list':
      return {
        title: block.title,
        view_type: block.view,
        items: block.items.map((item) => ({ ...webchatData(item), message_type: messageType(item) })),
      };
    case 'longText':
      return {
        submit_text: block.submitText,
        callback_id: block.callback,
        initial_text: block.initialText,
        placeholder: block.placeholder,
        confirmation_text: block.confirmationText,
        character_limit: String(block.characterLimit ?? ''),
      };
    case 'datePicker':
      return {
        text: block.text,
        submit_text: block.submitText,
        callback: block.callback,
        attribute_name: block.attribute,
        min_date: block.minDate,
        max_date: block.maxDate,
        day_required: block.dayRequired,
        month_required: block.monthRequired,
        year_required: block.yearRequired,
      };
    case 'autocomplete':
    case 'addressAutocomplete':
      return {
        title: block.title,
        submit_text: block.submitText,
        callback: block.callback,
        placeholder: block.placeholder,
        attribute_name: block.attribute,
        endpoint_url: block.endpoint?.url ?? '',
        endpoint_params: (block.endpoint?.parameters ?? []).map(({ name, value }) => ({ name, value })),
        query_param_name: block.endpoint?.queryParameter ?? '',
      };
    case 'handToSystem':
      return { system: block.system, elements: block.data };
    case 'meta':
      return { elements: block.data };
    case 'audio':
      return { title: block.title, url: block.url };
    case 'location':
      return { text: block.text, callback: block.callback, attribute_name: block.attribute };
    case 'fileUpload':
      return { callback: block.callback, attribute_name: block.attribute, multiple: block.multiple };
    case 'eSign':
      return { document_title: block.documentTitle, attribute_name: block.attribute };
    case 'empty':
      return {};
    default:
      return assertNever(block);
  }
}

const types: Readonly<Record<string, string>> = {
  fullPageRich: 'fp-rich',
  fullPageForm: 'fp-form',
  longText: 'long_text',
  datePicker: 'date-picker',
  handToSystem: 'hand-to-system',
};
export const messageType = ({ kind }: BlockOutput): string => types[kind] ?? kind;

function buttonData(button: ButtonOutput): JsonObject {
  const { target, display, style, parts } = button;
  const text = parts === undefined ? button.text : parts.map(styled).join('').replace(/ +/g, ' ');
  const shared = { text, display: display !== false, type: style ?? '' };
  switch (target?.kind) {
    case 'link':
      return { ...shared, link: target.url, link_new_tab: target.newTab === true };
    case 'call':
      return { ...shared, phone_number: target.phone };
    case 'tabSwitch':
      return { ...shared, tab_switch: true };
    case 'download':
      return { ...shared, download: true };
    default:
      return { ...shared, callback_id: button.callback, value: button.value };
  }
}

const tags = { plain: '', bold: 'strong', italic: 'em', underlined: 'u' } as const;
const styled = ({ text, style }: { text: string; style: keyof typeof tags }): string =>
  style === 'plain' ? text : `<${tags[style]}>${text}</${tags[style]}>`;

type Element = Extract<BlockOutput, { kind: 'form' }>['elements'][number];

function elementData({ type, name, label, required, defaultValue, options }: Element): JsonObject {
  const isAuto = type === 'autocomplete';
  const listed: Json = isAuto
    ? options.map(({ key, value }) => ({ key, value }))
    : Object.fromEntries(options.map(({ key, value }) => [key, value]));
  return {
    element_type: isAuto ? 'auto-select' : type,
    name,
    display: label,
    required,
    ...(defaultValue === '' ? {} : { default_value: defaultValue }),
    ...(options.length === 0 ? {} : { options: listed }),
  };
}

/** Markdown links as the anchors the page is told. */
const withAnchors = (text: string): string =>
  unescapeMarkdown(
    text.replace(
      /\[([^\]]+)\]\(([^()\s]+)( "_blank")?\)/g,
      (_, label: string, url: string, newTab: string | undefined) =>
        `<a class="linkified" target="${newTab === undefined ? '_parent' : '_blank'}" href="${url}">${label}</a>`,
    ),
  );
