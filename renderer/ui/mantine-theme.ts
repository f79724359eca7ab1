import { createTheme, Modal, Tooltip, type MantineSize } from '@mantine/core';
import { takeFocus } from './take-focus.ts';

const dense = { defaultProps: { size: 'xs' satisfies MantineSize } };

/** Defaults of the component library. Colours come from tokens.css: nothing is written into the page while it runs. */
export const mantineTheme = createTheme({
  primaryColor: 'blue',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: dense,
    ActionIcon: dense,
    TextInput: dense,
    Textarea: dense,
    NumberInput: dense,
    Select: dense,
    MultiSelect: dense,
    TagsInput: dense,
    Autocomplete: dense,
    JsonInput: dense,
    PasswordInput: dense,
    Checkbox: dense,
    Switch: dense,
    SegmentedControl: dense,
    // Locking the scroll would insert a <style>, which the content security policy forbids; the page never scrolls.
    // What opens is there at once, with the focus in it: how it appears is the style sheet's, and holds up no key.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        radius: 'md',
        transitionProps: { duration: 0 },
        trapFocus: false,
        returnFocus: false,
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 450, transitionProps: { duration: 80 } } }),
    // The menu itself has the focus when it opens; an element in it for that alone would be heard.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        trapFocus: false,
        returnFocus: false,
        withInitialFocusPlaceholder: false,
      },
    },
    MenuDropdown: { defaultProps: { ref: takeFocus } },
  },
});
